package io.github.camelnetsuite.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelnetsuite.credentials.ServiceUrls;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/**
 * One call to REST web services or to a RESTlet, before a token is added. Immutable.
 *
 * <p>Unless it says otherwise, reads may be sent again when their answer was lost, and so may deletes of records; nothing else is.
 * SuiteQL waits in the bulk lane, everything else in the priority lane.
 *
 * @see "NetSuite help: SuiteTalk REST Web Services API Guide"
 */
public final class RestRequest {

    static final String RECORD_PATH = "/services/rest/record/v1/";
    static final String SUITEQL_PATH = "/services/rest/query/v1/suiteql";

    private static final String RESTLET_PATH = "/app/site/hosting/restlet.nl";
    private static final String IDEMPOTENCY_KEY = "X-NetSuite-idempotency-key";
    private static final JsonReader JSON = new JsonReader();

    private final Target at;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final @Nullable Content content;
    private final Conduct conduct;

    /** @param name what it is called in messages: no query, for it may hold data */
    private record Target(String method, Host host, String path, String name) {}

    private enum Host {
        SUITETALK,
        RESTLETS
    }

    private static final class Content {

        private final byte[] bytes;
        private final ContentType type;

        Content(byte[] bytes, ContentType type) {
            this.bytes = bytes;
            this.type = type;
        }
    }

    /**
     * How the call behaves on its way.
     *
     * @param makesRecord whether a successful answer names the record that was made
     * @param reader what becomes of the answer
     * @param cancellation what can end the call
     */
    private record Conduct(
            Lane lane, AfterLoss afterLoss, boolean makesRecord, AnswerReader reader, Cancellation cancellation) {

        /** What a script does is not known, but GET is for reading; a repeated DELETE might meet something else. */
        static Conduct of(Target at) {
            boolean query = at.path.equals(SUITEQL_PATH);
            boolean safe =
                    query || at.method.equals("GET") || (at.method.equals("DELETE") && at.host == Host.SUITETALK);
            return new Conduct(
                    query ? Lane.BULK : Lane.PRIORITY,
                    safe ? AfterLoss.Plain.REPEAT : AfterLoss.Plain.FAIL,
                    false,
                    JSON,
                    new Cancellation());
        }

        Conduct in(Lane other) {
            return new Conduct(other, afterLoss, makesRecord, reader, cancellation);
        }

        Conduct afterLoss(AfterLoss other) {
            return new Conduct(lane, other, makesRecord, reader, cancellation);
        }

        Conduct makingRecord() {
            return new Conduct(lane, afterLoss, true, reader, cancellation);
        }

        Conduct read(AnswerReader other) {
            return new Conduct(lane, afterLoss, makesRecord, other, cancellation);
        }

        Conduct endedBy(Cancellation other) {
            return new Conduct(lane, afterLoss, makesRecord, reader, other);
        }
    }

    private RestRequest(
            Target at,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable Content content,
            Conduct conduct) {
        this.at = at;
        this.query = query;
        this.headers = headers;
        this.content = content;
        this.conduct = conduct;
    }

    /** A call on the record service. */
    public static RestRequest record(String method, ResourcePath resource) {
        return path(method, RECORD_PATH + resource.encoded());
    }

    /** A call on any path of the suitetalk host; the path is absolute and already percent-encoded. */
    static RestRequest path(String method, String path) {
        return of(new Target(method, Host.SUITETALK, path, method + " " + path));
    }

    /** A call of the RESTlet with these IDs. */
    static RestRequest restlet(String method, String script, String deployment) {
        String name = method + " of RESTlet " + script + "/" + deployment;
        return of(new Target(method, Host.RESTLETS, RESTLET_PATH, name))
                .query("script", script)
                .query("deploy", deployment);
    }

    private static RestRequest of(Target at) {
        return new RestRequest(at, Map.of(), Map.of(), null, Conduct.of(at));
    }

    public RestRequest query(String name, Object value) {
        return new RestRequest(at, with(query, name, value.toString()), headers, content, conduct);
    }

    public RestRequest header(String name, String value) {
        return new RestRequest(at, query, with(headers, name, value), content, conduct);
    }

    /** The JSON to send, in UTF-8. The array is not copied. */
    public RestRequest body(byte[] json) {
        return body(json, ContentType.APPLICATION_JSON);
    }

    /** What to send. The array is not copied. */
    RestRequest body(byte[] bytes, ContentType type) {
        return new RestRequest(at, query, headers, new Content(Objects.requireNonNull(bytes), type), conduct);
    }

    /** The lane it waits in while all permits are taken. */
    public RestRequest lane(Lane lane) {
        return conduct(conduct.in(lane));
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
        return conduct(conduct.afterLoss(afterLoss));
    }

    /** Says that a successful answer names the record that was made; one that does not is taken for no answer. */
    RestRequest makesRecord() {
        return conduct(conduct.makingRecord());
    }

    /** What becomes of the answer, in place of a JSON object. */
    RestRequest reader(AnswerReader reader) {
        return conduct(conduct.read(reader));
    }

    /** What can end the call while it waits or is under way. */
    RestRequest cancellation(Cancellation cancellation) {
        return conduct(conduct.endedBy(cancellation));
    }

    private RestRequest conduct(Conduct other) {
        return new RestRequest(at, query, headers, content, other);
    }

    String method() {
        return at.method;
    }

    boolean hasIdempotencyKey() {
        return headers.containsKey(IDEMPOTENCY_KEY);
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

    AnswerReader reader() {
        return conduct.reader;
    }

    Cancellation cancellation() {
        return conduct.cancellation;
    }

    URI server(ServiceUrls urls) {
        return at.host == Host.RESTLETS ? urls.restlets() : urls.suiteTalk();
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
        return content == null ? null : content.bytes;
    }

    /** Of the body; null when there is none. */
    @Nullable
    ContentType contentType() {
        return content == null ? null : content.type;
    }

    /** Method and path, or method and RESTlet. */
    @Override
    public String toString() {
        return at.name;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
