package io.github.camelnetsuite.benchmarks.proofs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An order as a shop sends it; the same number always gives the same one. Every seventh has two lines alike, which only their number
 * tells apart.
 */
record ShopOrder(int number, List<Line> lines) {

    /** The simulator's own; half of each are in either subsidiary. */
    private static final int CUSTOMERS = 60;

    private static final int ITEMS = 80;

    /** One line of an order. */
    record Line(int item, int quantity, BigDecimal rate) {

        BigDecimal amount() {
            return rate.multiply(BigDecimal.valueOf(quantity));
        }
    }

    static ShopOrder of(int number) {
        List<Line> lines = new ArrayList<>();
        for (int line = 0; line <= number % 5; line++) {
            lines.add(new Line(
                    (number * 7 + line * 13) % ITEMS + 1,
                    (number * 31 + line * 17) % 9 + 2,
                    BigDecimal.valueOf(100 + (number * 37L + line * 11L) % 9900, 2)));
        }
        if (number % 7 == 0) {
            lines.add(lines.get(0));
        }
        return new ShopOrder(number, List.copyOf(lines));
    }

    String externalId() {
        return String.format(Locale.ROOT, "PROOF-%06d", number);
    }

    int customer() {
        return number % CUSTOMERS + 1;
    }

    /** What is sent to create it. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("externalId", externalId());
        body.put("entity", Map.of("id", Integer.toString(customer())));
        body.put("otherRefNum", "PO-" + number);
        body.put(
                "item",
                Map.of(
                        "items",
                        lines.stream()
                                .map(line -> Map.of(
                                        "item",
                                        Map.of("id", Integer.toString(line.item)),
                                        "quantity",
                                        line.quantity,
                                        "rate",
                                        line.rate))
                                .toList()));
        return body;
    }

    /** The first half of those that are transformed are shipped as a whole, of the others all is billed but of line 1 one piece. */
    boolean isShipped(int transformed) {
        return number < transformed / 2;
    }

    String externalIdOfTransformed() {
        return externalId() + "-T";
    }

    /** What is sent to bill it. */
    Map<String, Object> billing() {
        return Map.of("item", Map.of("items", List.of(Map.of("orderLine", 1, "quantity", 1))));
    }

    /** The lines of its invoice. */
    List<Line> billed() {
        List<Line> billed = new ArrayList<>(lines);
        billed.set(0, new Line(lines.get(0).item, 1, lines.get(0).rate));
        return billed;
    }
}
