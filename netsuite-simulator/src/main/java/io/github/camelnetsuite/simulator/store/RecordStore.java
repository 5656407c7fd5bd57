package io.github.camelnetsuite.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the account's records. Thread-safe; each operation is one transaction. */
public final class RecordStore implements AutoCloseable {

    private static final int MOST_CHANGES_KEPT = 10_000;

    private final Database database;
    private final Sql sql;
    private final References references;
    private final RecordBody bodies;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final SampleData sample;
    private final BulkRows bulk;
    private final Transformer transformer;
    private final Attachments attachments;
    private boolean changed = true;
    private long version;

    /** Totals of collections under the version they were counted at. */
    private final Map<Map.Entry<String, Condition>, Long> counted = new HashMap<>();

    private long countedAt;

    /** The version at which a record was last changed; only the latest changes, as none older is asked for. */
    private final Map<String, Long> lastChanges = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_CHANGES_KEPT;
        }
    };

    /**
     * Filled with sample data.
     *
     * @param closedBefore the first day whose accounting period is open
     */
    public RecordStore(Clock clock, ZoneId zone, SampleSize size, Supplier<LocalDate> closedBefore) {
        this.database = Database.create(size.isLarge());
        this.sql = new Sql(database.writer());
        this.references = new References(sql);
        this.bodies = new RecordBody(references);
        this.reader = new RecordReader(sql);
        this.writer = new RecordWriter(sql, references, clock, zone, closedBefore);
        this.sample = new SampleData(sql, zone, size, this::commit);
        this.bulk = new BulkRows(sql, sample);
        this.transformer = new Transformer(sql);
        this.attachments = new Attachments(sql);
        reset();
    }

    /**
     * What became of a write.
     *
     * @param unknown paths of fields the type does not have, left out
     * @param invalid paths of fields whose value cannot be, left out
     * @param dropped whether a field was left out that the role cannot write
     * @param appended whether lines without a key were added to those already there
     */
    public record Written(
            long id, boolean created, List<String> unknown, List<String> invalid, boolean dropped, boolean appended) {}

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
        sample.fill();
        version++;
        writer.forgetIds();
        lastChanges.clear();
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

    public synchronized Written create(RecordType type, ObjectNode body, WriteRules rules) {
        return inTransaction(() -> {
            RecordChange change = parse(type, body, rules);
            return writer.insert(type, change, change.externalId());
        });
    }

    public synchronized Written update(RecordType type, long id, ObjectNode body, WriteRules rules) {
        return inTransaction(() -> change(type, id, parse(type, body, rules), rules));
    }

    public synchronized Written upsert(RecordType type, String externalId, ObjectNode body, WriteRules rules) {
        return inTransaction(() -> {
            RecordChange change = parse(type, body, rules);
            Optional<Long> existing = references.findExternal(type, externalId);
            return existing.isPresent()
                    ? change(type, existing.get(), change, rules)
                    : writer.insert(type, change, Optional.of(externalId));
        });
    }

    public synchronized void delete(RecordType type, long id) {
        inTransaction(() -> {
            Optional<Long> order = type.isTransaction() ? transformer.orderOf(id) : Optional.empty();
            writer.delete(type, id);
            transformer.settle(order);
            return true;
        });
    }

    /** Whether rows of that type can be made in bulk. */
    public static boolean growable(RecordType type) {
        return BulkRows.TYPES.contains(type.name());
    }

    /** Adds sample rows of that type behind all others, at once and past all rules; gives their first and last ID. */
    public synchronized List<Long> grow(RecordType type, long count) {
        return inTransaction(() -> {
            BulkRows.Added added = bulk.add(type, writer.lastId(type) + 1, count);
            writer.idsGivenUpTo(type, added.last());
            return List.of(added.first(), added.last());
        });
    }

    /**
     * Changes a row of that type at random, as another user would.
     *
     * @return its ID; empty when there is none
     */
    public synchronized Optional<Long> changeAny(RecordType type, SplittableRandom dice) {
        return inTransaction(() -> {
            Optional<Long> id = bulk.any(type, dice);
            id.ifPresent(found -> {
                bulk.touch(type, found, writer.moments(), "Changed " + version);
                lastChanges.put(type.table() + " " + found, version + 1);
            });
            return id;
        });
    }

    /**
     * Deletes a row of that type at random.
     *
     * @return its ID; empty when there is none
     */
    public synchronized Optional<Long> deleteAny(RecordType type, SplittableRandom dice) {
        return inTransaction(() -> {
            Optional<Long> id = bulk.any(type, dice);
            id.ifPresent(found -> writer.delete(type, found));
            return id;
        });
    }

    /** What there is of that type. */
    public synchronized RecordSummary summary(RecordType type) {
        Map<String, @Nullable Object> own = sql.query("SELECT COUNT(*) AS n, SUM(CAST(id AS NUMERIC(30))) AS ids,"
                        + (type.hasExternalIds() ? " COUNT(externalid)" : " 0") + " AS external,"
                        + (type.isTransaction() ? " SUM(foreigntotal)" : " 0") + " AS total FROM " + type.table()
                        + " WHERE " + type.onlyThisKind())
                .get(0);
        Map<String, @Nullable Object> lines = type.sublists().isEmpty()
                ? Map.of("n", 0L, "quantity", BigDecimal.ZERO)
                : lineSummary(type, type.sublists().get(0));
        return new RecordSummary(
                number(own.get("n")).longValue(),
                number(own.get("ids")),
                number(lines.get("n")).longValue(),
                number(lines.get("quantity")),
                number(own.get("total")),
                number(own.get("external")).longValue());
    }

    private Map<String, @Nullable Object> lineSummary(RecordType type, Sublist sublist) {
        // A join: H2 fails at IN with a subquery of many rows.
        return sql.query("SELECT COUNT(*) AS n, SUM(l.quantity) AS quantity FROM " + type.table() + " JOIN "
                        + sublist.table() + " l ON l." + sublist.parentColumn() + " = " + type.table() + ".id WHERE "
                        + type.onlyThisKind() + sublist.onlyLines())
                .get(0);
    }

    private static BigDecimal number(@Nullable Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    /** Whether {@link #transform} knows these types. */
    public boolean canTransform(RecordType from, RecordType to) {
        return transformer.canTransform(from, to);
    }

    /** Makes a record of another type from an order. */
    public synchronized Written transform(long order, RecordType to, ObjectNode given, WriteRules rules) {
        return inTransaction(() -> {
            RecordChange change = parse(to, transformer.body(order, to, given), rules);
            Written written = writer.insert(to, change, change.externalId());
            transformer.settle(Optional.of(order));
            return written;
        });
    }

    /** Approves an order that waits for it. */
    public synchronized void approve(long order) {
        inTransaction(() -> {
            if (sql.update("UPDATE transaction SET status = 'B' WHERE id = ? AND status = 'A'", order) == 0) {
                throw RecordRefused.userError("The order is not pending approval.");
            }
            return true;
        });
    }

    /** Whether there is such a contact or file. */
    public synchronized boolean canAttach(String kind, long id) {
        return attachments.exists(kind, id);
    }

    /** Attaches a contact, in a role that may be empty, or a file; once more changes the role. */
    public synchronized void attach(RecordType type, long record, String kind, long id, String role) {
        inTransaction(() -> {
            attachments.attach(type, record, kind, id, role);
            return true;
        });
    }

    /** Detaches a contact or file; does nothing when it is not attached. */
    public synchronized void detach(RecordType type, long record, String kind, long id) {
        inTransaction(() -> {
            attachments.detach(type, record, kind, id);
            return true;
        });
    }

    /** IDs of the contacts or files attached to a record, in ascending order. */
    public synchronized List<Long> attached(RecordType type, long record, String kind) {
        return attachments.attached(type, record, kind);
    }

    private Written change(RecordType type, long id, RecordChange change, WriteRules rules) {
        String record = type.table() + " " + id;
        if (Objects.requireNonNullElse(lastChanges.get(record), 0L) > rules.seen()) {
            throw new RecordRefused(
                    RecordRefused.Reason.RECORD_CHANGED,
                    "Error while accessing a resource. Record has been changed.",
                    "");
        }
        Written written = writer.change(type, id, change, rules);
        // The version it will have once this transaction is through.
        lastChanges.put(record, version + 1);
        return written;
    }

    private RecordChange parse(RecordType type, ObjectNode body, WriteRules rules) {
        RecordChange change = bodies.read(type, body, rules);
        if (rules.names() == WriteRules.Validation.ERROR && !change.unknown().isEmpty()) {
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
