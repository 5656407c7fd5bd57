package io.github.camelnetsuite.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps the account's records. Thread-safe; each operation is one transaction. */
public final class RecordStore implements AutoCloseable {

    private final ZoneId zone;
    private final SampleSize size;
    private final Database database;
    private final Sql sql;
    private final References references;
    private final RecordBody bodies;
    private final RecordReader reader;
    private final RecordWriter writer;
    private boolean changed = true;
    private long version;

    /** Totals of collections under the version they were counted at. */
    private final Map<Map.Entry<String, Condition>, Long> counted = new HashMap<>();

    private long countedAt;

    /** Filled with sample data. */
    public RecordStore(Clock clock, ZoneId zone, SampleSize size) {
        this.zone = zone;
        this.size = size;
        this.database = Database.create(size.isLarge());
        this.sql = new Sql(database.writer());
        this.references = new References(sql);
        this.bodies = new RecordBody(references);
        this.reader = new RecordReader(sql);
        this.writer = new RecordWriter(sql, references, clock, zone);
        reset();
    }

    /** How a write treats lines. */
    public record LineRules(Set<String> replaced, boolean unkeyedLinesReplace) {
        public static final LineRules APPENDING = new LineRules(Set.of(), false);
    }

    /**
     * What became of a write.
     *
     * @param unknown paths of fields the type does not have, ignored
     * @param appended whether lines without a key were added to those already there
     */
    public record Written(long id, boolean created, List<String> unknown, boolean appended) {}

    /** Puts the sample data back as it was at the start. */
    public synchronized void reset() {
        if (!changed) {
            return;
        }
        inTransaction(() -> {
            for (var row :
                    sql.query("SELECT table_name FROM INFORMATION_SCHEMA.TABLES WHERE table_schema = 'PUBLIC'")) {
                sql.update("TRUNCATE TABLE " + row.get("table_name"));
            }
            return true;
        });
        new SampleData(sql, zone, this::commit).fill(size);
        version++;
        writer.forgetIds();
        changed = false;
    }

    /** Grows with every write; what was read under one version is the same for as long as it lasts. */
    public synchronized long version() {
        return version;
    }

    /** For reading with SuiteQL. */
    public Database database() {
        return database;
    }

    /** The internal ID behind {@code 42} or {@code eid:SHOP-7}. */
    public synchronized Optional<Long> find(RecordType type, String address) {
        return references.find(type, address);
    }

    /** One line of a record as JSON, by its key; empty when there is none. */
    public synchronized Optional<ObjectNode> readLine(
            RecordType type, long id, Sublist sublist, String key, String recordsUrl) {
        return reader.readLine(type, id, sublist, key, recordsUrl);
    }

    /** The record as JSON; see {@link RecordReader#read}. */
    public synchronized Optional<ObjectNode> read(
            RecordType type, long id, String recordsUrl, boolean expand, List<String> only) {
        return reader.read(type, id, recordsUrl, expand, only);
    }

    /** How many records of the type meet the condition; counted once for as long as the data does not change. */
    public synchronized long count(RecordType type, Condition condition) {
        if (countedAt != version) {
            counted.clear();
            countedAt = version;
        }
        return counted.computeIfAbsent(Map.entry(type.name(), condition), unknown -> sql.value(
                        "SELECT COUNT(*) FROM " + type.table() + " WHERE " + type.onlyThisKind() + " AND "
                                + condition.sql(),
                        condition.arguments().toArray())
                .map(Long.class::cast)
                .orElse(0L));
    }

    /** Internal IDs of the records that meet the condition, in ascending order. */
    public synchronized List<Long> ids(RecordType type, Condition condition, long offset, int limit) {
        var arguments = new ArrayList<>(condition.arguments());
        arguments.add(offset);
        arguments.add(limit);
        return sql
                .query(
                        "SELECT id FROM " + type.table() + " WHERE " + type.onlyThisKind() + " AND " + condition.sql()
                                + " ORDER BY id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                        arguments.toArray())
                .stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("id"))))
                .toList();
    }

    public synchronized Written create(RecordType type, ObjectNode body, boolean refuseUnknown) {
        return inTransaction(() -> {
            RecordChange change = parse(type, body, refuseUnknown);
            return writer.insert(type, change, change.externalId());
        });
    }

    public synchronized Written update(
            RecordType type, long id, ObjectNode body, LineRules lines, boolean refuseUnknown) {
        return inTransaction(() -> writer.change(type, id, parse(type, body, refuseUnknown), lines));
    }

    public synchronized Written upsert(
            RecordType type, String externalId, ObjectNode body, LineRules lines, boolean refuseUnknown) {
        return inTransaction(() -> {
            RecordChange change = parse(type, body, refuseUnknown);
            Optional<Long> existing = references.findExternal(type, externalId);
            return existing.isPresent()
                    ? writer.change(type, existing.get(), change, lines)
                    : writer.insert(type, change, Optional.of(externalId));
        });
    }

    public synchronized void delete(RecordType type, long id) {
        inTransaction(() -> {
            writer.delete(type, id);
            return true;
        });
    }

    private RecordChange parse(RecordType type, ObjectNode body, boolean refuseUnknown) {
        RecordChange change = bodies.read(type, body);
        if (refuseUnknown && !change.unknown().isEmpty()) {
            throw RecordRefused.unknownField(change.unknown().iterator().next());
        }
        return change;
    }

    private <T> T inTransaction(Supplier<T> work) {
        Connection connection = database.writer();
        boolean done = false;
        try {
            T result = work.get();
            commit();
            done = true;
            changed = true;
            version++;
            return result;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private void commit() {
        try {
            database.writer().commit();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not commit", e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not roll back", e);
        }
    }

    @Override
    public synchronized void close() {
        database.close();
    }
}
