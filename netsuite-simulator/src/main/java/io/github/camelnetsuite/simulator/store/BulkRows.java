package io.github.camelnetsuite.simulator.store;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Adds, changes and deletes sample rows in quantity, past what REST does. */
final class BulkRows {

    static final List<String> TYPES = List.of("customer", "inventoryItem", "salesOrder");

    private final Sql sql;
    private final SampleData sample;

    BulkRows(Sql sql, SampleData sample) {
        this.sql = sql;
        this.sample = sample;
    }

    /** IDs of the rows added, from the first to the last. */
    record Added(long first, long last) {}

    Added add(RecordType type, long first, long count) {
        long last = first + count - 1;
        switch (type.name()) {
            case "customer" -> sample.customers(first, last);
            case "inventoryItem" -> sample.items(first, last);
            case "salesOrder" -> sample.orders(first, last);
            default ->
                throw new IllegalArgumentException(
                        "Rows of type " + type.name() + " cannot be made in bulk. There are " + TYPES + ".");
        }
        return new Added(first, last);
    }

    /** Some row of the type that is there; empty when there is none. */
    Optional<Long> any(RecordType type, SplittableRandom dice) {
        // The highest ID of the table, which its key tells; that of the kind would take a look at every row.
        Optional<Long> last = sql.value("SELECT MAX(id) FROM " + type.table()).map(Long.class::cast);
        return last.flatMap(max -> {
            long from = dice.nextLong(1, max + 1);
            return next(type, " AND id >= ? ORDER BY id", from)
                    .or(() -> next(type, " AND id < ? ORDER BY id DESC", from));
        });
    }

    private Optional<Long> next(RecordType type, String condition, long id) {
        return sql.value(
                        "SELECT id FROM " + type.table() + " WHERE " + type.onlyThisKind() + condition
                                + " FETCH FIRST 1 ROWS ONLY",
                        id)
                .map(Long.class::cast);
    }

    /** Gives a row another text and the time it was changed at. */
    void touch(RecordType type, long id, List<Object> moments, String text) {
        String column =
                switch (type.name()) {
                    case "customer" -> "comments";
                    case "inventoryItem" -> "displayname";
                    default -> "memo";
                };
        sql.update(
                "UPDATE " + type.table() + " SET " + column
                        + " = ?, lastmodifieddate = ?, x_lastmodifieddate = ? WHERE id = ?",
                text,
                moments.get(0),
                moments.get(1),
                id);
    }
}
