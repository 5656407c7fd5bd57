package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.Company;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What can be done with a record besides reading and writing: transform it, attach something to it, press one of its buttons.
 *
 * @see "NetSuite help: Transforming Records; Attaching and Detaching Records; Executing Record Actions"
 */
final class RecordServices {

    private static final String TRANSFORM = "!transform";
    private static final String ATTACH = "!attach";
    private static final String DETACH = "!detach";
    private static final List<String> ATTACHABLE = List.of("contact", "file");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Conduct conduct;
    private final RecordStore store;
    private final RecordWrites writes;

    RecordServices(Conduct conduct, RecordStore store, RecordWrites writes) {
        this.conduct = conduct;
        this.store = store;
        this.writes = writes;
    }

    /** Whether the path, which begins with type and address, means one of these. */
    static boolean isMeantBy(List<String> path) {
        return path.size() > 2 && (path.get(2).startsWith("!") || path.get(2).startsWith("@"));
    }

    Response answer(Request request, RecordType type, List<String> path, String recordsUrl) {
        if (!request.method().equals("POST")) {
            throw RestError.of(405, "METHOD_NOT_ALLOWED", "Use POST for " + path.get(2) + ".");
        }
        long id = store.find(type, path.get(1)).orElseThrow(RestError::nonexistentId);
        String service = path.get(2);
        if (service.equals(TRANSFORM) && path.size() == 4) {
            return transform(request, type, id, path.get(3), recordsUrl);
        }
        if ((service.equals(ATTACH) || service.equals(DETACH)) && path.size() == 5) {
            return attach(request, type, id, path);
        }
        if (service.startsWith("@") && path.size() == 3) {
            return action(request, type, id, service.substring(1));
        }
        throw notThere(request);
    }

    private Response transform(Request request, RecordType type, long id, String target, String recordsUrl) {
        RecordType to = Company.type(target)
                .filter(candidate -> store.canTransform(type, candidate))
                .orElseThrow(() -> {
                    conduct.mode(Quirk.TRANSFORM_UNKNOWN);
                    return RestError.of(
                                    400,
                                    "INVALID_REQUEST",
                                    "Record type '" + type.name() + "' cannot be transformed into '" + target + "'.")
                            .atUrl(request.path());
                });
        ObjectNode body = optionalBody(request);
        if (body.has(RecordType.EXTERNAL_ID) && conduct.is(Quirk.TRANSFORM_EXTERNAL_ID, "dropped")) {
            body.remove(RecordType.EXTERNAL_ID);
        }
        RecordStore.Written written = store.transform(id, to, body, writes.rules(request, Long.MAX_VALUE));
        Response response = writes.done(request, written, to, recordsUrl);
        return conduct.is(Quirk.TRANSFORM_LOCATION, "without Location") ? response.withoutHeader("Location") : response;
    }

    private Response attach(Request request, RecordType type, long id, List<String> path) {
        String kind = path.get(3);
        if (!ATTACHABLE.contains(kind)) {
            conduct.mode(Quirk.ATTACHABLE);
            throw RestError.of(400, "INVALID_REQUEST", "Only contacts and files can be attached.")
                    .atUrl(request.path());
        }
        String role = optionalBody(request).at("/role/id").asText();
        if (!NUMBER.matcher(path.get(4)).matches() || !store.canAttach(kind, Long.parseLong(path.get(4)))) {
            throw RestError.nonexistentId();
        }
        conduct.mode(Quirk.ATTACH_AGAIN);
        if (path.get(2).equals(ATTACH)) {
            store.attach(type, id, kind, Long.parseLong(path.get(4)), role);
        } else {
            store.detach(type, id, kind, Long.parseLong(path.get(4)));
        }
        return Response.empty(204);
    }

    private Response action(Request request, RecordType type, long id, String action) {
        ObjectNode ignored = optionalBody(request);
        if (!type.name().equals("salesOrder") || !action.equals("approve")) {
            conduct.mode(Quirk.ACTION);
            throw RestError.of(
                            400, "INVALID_REQUEST", "Record type '" + type.name() + "' has no action '" + action + "'.")
                    .atUrl(request.path());
        }
        conduct.mode(Quirk.ACTION);
        store.approve(id);
        return Response.of(
                200,
                "application/json",
                JsonNodeFactory.instance.objectNode().put("result", true).toString());
    }

    private static ObjectNode optionalBody(Request request) {
        return request.body().length == 0 ? JsonNodeFactory.instance.objectNode() : JsonBody.of(request);
    }

    private static RestError notThere(Request request) {
        return RestError.of(400, "INVALID_REQUEST", "The request URL is not valid.")
                .atUrl(request.path());
    }
}
