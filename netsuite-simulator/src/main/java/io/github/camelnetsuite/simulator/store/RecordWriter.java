package io.github.camelnetsuite.simulator.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes checked changes; for one thread at a time, within a transaction of the caller's. */
final class RecordWriter {

    private final Sql sql;
    private final References references;
    private final Clock clock;
    private final ZoneId zone;
    private final LineWriter lineWriter;
    private final TransactionRules rules;

    /** The last internal ID of each group, so that one is not given again after its record was deleted. */
    private final Map<String, Long> lastIds = new HashMap<>();

    RecordWriter(Sql sql, References references, Clock clock, ZoneId zone, Supplier<LocalDate> closedBefore) {
        this.sql = sql;
        this.references = references;
        this.clock = clock;
        this.zone = zone;
        this.lineWriter = new LineWriter(sql);
        this.rules = new TransactionRules(sql, closedBefore);
    }

    RecordStore.Written insert(RecordType type, RecordChange change, Optional<String> externalId) {
        List<String> missing = type.fields().stream()
                .filter(field -> field.required() && change.values().get(field) == null)
                .map(Field::label)
                .toList();
        if (!missing.isEmpty()) {
            throw RecordRefused.userError("Please enter value(s) for: " + String.join(", ", missing));
        }
        long id = lastId(type) + 1;
        Instant now = now();
        rules.beforeCreate(type, change, id, now.atZone(zone).toLocalDate());
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", id);
        if (!type.discriminatorColumn().isEmpty()) {
            row.put(type.discriminatorColumn(), type.discriminator());
        }
        change.values().forEach((field, value) -> row.put(field.storedColumn(), value));
        type.fields().stream()
                .filter(field -> field.kind() == Field.Kind.DATETIME)
                .forEach(field -> stamp(row, field.column(), now));
        sql.update(
                "INSERT INTO " + type.table() + " (" + String.join(", ", row.keySet()) + ") VALUES ("
                        + String.join(
                                ", ", row.keySet().stream().map(column -> "?").toList()) + ")",
                row.values().toArray());
        if (type.isTransaction()) {
            sql.update(
                    "INSERT INTO transactionline (transaction, id, linesequencenumber, mainline) VALUES (?, 0, 0, 'T')",
                    id);
        }
        externalId.ifPresent(given -> references.claim(type, id, given));
        change.lines().forEach((sublist, lines) -> lineWriter.write(sublist, id, lines, false));
        rules.afterLines(type, id);
        lastIds.put(type.group(), id);
        return written(id, true, change, false);
    }

    RecordStore.Written change(RecordType type, long id, RecordChange change, WriteRules lineRules) {
        rules.beforeUpdate(type, change, id);
        var row = new LinkedHashMap<String, @Nullable Object>();
        change.values().forEach((field, value) -> {
            if (field.required() && value == null) {
                throw RecordRefused.userError("Please enter value(s) for: " + field.label());
            }
            row.put(field.storedColumn(), value);
        });
        type.field("lastModifiedDate").ifPresent(field -> stamp(row, field.column(), now()));
        if (!row.isEmpty()) {
            var arguments = new ArrayList<@Nullable Object>(row.values());
            arguments.add(id);
            int changed = sql.update(
                    "UPDATE " + type.table() + " SET "
                            + String.join(
                                    ", ",
                                    row.keySet().stream()
                                            .map(column -> column + " = ?")
                                            .toList())
                            + " WHERE id = ?",
                    arguments.toArray());
            if (changed == 0) {
                throw RecordRefused.nonexistentId();
            }
        }
        change.externalId().ifPresent(given -> references.claim(type, id, given));
        change.emptied().forEach(sublist -> lineWriter.deleteAll(sublist, id));
        boolean appended = false;
        for (Map.Entry<Sublist, List<RecordChange.Line>> entry : change.lines().entrySet()) {
            appended |= lineWriter.write(entry.getKey(), id, entry.getValue(), lineRules.replaces(entry.getKey()));
        }
        rules.afterLines(type, id);
        return written(id, false, change, appended);
    }

    private static RecordStore.Written written(long id, boolean created, RecordChange change, boolean appended) {
        return new RecordStore.Written(
                id, created, List.copyOf(change.unknown()), List.copyOf(change.invalid()), change.dropped(), appended);
    }

    void delete(RecordType type, long id) {
        rules.beforeDelete(type, id);
        type.sublists().forEach(sublist -> lineWriter.deleteAll(sublist, id));
        if (type.isTransaction()) {
            sql.update("DELETE FROM transactionline WHERE transaction = ?", id);
        }
        references.release(type, id);
        if (sql.update("DELETE FROM " + type.table() + " WHERE id = ? AND " + type.onlyThisKind(), id) == 0) {
            throw RecordRefused.nonexistentId();
        }
    }

    /** Notes IDs that were given past this writer. */
    void idsGivenUpTo(RecordType type, long last) {
        lastIds.put(type.group(), last);
    }

    void forgetIds() {
        lastIds.clear();
    }

    private void stamp(Map<String, @Nullable Object> row, String column, Instant now) {
        row.put(column, LocalDateTime.ofInstant(now, zone));
        row.put("x_" + column, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    /** Now, in the account's zone and in UTC. */
    List<Object> moments() {
        return List.of(LocalDateTime.ofInstant(now(), zone), LocalDateTime.ofInstant(now(), ZoneOffset.UTC));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Record types of a group share their internal IDs, as customers, vendors, employees and contacts do. */
    long lastId(RecordType type) {
        return lastIds.computeIfAbsent(type.group(), group -> Company.types().stream()
                .filter(other -> other.group().equals(group))
                .flatMap(other -> sql.value("SELECT MAX(id) FROM " + other.table()).stream())
                .mapToLong(Long.class::cast)
                .max()
                .orElse(0));
    }
}
