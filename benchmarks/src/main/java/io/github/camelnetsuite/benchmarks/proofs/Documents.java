package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.benchmarks.proofs.ShopOrder.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of one record type that are there, read back past the connector. */
final class Documents {

    private final SimulatorJvm netSuite;
    private final String type;
    private final JsonNode before;
    private final List<String> wrong = new ArrayList<>();
    private long count;
    private long lines;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal total = BigDecimal.ZERO;

    private Documents(SimulatorJvm netSuite, String type) throws IOException, InterruptedException {
        this.netSuite = netSuite;
        this.type = type;
        this.before = netSuite.get("/summary/" + type);
    }

    /** Those that come from now on. */
    static Documents of(SimulatorJvm netSuite, String type) throws IOException, InterruptedException {
        return new Documents(netSuite, type);
    }

    /**
     * Expects one document with just these lines.
     *
     * @param priced whether its lines have rates and it has a total
     */
    void expect(String externalId, int customer, List<Line> sent, boolean priced)
            throws IOException, InterruptedException {
        count++;
        lines += sent.size();
        for (Line line : sent) {
            quantity = quantity.add(BigDecimal.valueOf(line.quantity()));
            total = total.add(priced ? line.amount() : BigDecimal.ZERO);
        }
        String difference = difference(externalId, customer, sent, priced);
        if (difference != null) {
            wrong.add(externalId + ": " + difference);
        }
    }

    /** What is not as it was sent, and what is there beyond; empty when all is right. */
    List<String> wrong() throws IOException, InterruptedException {
        JsonNode after = netSuite.get("/summary/" + type);
        List<String> all = new ArrayList<>(wrong);
        sum(all, after, "count", BigDecimal.valueOf(count));
        sum(all, after, "externalIds", BigDecimal.valueOf(count));
        sum(all, after, "lines", BigDecimal.valueOf(lines));
        sum(all, after, "quantity", quantity);
        sum(all, after, "total", total);
        return all;
    }

    long count() {
        return count;
    }

    private void sum(List<String> all, JsonNode after, String what, BigDecimal expected) {
        BigDecimal there =
                after.path(what).decimalValue().subtract(before.path(what).decimalValue());
        if (there.compareTo(expected) != 0) {
            all.add(what + " of " + type + " in all: " + there + " instead of " + expected);
        }
    }

    private @Nullable String difference(String externalId, int customer, List<Line> sent, boolean priced)
            throws IOException, InterruptedException {
        JsonNode there = netSuite.find("/records/" + type + "/eid:" + externalId);
        if (there == null) {
            return "is not there";
        }
        if (there.at("/entity/id").asInt() != customer) {
            return "is of another customer";
        }
        List<Line> left = new ArrayList<>(sent);
        for (JsonNode line : there.at("/item/items")) {
            if (!take(left, line, priced)) {
                return "has a line that was not sent: " + line;
            }
        }
        if (!left.isEmpty()) {
            return "has not the lines " + left;
        }
        BigDecimal expected = sent.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return priced && there.path("total").decimalValue().compareTo(expected) != 0
                ? "comes to " + there.path("total") + " instead of " + expected
                : null;
    }

    private static boolean take(List<Line> left, JsonNode there, boolean priced) {
        for (Line line : left) {
            boolean same = there.at("/item/id").asInt() == line.item()
                    && there.path("quantity").decimalValue().compareTo(BigDecimal.valueOf(line.quantity())) == 0
                    && (!priced || there.path("rate").decimalValue().compareTo(line.rate()) == 0);
            if (same) {
                return left.remove(line);
            }
        }
        return false;
    }
}
