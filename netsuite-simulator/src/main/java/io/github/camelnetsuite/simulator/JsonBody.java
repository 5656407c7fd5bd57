package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import java.io.IOException;
import java.util.Locale;

/** Reads the JSON object a request carries. */
final class JsonBody {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    /** The body. {@link RestError} 415 when it says it is something else, 400 when it is not a JSON object. */
    static ObjectNode of(Request request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json") && !type.startsWith("application/vnd.oracle.resource+json")) {
            throw RestError.of(
                            415, "INVALID_HEADER", "Invalid value for the Content-Type header. Use application/json.")
                    .atHeader("Content-Type");
        }
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw notJson();
        }
        throw notJson();
    }

    private static RestError notJson() {
        return RestError.of(400, "INVALID_CONTENT", "Invalid content in the request. The body is not a JSON object.");
    }
}
