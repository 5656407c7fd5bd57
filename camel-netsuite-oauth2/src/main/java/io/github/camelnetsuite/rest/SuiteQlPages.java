package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Fetches single pages of one query. Thread-safe. */
final class SuiteQlPages {

    private final NetSuiteClient client;
    private final SuiteQlQuery query;
    private final int size;

    SuiteQlPages(NetSuiteClient client, SuiteQlQuery query, int size) {
        this.client = client;
        this.query = query;
        this.size = size;
    }

    /** The page that starts at this row; NetSuite wants a multiple of the page size. */
    SuiteQlPage fetch(int offset) {
        RestRequest request = RestRequest.path("POST", RestRequest.SUITEQL_PATH)
                .query("limit", size)
                .query("offset", offset)
                // Without it NetSuite refuses the query: it promises to store no result set.
                .header("Prefer", "transient")
                .body(body());
        return SuiteQlPage.read(client.send(request).body().orElse(Map.of()), offset, size);
    }

    int size() {
        return size;
    }

    boolean ordered() {
        return query.ordered();
    }

    private byte[] body() {
        String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(query.text()));
        return ("{\"q\":\"" + quoted + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
