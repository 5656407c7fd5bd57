package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpEntity;

/**
 * Reads the JSON objects NetSuite answers with, up to a size. Amounts become {@code BigDecimal}, so that none is rounded. Never
 * quotes the document in an error, nor closes it. Thread-safe.
 */
final class JsonReader implements AnswerReader {

    /** A page of 1,000 wide rows is a few megabytes; nothing NetSuite sends on these services comes near this. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final ObjectReader objects = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    // Closing would read the rest of a document that was refused.
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerForMapOf(Object.class);

    /** The object; keys in the order of the document. */
    @Override
    public Map<String, Object> read(HttpEntity body) throws IOException {
        Map<String, Object> object = objects.readValue(body.getContent());
        return object == null ? new LinkedHashMap<>() : object;
    }
}
