package io.github.camelnetsuite.camel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.rest.RecordBody;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** Turns a message body into the JSON NetSuite wants, or says early why it cannot. Thread-safe. */
final class JsonBody {

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A price keeps its digits on the way through.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * The body of the message as a record: a Map, a Jackson tree or a bean is written, text or a stream is checked.
     *
     * @throws NetSuiteDataException when the body is empty or no JSON object
     */
    RecordBody of(Exchange exchange) {
        RecordBody record = ofOptional(exchange);
        if (record == null) {
            throw refused("it is empty", null);
        }
        return record;
    }

    /** The same, for operations that need no body: null when there is none. */
    @Nullable
    RecordBody ofOptional(Exchange exchange) {
        JsonNode node = tree(exchange);
        if (node == null) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return RecordBody.of(object);
        }
        throw refused("it is no JSON object", null);
    }

    /**
     * The same for any JSON, since RESTlets also take arrays and single values; in UTF-8.
     *
     * @throws NetSuiteDataException when the body is empty or no JSON
     */
    byte[] anyOf(Exchange exchange) {
        JsonNode node = tree(exchange);
        if (node == null) {
            throw refused("it is empty", null);
        }
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw refused("it cannot be written as JSON", e);
        }
    }

    private @Nullable JsonNode tree(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body == null) {
            return null;
        }
        try {
            return isText(body) ? parse(exchange) : json.valueToTree(body);
        } catch (JsonProcessingException e) {
            throw refused("it is not well-formed JSON (" + position(e) + ")", e);
        } catch (IllegalArgumentException e) {
            throw refused("a " + body.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    private @Nullable JsonNode parse(Exchange exchange) throws JsonProcessingException {
        String text = exchange.getMessage().getBody(String.class);
        return text == null || text.isBlank() ? null : json.readTree(text);
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof StreamCache
                || body instanceof WrappedFile<?>;
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? "no position known"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static NetSuiteDataException refused(String why, @Nullable Throwable cause) {
        return new NetSuiteDataException(
                "The message body was refused before any call: " + why
                        + ". Send a Map, a bean, or JSON text such as {\"companyName\": \"Acme\"}.",
                ErrorFacts.none(),
                cause);
    }
}
