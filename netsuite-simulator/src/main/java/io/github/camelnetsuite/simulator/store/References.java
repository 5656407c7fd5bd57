package io.github.camelnetsuite.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds records by the ways NetSuite names them: internal ID, or external ID within a group of types. */
final class References {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern LAST_NUMBER = Pattern.compile("-(\\d{1,12})$");
    private static final String EXTERNAL = "eid:";

    private final Sql sql;

    References(Sql sql) {
        this.sql = sql;
    }

    /** The record a reference such as {@code {"id":"1"}} or {@code {"externalId":"SHOP-7"}} means. */
    Optional<Long> resolve(String target, JsonNode reference) {
        if (!reference.isObject()) {
            return Optional.empty();
        }
        RecordType type = Company.type(target).orElseThrow();
        JsonNode id = reference.path("id");
        if (id.isTextual() || id.isIntegralNumber()) {
            return find(type, id.asText());
        }
        JsonNode externalId = reference.path("externalId");
        return externalId.isTextual() ? findExternal(type, externalId.asText()) : Optional.empty();
    }

    /** The code of a fixed value, if it is one of those of that kind. */
    Optional<String> choice(String kind, JsonNode code) {
        return sql.value("SELECT x_code FROM x_status WHERE x_type = ? AND x_code = ?", kind, code.asText())
                .map(Object::toString);
    }

    /** The record addressed by {@code 42} or {@code eid:SHOP-7}. */
    Optional<Long> find(RecordType type, String address) {
        if (address.startsWith(EXTERNAL)) {
            return findExternal(type, address.substring(EXTERNAL.length()));
        }
        if (!NUMBER.matcher(address).matches()) {
            return Optional.empty();
        }
        return sql.value(
                        "SELECT id FROM " + type.table() + " WHERE id = ? AND " + type.onlyThisKind(),
                        Long.valueOf(address))
                .map(Long.class::cast);
    }

    Optional<Long> findExternal(RecordType type, String externalId) {
        return owner(type, externalId)
                .filter(owner -> owner.recordType().equals(type.name()))
                .map(Owner::id);
    }

    /** Who holds the external ID, of whichever type in the group. */
    Optional<Owner> owner(RecordType type, String externalId) {
        Optional<Owner> claimed = sql
                .query(
                        "SELECT x_recordtype, x_id FROM x_externalid WHERE x_group = ? AND x_key = ?",
                        type.group(),
                        key(externalId))
                .stream()
                .map(row -> new Owner(
                        String.valueOf(row.get("x_recordtype")), Long.parseLong(String.valueOf(row.get("x_id")))))
                .findFirst();
        return claimed.isPresent() ? claimed : ownerInSample(type, externalId);
    }

    /** External IDs of sample data end in the internal ID, which saves an index over millions of rows. */
    private Optional<Owner> ownerInSample(RecordType type, String externalId) {
        Matcher number = LAST_NUMBER.matcher(externalId);
        if (!number.find()) {
            return Optional.empty();
        }
        Long id = Long.valueOf(number.group(1));
        return Company.types().stream()
                .filter(other -> other.group().equals(type.group()) && other.hasExternalIds())
                .filter(other -> sql.value(
                                "SELECT id FROM " + other.table() + " WHERE id = ? AND UPPER(externalid) = ? AND "
                                        + other.onlyThisKind(),
                                id,
                                key(externalId))
                        .isPresent())
                .map(other -> new Owner(other.name(), id))
                .findFirst();
    }

    record Owner(String recordType, long id) {}

    /** Notes the external ID of a record, in place of any it had. */
    void claim(RecordType type, long id, String externalId) {
        Optional<Owner> owner = owner(type, externalId);
        if (owner.isPresent() && !owner.get().equals(new Owner(type.name(), id))) {
            throw new RecordRefused(
                    RecordRefused.Reason.DUPLICATE_EXTERNAL_ID,
                    "Error while accessing a resource. This entity already exists.",
                    "");
        }
        release(type, id);
        sql.update("INSERT INTO x_externalid VALUES (?, ?, ?, ?)", type.group(), key(externalId), type.name(), id);
        sql.update("UPDATE " + type.table() + " SET externalid = ? WHERE id = ?", externalId, id);
    }

    void release(RecordType type, long id) {
        sql.update("DELETE FROM x_externalid WHERE x_recordtype = ? AND x_id = ?", type.name(), id);
    }

    private static String key(String externalId) {
        return externalId.toUpperCase(Locale.ROOT);
    }
}
