package io.github.camelnetsuite.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/**
 * One call to REST web services, before a token is added. Immutable.
 *
 * @see "NetSuite help: SuiteTalk REST Web Services API Guide"
 */
public final class RestRequest {

    static final String RECORD_PATH = "/services/rest/record/v1/";
    static final String SUITEQL_PATH = "/services/rest/query/v1/suiteql";

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    private RestRequest(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            byte @Nullable [] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /** A call on the record service. */
    public static RestRequest record(String method, ResourcePath resource) {
        return new RestRequest(method, RECORD_PATH + resource.encoded(), Map.of(), Map.of(), null);
    }

    /** A call on any path of the suitetalk host; the path is absolute and already percent-encoded. */
    static RestRequest path(String method, String path) {
        return new RestRequest(method, path, Map.of(), Map.of(), null);
    }

    public RestRequest query(String name, Object value) {
        return new RestRequest(method, path, with(query, name, value.toString()), headers, body);
    }

    public RestRequest header(String name, String value) {
        return new RestRequest(method, path, query, with(headers, name, value), body);
    }

    /** The JSON to send, in UTF-8. The array is not copied. */
    public RestRequest body(byte[] json) {
        return new RestRequest(method, path, query, headers, Objects.requireNonNull(json));
    }

    String method() {
        return method;
    }

    /** Path and query, percent-encoded. */
    String target() {
        if (query.isEmpty()) {
            return path;
        }
        StringJoiner parameters = new StringJoiner("&", path + "?", "");
        query.forEach((name, value) ->
                parameters.add(PercentCodec.encode(name, UTF_8) + "=" + PercentCodec.encode(value, UTF_8)));
        return parameters.toString();
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Method and path, for messages; no query, for it may hold data. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
