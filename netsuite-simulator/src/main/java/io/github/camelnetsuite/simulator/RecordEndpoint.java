package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.filter.Comparisons;
import io.github.camelnetsuite.simulator.filter.Filter;
import io.github.camelnetsuite.simulator.filter.FilterRefused;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.Company;
import io.github.camelnetsuite.simulator.store.Condition;
import io.github.camelnetsuite.simulator.store.RecordRefused;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.RecordType;
import io.github.camelnetsuite.simulator.store.Sublist;
import io.github.camelnetsuite.simulator.suiteql.DateDisplay;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code /services/rest/record/v1}: records one by one and as collections.
 *
 * @see "NetSuite help: Working with Records, REST web services"
 */
final class RecordEndpoint {

    static final String PATH = "/services/rest/record/v1";

    private static final int SEGMENTS_BEFORE_TYPE = 4;

    /** NetSuite help: a collection has 1000 pages of 1000 rows at most; without a Connect licence 100,000 rows. */
    private static final long MOST_ROWS = 100_000;

    private static final String SINGULAR = "application/vnd.oracle.resource+json; type=singular";
    private static final String COLLECTION = "application/vnd.oracle.resource+json; type=collection";

    private final Conduct conduct;
    private final Settings settings;
    private final RecordStore store;
    private final Churn churn;
    private final RecordWrites writes;
    private final RecordServices services;
    private final MetadataCatalog metadata;

    RecordEndpoint(Conduct conduct, Settings settings, RecordStore store, Churn churn) {
        this.conduct = conduct;
        this.settings = settings;
        this.store = store;
        this.churn = churn;
        this.writes = new RecordWrites(conduct, settings, store);
        this.metadata = new MetadataCatalog(conduct);
        this.services = new RecordServices(conduct, store, writes);
    }

    Response answer(Request request, String recordsUrl, long seen) {
        List<String> path = request.segments()
                .subList(SEGMENTS_BEFORE_TYPE, request.segments().size());
        try {
            return answer(request, path, recordsUrl, seen);
        } catch (RecordRefused refused) {
            throw error(refused);
        }
    }

    private Response answer(Request request, List<String> path, String recordsUrl, long seen) {
        if (path.isEmpty() || path.contains("") || path.contains(".") || path.contains("..") || path.size() > 5) {
            throw RestError.of(400, "INVALID_REQUEST", "The request URL is not valid.")
                    .atUrl(request.path());
        }
        if (path.get(0).equals("metadata-catalog")) {
            return metadata.answer(request, path, recordsUrl);
        }
        RecordType type = Company.type(path.get(0))
                .orElseThrow(() ->
                        RestError.of(404, "NONEXISTENT_TYPE", "Record type '" + path.get(0) + "' does not exist."));
        Permissions.forType(settings, conduct, type.name());
        if (path.size() == 1) {
            return switch (request.method()) {
                case "GET" -> collection(request, type, recordsUrl);
                case "POST" -> writes.create(request, type, recordsUrl);
                default -> throw notAllowed(request);
            };
        }
        String address = path.get(1);
        if (RecordServices.isMeantBy(path)) {
            return services.answer(request, type, path, recordsUrl);
        }
        if (path.size() > 2) {
            return subResource(request, type, path, recordsUrl);
        }
        return switch (request.method()) {
            case "GET" -> read(request, type, address, recordsUrl);
            case "PATCH" -> writes.update(request, type, address, recordsUrl, seen);
            case "PUT" -> writes.upsert(request, type, address, recordsUrl, seen);
            case "DELETE" -> writes.delete(type, address);
            default -> throw notAllowed(request);
        };
    }

