package io.github.camelnetsuite.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a fulfilment or an invoice of an order: what the body does not say comes from the order, quantities from what is left.
 *
 * @see "NetSuite help: Transforming Records"
 */
final class Transformer {

    private static final String ORDER = "salesOrder";
    private static final String FULFILMENT = "itemFulfillment";
    private static final String INVOICE = "invoice";
    private static final List<String> TARGETS = List.of(FULFILMENT, INVOICE);
    private static final List<String> TAKEN_OVER =
            List.of("entity", "subsidiary", "currency", "memo", "otherrefnum", "email", "custbody_shop_order");

    private final Sql sql;

    Transformer(Sql sql) {
        this.sql = sql;
    }

    boolean canTransform(RecordType from, RecordType to) {
        return from.name().equals(ORDER) && TARGETS.contains(to.name());
    }

    /** The whole body of the record to create. */
    ObjectNode body(long order, RecordType to, ObjectNode given) {
        Map<String, @Nullable Object> source =
                sql.query("SELECT * FROM transaction WHERE id = ?", order).get(0);
        if ("A".equals(source.get("status"))) {
            throw RecordRefused.userError("The order is pending approval.");
        }
        ObjectNode body = given.deepCopy();
        Company.type(ORDER).orElseThrow().fields().stream()
                .filter(field -> TAKEN_OVER.contains(field.name().toLowerCase(Locale.ROOT)))
                .forEach(field -> takeOver(body, field, source.get(field.column())));
        body.putObject("createdFrom").put("id", Long.toString(order));
        body.putObject("item").set("items", lines(order, to, given.at("/item/items")));
        return body;
    }

    /** Sets the order's status from what has become of its lines; does nothing when there is no order. */
    void settle(Optional<Long> order) {
        if (order.isEmpty()) {
            return;
        }
        boolean fulfilled = true;
        boolean partly = false;
        boolean billed = true;
        boolean partlyBilled = false;
        for (Line line : open(order.get(), FULFILMENT).values()) {
            fulfilled &= line.left().signum() == 0;
            partly |= line.left().compareTo(line.quantity()) < 0;
        }
        for (Line line : open(order.get(), INVOICE).values()) {
            billed &= line.left().signum() == 0;
            partlyBilled |= line.left().compareTo(line.quantity()) < 0;
        }
        String status;
        if (fulfilled) {
            status = billed ? "G" : "F";
        } else if (partly) {
            status = partlyBilled ? "E" : "D";
        } else {
            status = "B";
        }
        sql.update("UPDATE transaction SET status = ? WHERE id = ?", status, order.get());
    }

    /** The order a transaction was made from. */
    Optional<Long> orderOf(long transaction) {
        return sql.value("SELECT createdfrom FROM transaction WHERE id = ?", transaction)
                .map(Long.class::cast);
    }

    private static void takeOver(ObjectNode body, Field field, @Nullable Object value) {
        boolean given =
                body.properties().stream().anyMatch(entry -> entry.getKey().equalsIgnoreCase(field.name()));
        if (given || value == null) {
            return;
        }
        if (field.kind() == Field.Kind.REFERENCE) {
            body.putObject(field.name()).put("id", value.toString());
        } else {
            body.put(field.name(), value.toString());
        }
    }

    private ArrayNode lines(long order, RecordType to, JsonNode given) {
        Map<Long, Line> open = open(order, to.name());
        Map<Long, ObjectNode> lines = new LinkedHashMap<>();
        open.forEach((key, line) -> {
            if (line.left().signum() > 0) {
                lines.put(key, line.json(to));
            }
        });
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        int index = 0;
        for (JsonNode item : given) {
            String path = "item.items[" + index++ + "].";
            if (!(item instanceof ObjectNode line)) {
                throw RecordRefused.invalidValue(path + "item");
            }
            JsonNode key = line.path("orderLine");
            if (key.isMissingNode() && to.name().equals(INVOICE)) {
                all.add(line);
            } else {
                merge(lines, open, line, key, path);
            }
        }
        if (lines.isEmpty() && all.isEmpty()) {
            throw RecordRefused.userError(
                    "No line of the order is left to be " + (to.name().equals(INVOICE) ? "billed." : "fulfilled."));
        }
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        lines.values().forEach(merged::add);
        return merged.addAll(all);
    }

    private static void merge(
            Map<Long, ObjectNode> lines, Map<Long, Line> open, ObjectNode given, JsonNode key, String path) {
        Line line = open.get(key.asLong(-1));
        ObjectNode merged = lines.get(key.asLong(-1));
        if (line == null || merged == null) {
            throw RecordRefused.invalidValue(path + "orderLine");
        }
        if (given.path("itemReceive").isBoolean() && !given.path("itemReceive").asBoolean()) {
            lines.remove(key.asLong());
            return;
        }
        JsonNode quantity = given.path("quantity");
        if (quantity.isNumber() && quantity.decimalValue().compareTo(line.left()) > 0) {
            throw RecordRefused.userError(
                    "The quantity is more than is left on line " + key.asLong() + " of the order.");
        }
        merged.setAll(given);
        merged.remove("itemReceive");
    }

    private record Line(
            long item,
            BigDecimal quantity,
            BigDecimal left,
            @Nullable BigDecimal rate,
            @Nullable Object location,
            long key) {

        ObjectNode json(RecordType to) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("orderLine", key);
            json.putObject("item").put("id", Long.toString(item));
            json.put("quantity", left);
            if (location != null) {
                json.putObject("location").put("id", location.toString());
            }
            if (rate != null && to.name().equals(INVOICE)) {
                json.put("rate", rate);
            }
            return json;
        }
    }

    /** The order's lines by their key, and what is left of each for that kind of transaction. */
    private Map<Long, Line> open(long order, String target) {
        var lines = new LinkedHashMap<Long, Line>();
        String type = Company.type(target).orElseThrow().discriminator();
        for (Map<String, @Nullable Object> row : sql.query(
                "SELECT l.id, l.item, l.quantity, l.rate, l.location, l.quantity - COALESCE((SELECT SUM(d.quantity)"
                        + " FROM transaction t JOIN transactionline d ON d.transaction = t.id WHERE t.createdfrom = l.transaction"
                        + " AND t.type = ? AND d.x_orderline = l.id), 0) AS open FROM transactionline l"
                        + " WHERE l.transaction = ? AND l.mainline = 'F' ORDER BY l.id",
                type,
                order)) {
            long key = Long.parseLong(String.valueOf(row.get("id")));
            lines.put(
                    key,
                    new Line(
                            Long.parseLong(String.valueOf(row.get("item"))),
                            decimal(row.get("quantity")),
                            decimal(row.get("open")).max(BigDecimal.ZERO),
                            row.get("rate") instanceof BigDecimal rate ? rate : null,
                            row.get("location"),
                            key));
        }
        return lines;
    }

    private static BigDecimal decimal(@Nullable Object value) {
        return value instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }
}
