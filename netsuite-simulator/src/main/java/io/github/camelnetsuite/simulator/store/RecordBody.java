package io.github.camelnetsuite.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a record's JSON form against its type. */
final class RecordBody {

    /** Present in answers, so clients send them back; they change nothing. */
    private static final Set<String> ECHOED =
            Set.of("id", "links", "refname", "totalresults", "count", "hasmore", "offset");

    private final References references;

    RecordBody(References references) {
        this.references = references;
    }

    /** Fields that cannot be are noted in the change, as the rules say; an invalid value that is an error is thrown. */
    RecordChange read(RecordType type, ObjectNode body, WriteRules rules) {
        var change = new RecordChange();
        body.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            Optional<Field> field = type.field(name);
            Optional<Sublist> sublist = type.sublist(name);
            if (name.equalsIgnoreCase(RecordType.EXTERNAL_ID)) {
                change.externalId(text(value, name));
            } else if (rules.dropped().test(type.name(), name)) {
                change.drop();
            } else if (field.isPresent()) {
                if (!field.get().readOnly()) {
                    checked(change, rules, () -> change.set(field.get(), convert(field.get(), value, name)));
                }
            } else if (sublist.isPresent()) {
                checked(change, rules, () -> readLines(change, type, sublist.get(), value, rules));
            } else if (!echoed(name)) {
                change.unknown(name);
            }
        });
        return change;
    }

    private static void checked(RecordChange change, WriteRules rules, Runnable reading) {
        try {
            reading.run();
        } catch (RecordRefused refused) {
            if (refused.reason() != RecordRefused.Reason.INVALID_CONTENT
                    || rules.values() == WriteRules.Validation.ERROR) {
                throw refused;
            }
            change.invalid(refused.path());
        }
    }

    private void readLines(RecordChange change, RecordType type, Sublist sublist, JsonNode value, WriteRules rules) {
        JsonNode items = value.path("items");
        if (value.isNull() || items.isNull()) {
            change.empty(sublist);
            return;
        }
        if (!items.isArray()) {
            throw RecordRefused.invalidValue(sublist.name());
        }
        var lines = new ArrayList<RecordChange.Line>();
        for (JsonNode item : items) {
            String path = sublist.name() + ".items[" + lines.size() + "]";
            if (!(item instanceof ObjectNode object)) {
                throw RecordRefused.invalidValue(path);
            }
            lines.add(readLine(change, type, sublist, object, path, rules));
        }
        change.lines(sublist, lines);
    }

    private RecordChange.Line readLine(
            RecordChange change, RecordType type, Sublist sublist, ObjectNode item, String path, WriteRules rules) {
        var values = new LinkedHashMap<Field, @Nullable Object>();
        Long key = null;
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            String name = entry.getKey();
            String at = path + "." + name;
            Optional<Field> field = sublist.field(name);
            if (name.equalsIgnoreCase(sublist.key().name())) {
                Object converted = convert(sublist.key(), entry.getValue(), at);
                key = converted instanceof Long number ? number : null;
            } else if (rules.dropped().test(type.name(), sublist.name() + "." + name)) {
                change.drop();
            } else if (field.isPresent()) {
                checked(change, rules, () -> values.put(field.get(), convert(field.get(), entry.getValue(), at)));
            } else if (!echoed(name)) {
                change.unknown(at);
            }
        }
        return new RecordChange.Line(key, values);
    }

    private @Nullable Object convert(Field field, JsonNode value, String path) {
        if (value.isNull()) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> text(value, path);
            case INTEGER -> {
                require(value.canConvertToLong() && value.isIntegralNumber(), path);
                yield value.asLong();
            }
            case DECIMAL -> {
                require(value.isNumber(), path);
                yield value.decimalValue();
            }
            case BOOLEAN -> {
                require(value.isBoolean(), path);
                yield value.asBoolean() ? "T" : "F";
            }
            case DATE -> date(value, path);
            case REFERENCE ->
                references.resolve(field.target(), value).orElseThrow(() -> RecordRefused.invalidValue(path));
            case SUBRECORD -> {
                require(value.isObject(), path);
                yield value.toString();
            }
            case CHOICE ->
                references
                        .choice(field.target(), value.isObject() ? value.path("id") : value)
                        .orElseThrow(() -> RecordRefused.invalidValue(path));
            case DATETIME -> throw new IllegalStateException(field.name() + " is not read-only");
        };
    }

    private static LocalDate date(JsonNode value, String path) {
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw RecordRefused.invalidValue(path);
        }
    }

    private static String text(JsonNode value, String path) {
        require(value.isTextual() || value.isNumber(), path);
        return value.asText();
    }

    private static void require(boolean valid, String path) {
        if (!valid) {
            throw RecordRefused.invalidValue(path);
        }
    }

    private static boolean echoed(String name) {
        return ECHOED.contains(name.toLowerCase(Locale.ROOT));
    }
}
