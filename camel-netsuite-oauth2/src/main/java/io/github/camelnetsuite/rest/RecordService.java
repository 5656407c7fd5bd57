package io.github.camelnetsuite.rest;

import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Records and queries of one account. Thread-safe; blocks until NetSuite has answered. Every method throws a {@link
 * io.github.camelnetsuite.NetSuiteException} of the type that says what to do.
 *
 * @see "NetSuite help: Working with Resources"
 */
public final class RecordService {

    /** The most rows NetSuite puts on a page. */
    public static final int MAX_PAGE_SIZE = 1000;

    private final NetSuiteClient client;
    private final Executor executor;

    /**
     * The service behind a client.
     *
     * @param executor fetches the next page while one is used
     */
    public RecordService(NetSuiteClient client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    /**
     * One record.
     *
     * @param parameters query parameters such as {@code fields} or {@code expandSubResources}
     */
    public Map<String, Object> get(ResourcePath resource, Map<String, String> parameters) {
        RestRequest request = RestRequest.record("GET", resource);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            request = request.query(parameter.getKey(), parameter.getValue());
        }
        return client.send(request).body().orElse(Map.of());
    }

    /** Creates a record of this type; the answer names its internal ID. */
    public RestAnswer create(ResourcePath type, byte[] json) {
        return client.send(write("POST", type, json));
    }

    /** Changes the fields the body names and leaves the others; a null empties a field. */
    public RestAnswer update(ResourcePath record, byte[] json) {
        return client.send(write("PATCH", record, json));
    }

    /** Creates the record with the external ID the resource names, or updates it when it is there. */
    public RestAnswer upsert(ResourcePath record, byte[] json) {
        return client.send(write("PUT", record, json));
    }

    public RestAnswer delete(ResourcePath record) {
        return client.send(RestRequest.record("DELETE", record));
    }

    /**
     * The rows of a query, as a stream of pages. The first page is read before this returns.
     *
     * @param pageSize rows a page, 1 to 1000
     * @param limit the most rows to give, or {@code Long.MAX_VALUE} for all
     */
    public SuiteQlRows query(SuiteQlQuery query, int pageSize, long limit) {
        return new SuiteQlRows(new SuiteQlPages(client, query, pageSize), executor, limit);
    }

    private static RestRequest write(String method, ResourcePath resource, byte[] json) {
        // By default NetSuite drops a field it does not know and reports success.
        return RestRequest.record(method, resource)
                .header("X-NetSuite-PropertyNameValidation", "error")
                .body(json);
    }
}
