package io.github.camelnetsuite.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelnetsuite.credentials.ServiceUrls;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/**
 * One call to REST web services, before a token is added. Immutable.
 *
 * <p>Unless it says otherwise, reads may be sent again when their answer was lost, and so may deletes; nothing else is. SuiteQL
 * waits in the bulk lane, everything else in the priority lane.
 *
 * @see "NetSuite help: SuiteTalk REST Web Services API Guide"
 */
public final class RestRequest {

    static final String RECORD_PATH = "/services/rest/record/v1/";
    static final String SUITEQL_PATH = "/services/rest/query/v1/suiteql";

    private static final String IDEMPOTENCY_KEY = "X-NetSuite-idempotency-key";

    private final Target at;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;
    private final Conduct conduct;

    private record Target(String method, String path) {}

    /** How the call behaves on its way. */
    private record Conduct(Lane lane, AfterLoss afterLoss, boolean makesRecord) {

        static Conduct of(Target at) {
            boolean query = at.path.equals(SUITEQL_PATH);
            boolean safe = query || at.method.equals("GET") || at.method.equals("DELETE");
            return new Conduct(
                    query ? Lane.BULK : Lane.PRIORITY, safe ? AfterLoss.Plain.REPEAT : AfterLoss.Plain.FAIL, false);
        }
    }

    private RestRequest(
            Target at,
            Map<String, String> query,
            Map<String, String> headers,
            byte @Nullable [] body,
            Conduct conduct) {
        this.at = at;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.conduct = conduct;
    }

    /** A call on the record service. */
    public static RestRequest record(String method, ResourcePath resource) {
        return path(method, RECORD_PATH + resource.encoded());
    }

    /** A call on any path of the suitetalk host; the path is absolute and already percent-encoded. */
    static RestRequest path(String method, String path) {
        Target at = new Target(method, path);
        return new RestRequest(at, Map.of(), Map.of(), null, Conduct.of(at));
    }

    public RestRequest query(String name, Object value) {
        return new RestRequest(at, with(query, name, value.toString()), headers, body, conduct);
    }

    public RestRequest header(String name, String value) {
        return new RestRequest(at, query, with(headers, name, value), body, conduct);
    }

    /** The JSON to send, in UTF-8. The array is not copied. */
    public RestRequest body(byte[] json) {
        return new RestRequest(at, query, headers, Objects.requireNonNull(json), conduct);
    }

    /** The lane it waits in while all permits are taken. */
    public RestRequest lane(Lane lane) {
        return new RestRequest(at, query, headers, body, new Conduct(lane, conduct.afterLoss, conduct.makesRecord));
    }

    /** Says that doing it twice does no harm, so that it may be sent again when its answer was lost. */
    public RestRequest repeatable() {
        return afterLoss(AfterLoss.Plain.REPEAT);
    }

    /**
     * Asks for a job in place of an answer, which NetSuite starts once for each key; so it may be sent again when its answer was
     * lost. NetSuite knows these keys for asynchronous calls only.
     *
     * @param key a UUID
     * @see "NetSuite help: REST Web Services Asynchronous Request Processing"
     */
    public RestRequest idempotent(String key) {
        return header(IDEMPOTENCY_KEY, key).header("Prefer", "respond-async").repeatable();
    }

    RestRequest afterLoss(AfterLoss afterLoss) {
        return new RestRequest(at, query, headers, body, new Conduct(conduct.lane, afterLoss, conduct.makesRecord));
    }

    /** Says that a successful answer names the record that was made; one that does not is taken for no answer. */
    RestRequest makesRecord() {
        return new RestRequest(at, query, headers, body, new Conduct(conduct.lane, conduct.afterLoss, true));
    }

    String method() {
        return at.method;
    }

    boolean hasIdempotencyKey() {
        return headers.containsKey(IDEMPOTENCY_KEY);
    }

    /** Whether it changes nothing in NetSuite. */
    boolean reads() {
        return at.method.equals("GET") || at.path.equals(SUITEQL_PATH);
    }

    Lane lane() {
        return conduct.lane;
    }

    AfterLoss afterLoss() {
        return conduct.afterLoss;
    }

    boolean namesWhatItMakes() {
        return conduct.makesRecord;
    }

    URI server(ServiceUrls urls) {
        return urls.suiteTalk();
    }

    /** Path and query, percent-encoded. */
    String target() {
        if (query.isEmpty()) {
            return at.path;
        }
        StringJoiner parameters = new StringJoiner("&", at.path + "?", "");
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
        return at.method + " " + at.path;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
