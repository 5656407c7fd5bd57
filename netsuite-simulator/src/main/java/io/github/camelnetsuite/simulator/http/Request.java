package io.github.camelnetsuite.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as it arrived. Immutable; the body is not copied and must not be changed. */
public final class Request {

    private final Service service;
    private final String method;
    private final String path;
    private final String query;
    private final Headers headers;
    private final byte[] body;

    Request(Service service, String method, String path, String query, Headers headers, byte[] body) {
        this.service = service;
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /** The port it came to. */
    public Service service() {
        return service;
    }

    public String method() {
        return method;
    }

    /** As sent, percent-encoding untouched. */
    public String path() {
        return path;
    }

    /** As sent, without the question mark; empty when there is none. */
    public String query() {
        return query;
    }

    public Headers headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /** The path's segments, decoded; an empty one is kept, so {@code /a//b} has three. */
    public List<String> segments() {
        var segments = new ArrayList<String>();
        for (String segment : path.substring(1).split("/", -1)) {
            segments.add(decode(segment.replace("+", "%2B")));
        }
        return segments;
    }

    /** Query parameters, decoded; of a repeated one the last. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (!query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name));
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether path and query can be decoded. */
    public boolean isWellEncoded() {
        try {
            segments();
            parameters();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Request[" + service + " " + method + " " + path + "]";
    }
}
