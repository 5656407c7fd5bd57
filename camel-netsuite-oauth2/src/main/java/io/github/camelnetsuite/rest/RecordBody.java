package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteDataException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A record as it is sent. Immutable, if what it was made of is left alone. {@code toString} shows no value. */
public final class RecordBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // An amount of 10.00 would go out as 1E+1.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final String EXTERNAL_ID = "externalId";

    private final ObjectNode record;

    private RecordBody(ObjectNode record) {
        this.record = record;
    }

    /** The record this JSON object is. */
    public static RecordBody of(ObjectNode record) {
        return new RecordBody(record);
    }

    /** A record that was read, as a tree. */
    static JsonNode tree(Map<String, Object> record) {
        return JSON.valueToTree(record);
    }

    /** The external ID it gives the record; empty when it gives none. */
    public Optional<String> externalId() {
        JsonNode value = record.path(EXTERNAL_ID);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /**
     * The record with this external ID.
     *
     * @throws NetSuiteDataException when it has another one already
     */
    public RecordBody withExternalId(String externalId) {
        String there = externalId().orElse(externalId);
        if (!there.equals(externalId)) {
            throw new NetSuiteDataException(
                    "The external ID in the message body is not the one given beside it, in the header"
                            + " CamelNetSuiteExternalId or the option externalId. Give one of them, or both alike.");
        }
        ObjectNode copy = record.deepCopy();
        copy.put(EXTERNAL_ID, externalId);
        return new RecordBody(copy);
    }

    ObjectNode tree() {
        return record;
    }

    /** In UTF-8. */
    byte[] json() {
        try {
            return JSON.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new NetSuiteDataException("The record cannot be written as JSON.", ErrorFacts.none(), e);
        }
    }

    /**
     * The sublists with lines, by the names {@code replace=} takes; what lies deeper is named with its parent, which {@code
     * replace=} does not take.
     */
    Set<String> sublists() {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> member : record.properties()) {
            collect(member.getKey(), member.getValue(), names);
        }
        return names;
    }

    /** Whether a sublist that is not replaced has a line that does not say which line of the record it is. */
    boolean hasLinesWithoutKey(Set<String> replaced) {
        for (String sublist : sublists()) {
            if (replaced.contains(sublist.toLowerCase(Locale.ROOT))) {
                continue;
            }
            JsonNode lines = lines(record.path(sublist));
            if (lines == null) {
                return true;
            }
            for (JsonNode line : lines) {
                if (!line.has("line") && !line.has("id")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The lines of a sublist; null when the value is none. */
    static @Nullable JsonNode lines(JsonNode value) {
        if (value.isArray()) {
            return value;
        }
        return value.path("items").isArray() ? value.path("items") : null;
    }

    private static void collect(String name, JsonNode value, Set<String> names) {
        JsonNode lines = lines(value);
        if (lines != null) {
            if (!lines.isEmpty()) {
                names.add(name);
            }
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            collect(name + "/" + member.getKey(), member.getValue(), names);
        }
    }

    @Override
    public String toString() {
        return "RecordBody[" + record.size() + " members]";
    }
}
