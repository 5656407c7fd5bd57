package io.github.camelnetsuite.simulator.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows records in their JSON form, links and all. */
final class RecordReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern KEY = Pattern.compile("\\d{1,18}");

    private final Sql sql;

    RecordReader(Sql sql) {
        this.sql = sql;
    }

    /**
     * The record as JSON.
     *
     * @param recordsUrl what links begin with, up to and including {@code /record/v1}
     * @param only names of the fields wanted, in lower case; empty for all
     */
    Optional<ObjectNode> read(RecordType type, long id, String recordsUrl, boolean expand, List<String> only) {
        return sql.query("SELECT * FROM " + type.table() + " WHERE id = ? AND " + type.onlyThisKind(), id).stream()
                .findFirst()
                .map(row -> json(type, id, row, recordsUrl, expand, only));
    }

    /** One line, by its key; empty when there is none. */
    Optional<ObjectNode> readLine(RecordType type, long id, Sublist sublist, String key, String recordsUrl) {
        return KEY.matcher(key).matches()
                ? rows(sublist, id, " AND " + sublist.key().column() + " = " + key).stream()
                        .findFirst()
                        .map(row -> line(
                                sublist,
                                row,
                                recordsUrl + "/" + type.name() + "/" + id + "/" + sublist.name(),
                                recordsUrl))
                : Optional.empty();
    }

    private ObjectNode json(
            RecordType type,
            long id,
            Map<String, @Nullable Object> row,
            String recordsUrl,
            boolean expand,
            List<String> only) {
        String self = recordsUrl + "/" + type.name() + "/" + id;
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        self(record, self);
        record.put("id", Long.toString(id));
        if (row.get("externalid") instanceof String externalId && wanted("externalid", only)) {
            record.put("externalId", externalId);
        }
        for (Field field : type.fields()) {
            if (wanted(field.name(), only)) {
                value(record, field, row, recordsUrl);
            }
        }
        for (Sublist sublist : type.sublists()) {
            if (only.isEmpty() && expand) {
                record.set(sublist.name(), lines(sublist, id, self, recordsUrl));
            } else if (only.isEmpty()) {
                self(record.putObject(sublist.name()), self + "/" + sublist.name());
            }
        }
        return record;
    }

    private ObjectNode lines(Sublist sublist, long id, String record, String recordsUrl) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        String self = record + "/" + sublist.name();
        self(list, self);
        ArrayNode items = list.putArray("items");
        List<Map<String, @Nullable Object>> rows = rows(sublist, id, "");
        rows.forEach(row -> items.add(line(sublist, row, self, recordsUrl)));
        list.put("totalResults", rows.size());
        return list;
    }

    private List<Map<String, @Nullable Object>> rows(Sublist sublist, long id, String further) {
        return sql.query(
                "SELECT * FROM " + sublist.table() + " WHERE " + sublist.parentColumn() + " = ?" + sublist.onlyLines()
                        + further + " ORDER BY " + sublist.key().column(),
                id);
    }

    private ObjectNode line(Sublist sublist, Map<String, @Nullable Object> row, String list, String recordsUrl) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        self(line, list + "/" + row.get(sublist.key().column()));
        value(line, sublist.key(), row, recordsUrl);
        for (Field field : sublist.fields()) {
            value(line, field, row, recordsUrl);
        }
        return line;
    }

    private void value(ObjectNode into, Field field, Map<String, @Nullable Object> row, String recordsUrl) {
        Object value = row.get(field.storedColumn());
        if (value != null) {
            into.set(field.name(), json(field, value, recordsUrl));
        }
    }

    private JsonNode json(Field field, Object value, String recordsUrl) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (field.kind()) {
            case TEXT -> nodes.textNode(value.toString());
            case INTEGER -> nodes.numberNode(Long.parseLong(value.toString()));
            case DECIMAL -> decimal((BigDecimal) value);
            case BOOLEAN -> nodes.booleanNode(value.equals("T"));
            case DATE -> nodes.textNode(value.toString().substring(0, 10));
            case DATETIME ->
                nodes.textNode(((LocalDateTime) value).toInstant(ZoneOffset.UTC).toString());
            case REFERENCE -> reference(field, value, recordsUrl);
            case CHOICE -> choice(field, value);
            case SUBRECORD -> subrecord(value.toString());
        };
    }

    private ObjectNode reference(Field field, Object id, String recordsUrl) {
        RecordType target = Company.type(field.target()).orElseThrow();
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        self(reference, recordsUrl + "/" + target.name() + "/" + id);
        reference.put("id", id.toString());
        sql.value("SELECT " + target.displayColumn() + " FROM " + target.table() + " WHERE id = ?", id)
                .ifPresent(name -> reference.put("refName", name.toString()));
        return reference;
    }

    private ObjectNode choice(Field field, Object code) {
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        choice.put("id", code.toString());
        sql.value("SELECT x_name FROM x_status WHERE x_type = ? AND x_code = ?", field.target(), code)
                .ifPresent(name -> choice.put("refName", name.toString()));
        return choice;
    }

    private static DecimalNode decimal(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static JsonNode subrecord(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A subrecord that is not JSON", e);
        }
    }

    private static void self(ObjectNode node, String href) {
        node.putArray("links").addObject().put("rel", "self").put("href", href);
    }

    private static boolean wanted(String name, List<String> only) {
        return only.isEmpty() || only.stream().anyMatch(name::equalsIgnoreCase);
    }
}