    private Response read(Request request, RecordType type, String address, String recordsUrl) {
        List<String> fields = request.parameter("fields")
                .map(given -> List.of(given.toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1)))
                .orElse(List.of());
        return Response.of(
                200,
                SINGULAR,
                record(type, address, recordsUrl, expands(request), fields).toString());
    }

    private static boolean expands(Request request) {
        return request.parameter("expandSubResources")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    private Response subResource(Request request, RecordType type, List<String> path, String recordsUrl) {
        if (!request.method().equals("GET")) {
            throw notAllowed(request);
        }
        String address = path.get(1);
        Optional<Sublist> sublist = type.sublist(path.get(2));
        if (sublist.isEmpty()) {
            JsonNode subrecord = path.size() == 3 ? subrecord(type, address, path.get(2)) : MissingNode.getInstance();
            if (!subrecord.isObject()) {
                throw RestError.nonexistentId();
            }
            return Response.of(200, SINGULAR, subrecord.toString());
        }
        if (path.size() > 4) {
            throw RestError.nonexistentId();
        }
        if (path.size() == 3) {
            return Response.of(
                    200,
                    COLLECTION,
                    lines(request, type, address, sublist.get(), recordsUrl).toString());
        }
        long id = store.find(type, address).orElseThrow(RestError::nonexistentId);
        return Response.of(
                200,
                SINGULAR,
                store.readLine(type, id, sublist.get(), path.get(3), recordsUrl)
                        .orElseThrow(RestError::nonexistentId)
                        .toString());
    }

    /** The lines of a sublist: links only, unless they are to be expanded. */
    private JsonNode lines(Request request, RecordType type, String address, Sublist sublist, String recordsUrl) {
        JsonNode lines = record(type, address, recordsUrl, true, List.of()).path(sublist.name());
        if (!expands(request)) {
            conduct.mode(Quirk.SUBLIST_COLLECTION);
            lines.path("items").forEach(line -> ((ObjectNode) line).retain("links"));
        }
        return lines;
    }

    private JsonNode subrecord(RecordType type, String address, String name) {
        ObjectNode record = record(type, address, "", false, List.of(name.toLowerCase(Locale.ROOT)));
        return record.properties().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private ObjectNode record(RecordType type, String address, String recordsUrl, boolean expand, List<String> fields) {
        if (address.startsWith("eid:")) {
            conduct.mode(Quirk.EXTERNAL_ID_GROUPS);
        }
        return store.find(type, address)
                .flatMap(id -> store.read(type, id, recordsUrl, expand, fields))
                .orElseThrow(RestError::nonexistentId);
    }

    private Response collection(Request request, RecordType type, String recordsUrl) {
        Permissions.forLists(settings, conduct);
        Optional<String> q = request.parameter("q");
        q.ifPresent(given -> conduct.mode(Quirk.FILTER_GRAMMAR));
        Condition condition = q.isPresent() ? condition(q.get(), type) : Condition.ALWAYS;
        Paging paging = Paging.of(request, conduct);
        churn.beforePage();
        long total = store.count(type, condition);
        long reachable = Math.min(total, MOST_ROWS);
        paging.refusePastEnd(reachable, conduct);
        String url = recordsUrl + "/" + type.name();
        String filtered = q.map(given -> url + "?q=" + URLEncoder.encode(given, StandardCharsets.UTF_8))
                .orElse(url);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (long id : store.ids(type, condition, paging.offset(), paging.limit())) {
            ObjectNode item = items.addObject();
            item.putArray("links").addObject().put("rel", "self").put("href", url + "/" + id);
            item.put("id", Long.toString(id));
        }
        return Response.of(
                200,
                COLLECTION,
                paging.envelope(
                                filtered,
                                items,
                                paging.offset() + items.size() < reachable && !items.isEmpty(),
                                true,
                                reachable,
                                total)
                        .toString());
    }

    private Condition condition(String filter, RecordType type) {
        DateDisplay dates =
                conduct.is(Quirk.DATE_DISPLAY, "D/M/YYYY") ? DateDisplay.DAY_FIRST : DateDisplay.MONTH_FIRST;
        try {
            Condition condition = Filter.read(
                    filter,
                    type,
                    new Comparisons(
                            dates.pattern(),
                            conduct.is(Quirk.FILTER_CASE, "ignored"),
                            (recordType, externalId) -> store.find(recordType, "eid:" + externalId).stream()
                                    .mapToLong(Long::longValue)
                                    .findFirst()));
            if (condition.hasImpossiblePart()) {
                conduct.mode(Quirk.FILTER_WRONG_VALUE);
            }
            return condition;
        } catch (FilterRefused refused) {
            throw RestError.of(400, "INVALID_PARAMETER", "Invalid query parameter 'q'. " + refused.why() + ".")
                    .atQueryParameter("q");
        }
    }

    private static RestError notAllowed(Request request) {
        return RestError.of(
                405, "METHOD_NOT_ALLOWED", request.method() + " is not possible on " + request.path() + ".");
    }

    private RestError error(RecordRefused refused) {
        return switch (refused.reason()) {
            case NONEXISTENT_ID -> RestError.nonexistentId();
            case USER_ERROR -> RestError.of(400, "USER_ERROR", refused.detail());
            case DUPLICATE_EXTERNAL_ID -> RestError.ofMode(conduct.mode(Quirk.DUPLICATE_EXTERNAL_ID), refused.detail());
            case OTHER_SUBSIDIARY -> RestError.ofMode(conduct.mode(Quirk.SUBSIDIARY_OF_CUSTOMER), refused.detail());
            case RECORD_CHANGED -> RestError.ofMode(conduct.mode(Quirk.RECORD_CHANGED), refused.detail());
            case CLOSED_PERIOD -> RestError.ofMode(conduct.mode(Quirk.CLOSED_PERIOD), refused.detail());
            case INVALID_CONTENT ->
                RestError.of(400, "INVALID_CONTENT", refused.detail()).atPath(refused.path());
        };
    }
}
