package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.suiteql.DateDisplay;
import io.github.camelnetsuite.simulator.suiteql.SuiteQl;
import io.github.camelnetsuite.simulator.suiteql.SuiteQlRefused;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Answers SuiteQL queries page by page.
 *
 * @see "NetSuite help: Executing SuiteQL Queries Through REST Web Services"
 */
final class SuiteQlEndpoint {

    static final String PATH = "/services/rest/query/v1/suiteql";

    /** NetSuite help: a query gives 100,000 rows at most. */
    private static final long CAP = 100_000;

    private static final int QUERIES_KEPT = 256;

    private final Conduct conduct;
    private final Clock clock;
    private final ZoneId zone;
    private final RecordStore store;
    private final Settings settings;
    private final Churn churn;
    private final SuiteQl suiteQl;

    /** The version of the data at which the first page of a query was given. */
    private final Map<Query, Long> firstPages = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, Long> eldest) {
            return size() > QUERIES_KEPT;
        }
    });

    private record Query(String text, List<String> parameters) {}

    SuiteQlEndpoint(Conduct conduct, Clock clock, ZoneId zone, RecordStore store, Settings settings, Churn churn) {
        this.conduct = conduct;
        this.clock = clock;
        this.zone = zone;
        this.store = store;
        this.settings = settings;
        this.churn = churn;
        this.suiteQl = new SuiteQl(store.database());
    }

    /** Closes what is kept open between two pages. */
    void forgetPages() {
        suiteQl.forgetPages();
        firstPages.clear();
    }

    Response answer(Request request, String url) {
        if (!request.method().equals("POST")) {
            throw RestError.of(405, "METHOD_NOT_ALLOWED", "Use POST for SuiteQL queries.");
        }
        requireTransient(request);
        Permissions.forLists(settings, conduct);
        ObjectNode body = JsonBody.of(request);
        JsonNode query = body.path("q");
        if (!query.isTextual() || query.asText().isBlank()) {
            throw RestError.of(400, "INVALID_CONTENT", "Invalid content in the request. The property 'q' is required.")
                    .atPath("q");
        }
        Paging paging = Paging.of(request, conduct);
        churn.beforePage();
        SuiteQl.Page page = run(query.asText(), parameters(body), paging);
        if (page.rows().isEmpty() || paging.offset() >= CAP) {
            paging.refusePastEnd(0, conduct);
        }
        boolean atCap = paging.offset() + paging.limit() >= CAP;
        boolean hasMore = page.more() && (!atCap || conduct.is(Quirk.ROW_CAP, "hasMore true"));
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        page.rows().forEach(items::add);
        boolean showHasMore = conduct.is(Quirk.HAS_MORE, "included");
        long reachable = hasMore && atCap ? page.total() : Math.min(CAP, page.total());
        return Response.of(
                200,
                "application/vnd.oracle.resource+json; type=collection",
                paging.envelope(url, items, hasMore, showHasMore, reachable, page.total())
                        .toString());
    }

    private SuiteQl.Page run(String query, List<String> parameters, Paging paging) {
        boolean limitClause =
                query.toUpperCase(Locale.ROOT).contains("LIMIT") && conduct.is(Quirk.LIMIT_CLAUSE, "accepted");
        conduct.mode(Quirk.SUITEQL_ZONE);
        var run = new SuiteQl.Run(
                query, parameters, LocalDateTime.now(clock.withZone(zone)), dates(), limitClause, store.version());
        try {
            return suiteQl.run(
                    run,
                    new SuiteQl.Window(
                            paging.offset(),
                            paging.limit(),
                            CAP,
                            !conduct.peek(Quirk.PAGES_WITHOUT_ORDER).equals("repeat and lose"),
                            swapsTies(paging, run)));
        } catch (SuiteQlRefused refused) {
            throw RestError.of(400, "INVALID_PARAMETER", refused.detail()).atQueryParameter("q");
        }
    }

    private boolean swapsTies(Paging paging, SuiteQl.Run run) {
        var query = new Query(run.query(), run.parameters());
        if (paging.offset() == 0) {
            firstPages.put(query, run.dataVersion());
            return false;
        }
        return switch (conduct.mode(Quirk.PAGES_WITHOUT_ORDER)) {
            case "repeat and lose" -> true;
            case "repeat and lose after changes" -> !Objects.equals(firstPages.get(query), run.dataVersion());
            default -> false;
        };
    }

    private void requireTransient(Request request) {
        boolean given = request.headers().values("Prefer").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("transient"));
        if (!given && conduct.is(Quirk.PREFER_TRANSIENT, "400 INVALID_HEADER")) {
            throw RestError.of(400, "INVALID_HEADER", "The Prefer header with the value transient is required.")
                    .atHeader("Prefer");
        }
    }

    private List<String> parameters(ObjectNode body) {
        JsonNode params = body.path("params");
        if (params.isMissingNode()) {
            return List.of();
        }
        String mode = conduct.mode(Quirk.SUITEQL_PARAMS);
        if (!mode.equals("supported") || !params.isArray()) {
            throw RestError.of(
                            400,
                            "INVALID_CONTENT",
                            "Invalid content in the request. The property 'params' is not valid.")
                    .atPath("params");
        }
        var values = new ArrayList<String>();
        params.forEach(value -> values.add(value.asText()));
        return values;
    }

    private DateDisplay dates() {
        return conduct.is(Quirk.DATE_DISPLAY, "D/M/YYYY") ? DateDisplay.DAY_FIRST : DateDisplay.MONTH_FIRST;
    }
}
