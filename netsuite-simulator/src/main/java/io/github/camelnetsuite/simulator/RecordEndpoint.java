package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.Company;
import io.github.camelnetsuite.simulator.store.RecordRefused;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.util.List;
import java.util.Locale;

/**
 * Answers {@code /services/rest/record/v1}: records one by one and as collections.
 *
 * @see "NetSuite help: Working with Records, REST web services"
 */
final class RecordEndpoint {

    static final String PATH = "/services/rest/record/v1";

    private static final int SEGMENTS_BEFORE_TYPE = 4;
    private static final String SINGULAR = "application/vnd.oracle.resource+json; type=singular";
    private static final String COLLECTION = "application/vnd.oracle.resource+json; type=collection";

    private final Conduct conduct;
    private final Settings settings;
    private final RecordStore store;
    private final RecordWrites writes;

    RecordEndpoint(Conduct conduct, Settings settings, RecordStore store) {
        this.conduct = conduct;
        this.settings = settings;
        this.store = store;
        this.writes = new RecordWrites(conduct, store);
    }

    Response answer(Request request, String recordsUrl) {
        List<String> path = request.segments()
                .subList(SEGMENTS_BEFORE_TYPE, request.segments().size());
        try {
            return answer(request, path, recordsUrl);
        } catch (RecordRefused refused) {
            throw error(refused);
        }
    }

    private Response answer(Request request, List<String> path, String recordsUrl) {
        if (path.isEmpty() || path.contains("") || path.contains(".") || path.contains("..") || path.size() > 3) {
            throw RestError.of(400, "INVALID_REQUEST", "The request URL is not valid.")
                    .atUrl(request.path());
        }
        if (path.get(0).equals("metadata-catalog")) {
            return MetadataCatalog.answer(request, path, recordsUrl);
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
        if (path.size() == 3) {
            return sublist(request, type, address, path.get(2), recordsUrl);
        }
        return switch (request.method()) {
            case "GET" -> read(request, type, address, recordsUrl);
            case "PATCH" -> writes.update(request, type, address, recordsUrl);
            case "PUT" -> writes.upsert(request, type, address, recordsUrl);
            case "DELETE" -> writes.delete(type, address);
            default -> throw notAllowed(request);
        };
    }

    private Response read(Request request, RecordType type, String address, String recordsUrl) {
        boolean expand = request.parameter("expandSubResources")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        List<String> fields = request.parameter("fields")
                .map(given -> List.of(given.toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1)))
                .orElse(List.of());
        return Response.of(
                200, SINGULAR, record(type, address, recordsUrl, expand, fields).toString());
    }

    private Response sublist(Request request, RecordType type, String address, String name, String recordsUrl) {
        if (!request.method().equals("GET")) {
            throw notAllowed(request);
        }
        JsonNode lines = type.sublist(name)
                .map(sublist ->
                        record(type, address, recordsUrl, true, List.of()).path(sublist.name()))
                .orElseThrow(RestError::nonexistentId);
        return Response.of(200, COLLECTION, lines.toString());
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
        if (request.parameter("q").isPresent()) {
            throw RestError.of(
                            400,
                            "INVALID_PARAMETER",
                            "Invalid query parameter 'q': the simulator has no record filter.")
                    .atQueryParameter("q");
        }
        Paging paging = Paging.of(request, conduct);
        long total = store.count(type);
        paging.refusePastEnd(total, conduct);
        String url = recordsUrl + "/" + type.name();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (long id : store.ids(type, paging.offset(), paging.limit())) {
            ObjectNode item = items.addObject();
            item.putArray("links").addObject().put("rel", "self").put("href", url + "/" + id);
            item.put("id", Long.toString(id));
        }
        return Response.of(
                200, COLLECTION, paging.envelope(url, items, total, total, true).toString());
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
            case INVALID_CONTENT ->
                RestError.of(400, "INVALID_CONTENT", refused.detail()).atPath(refused.path());
        };
    }
}
