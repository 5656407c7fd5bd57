package io.github.camelnetsuite.simulator.restlet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entry point is called with.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param parameters query parameters but {@code script} and {@code deploy}, in the order sent
 * @param contentType the request's content type; empty when it named none
 * @param text the body as text; empty when there is none
 * @param body of JSON the value: a map, list, string, number or boolean; of XML and plain text the text; null when there
 *     is no body or the JSON is {@code null}
 */
public record RestletCall(
        String method,
        Map<String, String> parameters,
        String contentType,
        String text,
        @Nullable Object body) {

    public RestletCall {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * The body, which has to be a JSON object.
     *
     * @throws ScriptError when it is none, as a script would that expects one
     */
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    public Map<String, @Nullable Object> object() {
        if (body instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new ScriptError("UNEXPECTED_ERROR", "TypeError: Cannot read property of undefined");
    }
}
