package io.github.camelnetsuite.rest;

import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one account and runs its queries. Thread-safe; blocks until NetSuite has answered. Every method throws a {@link
 * io.github.camelnetsuite.NetSuiteException} of the type that says what to do.
 *
 * @see "NetSuite help: Working with Resources"
 */
public final class RecordService {

    /** The most rows NetSuite puts on a page. */
    public static final int MAX_PAGE_SIZE = 1000;

    private static final String SYSTEM_PATH = "/services/rest/system/v1/";
    private static final String METADATA = "metadata-catalog";

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
        return get(RestRequest.record("GET", resource), parameters);
    }

    /** One of many records. */
    Map<String, Object> getListed(ResourcePath resource, Map<String, String> parameters) {
        return get(RestRequest.record("GET", resource).lane(Lane.BULK), parameters);
    }

    private Map<String, Object> get(RestRequest bare, Map<String, String> parameters) {
        RestRequest request = bare;
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
    public PagedRows query(SuiteQlQuery query, int pageSize, long limit) {
        return rows(query, pageSize, limit, false);
    }

    /**
     * The pages of a query: maps with {@code items} (the rows), {@code count}, {@code hasMore} and, where NetSuite counts the rows
     * from this page on, {@code totalResults}. The first page is read before this returns.
     *
     * @param pageSize rows a page, 1 to 1000
     * @param limit the most rows to give, or {@code Long.MAX_VALUE} for all
     */
    public PagedRows queryPages(SuiteQlQuery query, int pageSize, long limit) {
        return rows(query, pageSize, limit, true);
    }

    /**
     * The records of a collection, as a stream of pages: for each record its {@code id} and {@code links}, which is all that
     * collections hold. The first page is read before this returns.
     *
     * @param filter NetSuite's filter {@code q}; null for all records
     * @param pageSize records a page, 1 to 1000
     * @param limit the most records to give, or {@code Long.MAX_VALUE} for all
     * @see "NetSuite help: Record Collection Filtering"
     */
    public PagedRows list(ResourcePath collection, @Nullable String filter, int pageSize, long limit) {
        int size = (int) Math.min(pageSize, limit);
        return new PagedRows(new CollectionPages(client, collection, filter, size), executor, limit, false);
    }

    /**
     * The records of a collection with their fields, each read by a call of its own.
     *
     * @param parameters query parameters for each record, such as {@code fields} or {@code expandSubResources}
     * @see #list(ResourcePath, String, int, long)
     */
    public ListedRecords list(
            ResourcePath collection,
            @Nullable String filter,
            int pageSize,
            long limit,
            Map<String, String> parameters) {
        return new ListedRecords(list(collection, filter, pageSize, limit), this, collection, parameters);
    }

    private PagedRows rows(SuiteQlQuery query, int pageSize, long limit, boolean whole) {
        int size = (int) Math.min(pageSize, limit);
        return new PagedRows(new SuiteQlPages(client, query, size), executor, limit, whole);
    }

    /**
     * What a RESTlet returns: maps, lists and values of JSON, or text; null when it returns nothing.
     *
     * @see "NetSuite help: RESTlets"
     */
    public @Nullable Object call(RestletCall call) {
        return client.send(call.request()).content();
    }

    /** How many requests the account may make at a time, as NetSuite's administrators see it. */
    public Map<String, Object> limits() {
        return read(RestRequest.path("GET", SYSTEM_PATH + "governanceLimits"));
    }

    /** NetSuite's clock, in UTC: {@code serverTime}. */
    public Map<String, Object> serverTime() {
        return read(RestRequest.path("GET", SYSTEM_PATH + "serverTime"));
    }

    /** The record types of the account. */
    public Map<String, Object> metadata() {
        return read(RestRequest.path("GET", RestRequest.RECORD_PATH + METADATA));
    }

    /** The fields of a record type, as JSON Schema. */
    public Map<String, Object> metadata(ResourcePath recordType) {
        return read(RestRequest.path("GET", RestRequest.RECORD_PATH + METADATA + "/" + recordType.encoded())
                .header("Accept", "application/schema+json"));
    }

    private Map<String, Object> read(RestRequest request) {
        return client.send(request).body().orElse(Map.of());
    }
}
