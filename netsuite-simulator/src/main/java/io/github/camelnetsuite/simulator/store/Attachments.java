package io.github.camelnetsuite.simulator.store;

import java.util.List;

/** Which contacts and files hang on which records; for one thread at a time. */
final class Attachments {

    private final Sql sql;

    Attachments(Sql sql) {
        this.sql = sql;
    }

    /** Whether there is such a contact or file. */
    boolean exists(String kind, long id) {
        String table = kind.equals("contact") ? "contact WHERE id = ?" : "x_file WHERE x_id = ?";
        return sql.value("SELECT COUNT(*) FROM " + table, id)
                .filter(count -> !count.equals(0L))
                .isPresent();
    }

    void attach(RecordType type, long record, String kind, long id, String role) {
        detach(type, record, kind, id);
        sql.update("INSERT INTO x_attachment VALUES (?, ?, ?, ?, ?)", type.name(), record, kind, id, role);
    }

    void detach(RecordType type, long record, String kind, long id) {
        sql.update(
                "DELETE FROM x_attachment WHERE x_recordtype = ? AND x_record = ? AND x_kind = ? AND x_id = ?",
                type.name(),
                record,
                kind,
                id);
    }

    /** IDs of what is attached, in ascending order. */
    List<Long> attached(RecordType type, long record, String kind) {
        return sql
                .query(
                        "SELECT x_id FROM x_attachment WHERE x_recordtype = ? AND x_record = ? AND x_kind = ? ORDER BY x_id",
                        type.name(),
                        record,
                        kind)
                .stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("x_id"))))
                .toList();
    }
}
