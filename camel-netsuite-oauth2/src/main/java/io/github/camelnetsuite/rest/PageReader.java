package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page row by row, without a tree of it in between. A row has the columns the select list names, also those NetSuite left
 * out because they are null. Thread-safe.
 */
final class PageReader implements AnswerReader {

    private static final String LINKS = "links";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(JsonReader.MAX_BYTES)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<String> columns;
    private final boolean foldCase;

    private PageReader(List<String> columns, boolean foldCase) {
        this.columns = columns;
        this.foldCase = foldCase;
    }

    /** For rows of SuiteQL: column names in lower case, since NetSuite may change their case between releases, and no links. */
    static PageReader rows(List<String> columns) {
        return new PageReader(columns, true);
    }

    /** For collections: items as they are. */
    static PageReader items() {
        return new PageReader(List.of(), false);
    }

    @Override
    public PageContent read(HttpEntity body) throws IOException {
        try (JsonParser parser = JSON.createParser(body.getContent())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not an object");
            }
            PageContent content = new Reading(parser).page();
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the object");
            }
            return content;
        }
    }

    /** One page being read. */
    private final class Reading {

        private final JsonParser parser;
        private final Map<String, String> names = new HashMap<>();
        private @Nullable Integer badItem;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        PageContent page() throws IOException {
            List<Map<String, Object>> rows = null;
            Map<String, Object> said = new HashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("items") && value == JsonToken.START_ARRAY) {
                    rows = rows();
                } else {
                    said.put(name, scalar());
                }
            }
            return new PageContent(
                    rows,
                    badItem,
                    said.get("hasMore") instanceof Boolean more ? more : null,
                    number(said.get("totalResults")),
                    number(said.get("offset")),
                    number(said.get("count")));
        }

        private List<Map<String, Object>> rows() throws IOException {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    rows.add(complete(row()));
                } else {
                    badItem = badItem == null ? (Integer) rows.size() : badItem;
                    parser.skipChildren();
                }
            }
            return rows;
        }

        private Map<String, Object> row() throws IOException {
            Map<String, Object> row = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                // Each row carries an empty list of links, which is no column.
                if (foldCase && value == JsonToken.START_ARRAY && name.equals(LINKS)) {
                    parser.skipChildren();
                } else {
                    row.put(foldCase ? names.computeIfAbsent(name, n -> n.toLowerCase(Locale.ROOT)) : name, value());
                }
            }
            return row;
        }

        private Map<String, Object> complete(Map<String, Object> row) {
            if (row.keySet().containsAll(columns)) {
                return row;
            }
            Map<String, Object> whole = new LinkedHashMap<>();
            columns.forEach(column -> whole.put(column, null));
            whole.putAll(row);
            return whole;
        }

        @Nullable
        private Object value() throws IOException {
            JsonToken token = parser.currentToken();
            return token == JsonToken.VALUE_STRING ? parser.getText() : JSON.readValue(parser, Object.class);
        }

        /** What an envelope says in one word; null for anything larger. */
        @Nullable
        private Object scalar() throws IOException {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
                return null;
            }
            return value();
        }
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value instanceof Number number ? (Long) number.longValue() : null;
    }
}
