package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Creates, changes and deletes records. */
final class RecordWrites {

    private static final String EXTERNAL = "eid:";
    private static final Pattern ADDRESSABLE = Pattern.compile("[A-Za-z0-9_-]+");

    /** NetSuite has not published the name of this header. */
    private static final String WARNING_HEADER = "X-NetSuite-PropertyNameWarning";

    private final Conduct conduct;
    private final RecordStore store;

    RecordWrites(Conduct conduct, RecordStore store) {
        this.conduct = conduct;
        this.store = store;
    }

    Response create(Request request, RecordType type, String recordsUrl) {
        RecordStore.Written written = store.create(type, JsonBody.of(request), refusesUnknown(request));
        boolean withBody =
                request.parameter("replace").isPresent() && conduct.is(Quirk.CREATE_STATUS, "201 with replace");
        if (!withBody) {
            return done(written, type, recordsUrl);
        }
        String body = store.read(type, written.id(), recordsUrl, false, List.of())
                .map(Object::toString)
                .orElse("");
        return Response.of(201, "application/vnd.oracle.resource+json; type=singular", body)
                .withHeader("Location", recordsUrl + "/" + type.name() + "/" + written.id());
    }

    Response update(Request request, RecordType type, String address, String recordsUrl) {
        long id = store.find(type, address).orElseThrow(RestError::nonexistentId);
        RecordStore.Written written =
                store.update(type, id, JsonBody.of(request), lineRules(request), refusesUnknown(request));
        return done(written, type, recordsUrl);
    }

    Response upsert(Request request, RecordType type, String address, String recordsUrl) {
        String externalId = address.startsWith(EXTERNAL) ? address.substring(EXTERNAL.length()) : "";
        if (!ADDRESSABLE.matcher(externalId).matches()) {
            throw RestError.of(
                            400,
                            "INVALID_REQUEST",
                            "Use PUT with an external ID of letters, digits, underscores and hyphens, as in eid:SHOP-7.")
                    .atUrl(request.path());
        }
        conduct.mode(Quirk.EXTERNAL_ID_GROUPS);
        RecordStore.Written written =
                store.upsert(type, externalId, JsonBody.of(request), lineRules(request), refusesUnknown(request));
        return done(written, type, recordsUrl);
    }

    Response delete(RecordType type, String address) {
        long id = store.find(type, address).orElseThrow(RestError::nonexistentId);
        store.delete(type, id);
        return Response.empty(204);
    }

    private Response done(RecordStore.Written written, RecordType type, String recordsUrl) {
        if (written.appended()) {
            conduct.mode(Quirk.LINES_WITHOUT_KEY);
        }
        Response response = Response.empty(204)
                .withHeader("Location", recordsUrl + "/" + type.name() + "/" + written.id())
                .withHeader("Content-Type", "application/json");
        if (written.unknown().isEmpty()) {
            return response;
        }
        conduct.mode(Quirk.UNKNOWN_FIELD);
        return response.withHeader(
                WARNING_HEADER, "Unknown properties ignored: " + String.join(", ", written.unknown()));
    }

    private RecordStore.LineRules lineRules(Request request) {
        Set<String> replaced = request.parameter("replace")
                .map(given -> Set.of(given.split("\\s*,\\s*", -1)))
                .orElse(Set.of());
        boolean replacing = conduct.peek(Quirk.LINES_WITHOUT_KEY).equals("replacing");
        return new RecordStore.LineRules(replaced, replacing);
    }

    private static boolean refusesUnknown(Request request) {
        return request.header("X-NetSuite-PropertyNameValidation")
                .filter("error"::equalsIgnoreCase)
                .isPresent();
    }
}
