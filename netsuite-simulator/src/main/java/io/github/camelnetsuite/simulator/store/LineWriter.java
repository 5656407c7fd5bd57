package io.github.camelnetsuite.simulator.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the lines of a request into a record. */
final class LineWriter {

    private final Sql sql;

    LineWriter(Sql sql) {
        this.sql = sql;
    }

    /**
     * Writes lines: those whose key is there are changed, the rest are added.
     *
     * @param deleteOthers whether lines the request does not name go, as with {@code ?replace=}
     * @return whether a line without a key was added to a record that had lines
     */
    boolean write(Sublist sublist, long record, List<RecordChange.Line> lines, boolean deleteOthers) {
        Set<Long> before = keys(sublist, record);
        Set<Long> kept = new HashSet<>();
        long next = before.stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        boolean appended = false;
        int index = 0;
        for (RecordChange.Line line : lines) {
            String path = sublist.name() + ".items[" + index++ + "]";
            Long key = line.key();
            if (key != null && before.contains(key)) {
                change(sublist, record, key, line.values());
                kept.add(key);
            } else if (!sublist.numbered() && key == null) {
                throw RecordRefused.invalidValue(path + "." + sublist.key().name());
            } else {
                long added = sublist.numbered() || key == null ? next++ : key;
                add(sublist, record, added, line.values());
                kept.add(added);
                appended |= key == null && !before.isEmpty();
            }
        }
        if (deleteOthers) {
            before.stream().filter(key -> !kept.contains(key)).forEach(key -> delete(sublist, record, key));
        }
        return appended;
    }

    void deleteAll(Sublist sublist, long record) {
        keys(sublist, record).forEach(key -> delete(sublist, record, key));
    }

    private Set<Long> keys(Sublist sublist, long record) {
        var keys = new HashSet<Long>();
        sql.query(
                        "SELECT " + sublist.key().column() + " AS k FROM " + sublist.table() + " WHERE "
                                + sublist.parentColumn() + " = ?" + sublist.onlyLines(),
                        record)
                .forEach(row -> keys.add(Long.valueOf(String.valueOf(row.get("k")))));
        return keys;
    }

    private void add(Sublist sublist, long record, long key, Map<Field, @Nullable Object> values) {
        for (Field field : sublist.fields()) {
            if (field.required() && values.get(field) == null) {
                throw RecordRefused.userError("Please enter value(s) for: " + field.label());
            }
        }
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put(sublist.parentColumn(), record);
        row.put(sublist.key().column(), key);
        if (sublist.numbered()) {
            row.put("linesequencenumber", key);
            row.put("mainline", "F");
            row.put("quantity", 1);
        }
        values.forEach((field, value) -> row.put(field.column(), value));
        String marks =
                String.join(", ", row.keySet().stream().map(column -> "?").toList());
        sql.update(
                "INSERT INTO " + sublist.table() + " (" + String.join(", ", row.keySet()) + ") VALUES (" + marks + ")",
                row.values().toArray());
    }

    private void change(Sublist sublist, long record, long key, Map<Field, @Nullable Object> values) {
        if (values.isEmpty()) {
            return;
        }
        var assignments = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        values.forEach((field, value) -> {
            assignments.add(field.column() + " = ?");
            arguments.add(value);
        });
        boolean repriced =
                values.keySet().stream().anyMatch(field -> field.name().matches("quantity|rate"));
        boolean amountGiven =
                values.keySet().stream().anyMatch(field -> field.name().equals("amount"));
        if (sublist.numbered() && repriced && !amountGiven) {
            assignments.add("foreignamount = NULL");
        }
        arguments.add(record);
        arguments.add(key);
        sql.update(
                "UPDATE " + sublist.table() + " SET " + String.join(", ", assignments) + " WHERE "
                        + sublist.parentColumn() + " = ? AND " + sublist.key().column() + " = ?",
                arguments.toArray());
    }

    private void delete(Sublist sublist, long record, long key) {
        sql.update(
                "DELETE FROM " + sublist.table() + " WHERE " + sublist.parentColumn() + " = ? AND "
                        + sublist.key().column() + " = ?",
                record,
                key);
    }
}
