package io.github.camelnetsuite.rest;

import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Reads the records of one account and runs its queries. Thread-safe; blocks until NetSuite has answered. Every method throws a {@link
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

    /**
     * The rows of a query, as a stream of pages. The first page is read before this returns.
     *
     * @param pageSize rows a page, 1 to 1000
     * @param limit the most rows to give, or {@code Long.MAX_VALUE} for all
     */
    public SuiteQlRows query(SuiteQlQuery query, int pageSize, long limit) {
        return new SuiteQlRows(new SuiteQlPages(client, query, pageSize), executor, limit);
    }
}
