package io.github.camelnetsuite.simulator;

import static io.github.camelnetsuite.simulator.store.WriteRules.Validation.ERROR;
import static io.github.camelnetsuite.simulator.store.WriteRules.Validation.WARNING;

import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.store.RecordStore;
import io.github.camelnetsuite.simulator.store.RecordType;
import io.github.camelnetsuite.simulator.store.WriteRules;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Creates, changes and deletes records. */
final class RecordWrites {

    private static final String EXTERNAL = "eid:";
    private static final Pattern ADDRESSABLE = Pattern.compile("[A-Za-z0-9_-]+");

    private static final String NAMES = "X-NetSuite-PropertyNameValidation";
    private static final String VALUES = "X-NetSuite-PropertyValueValidation";

    /** NetSuite has not published the names of these headers. */
    private static final String WARNING_HEADER = "X-NetSuite-PropertyNameWarning";

    private static final String VALUE_WARNING_HEADER = "X-NetSuite-PropertyValueWarning";

    private final Conduct conduct;
    private final Settings settings;
    private final RecordStore store;

    RecordWrites(Conduct conduct, Settings settings, RecordStore store) {
        this.conduct = conduct;
        this.settings = settings;
        this.store = store;
    }

    Response create(Request request, RecordType type, String recordsUrl) {
        RecordStore.Written written = store.create(type, JsonBody.of(request), rules(request, Long.MAX_VALUE));
        boolean withBody =
                request.parameter("replace").isPresent() && conduct.is(Quirk.CREATE_STATUS, "201 with replace");
        if (!withBody) {
            return done(request, written, type, recordsUrl);
        }
        String body = store.read(type, written.id(), recordsUrl, false, List.of())
                .map(Object::toString)
                .orElse("");
        return Response.of(201, "application/vnd.oracle.resource+json; type=singular", body)
                .withHeader("Location", recordsUrl + "/" + type.name() + "/" + written.id());
    }

    Response update(Request request, RecordType type, String address, String recordsUrl, long seen) {
        long id = store.find(type, address).orElseThrow(RestError::nonexistentId);
        RecordStore.Written written = store.update(type, id, JsonBody.of(request), rules(request, seen));
        return done(request, written, type, recordsUrl);
    }

    Response upsert(Request request, RecordType type, String address, String recordsUrl, long seen) {
        String externalId = address.startsWith(EXTERNAL) ? address.substring(EXTERNAL.length()) : "";
        if (!ADDRESSABLE.matcher(externalId).matches()) {
            throw RestError.of(
                            400,
                            "INVALID_REQUEST",
                            "Use PUT with an external ID of letters, digits, underscores and hyphens, as in eid:SHOP-7.")
                    .atUrl(request.path());
        }
        conduct.mode(Quirk.EXTERNAL_ID_GROUPS);
        RecordStore.Written written = store.upsert(type, externalId, JsonBody.of(request), rules(request, seen));
        return done(request, written, type, recordsUrl);
    }

    Response delete(RecordType type, String address) {
        long id = store.find(type, address).orElseThrow(RestError::nonexistentId);
        store.delete(type, id);
        return Response.empty(204);
    }

    /** The answer to a write that was carried out. */
    Response done(Request request, RecordStore.Written written, RecordType type, String recordsUrl) {
        if (written.appended()) {
            conduct.mode(Quirk.LINES_WITHOUT_KEY);
        }
        Response response = Response.empty(204)
                .withHeader("Location", recordsUrl + "/" + type.name() + "/" + written.id())
                .withHeader("Content-Type", "application/json");
        if (written.dropped()) {
            conduct.mode(Quirk.DROPPED_FIELD);
        }
        if (!written.unknown().isEmpty() && validation(request, NAMES, WARNING) == WARNING) {
            conduct.mode(Quirk.UNKNOWN_FIELD);
            response = response.withHeader(
                    WARNING_HEADER, "Unknown properties ignored: " + String.join(", ", written.unknown()));
        }
        if (!written.invalid().isEmpty() && validation(request, VALUES, ERROR) == WARNING) {
            conduct.mode(Quirk.INVALID_VALUE);
            response = response.withHeader(
                    VALUE_WARNING_HEADER, "Invalid values ignored: " + String.join(", ", written.invalid()));
        }
        return response;
    }

    /**
     * How the request wants its body to be taken.
     *
     * @param seen the version of the data when the request began
     */
    WriteRules rules(Request request, long seen) {
        Set<String> replaced = request.parameter("replace")
                .map(given -> Set.of(given.split("\\s*,\\s*", -1)))
                .orElse(Set.of());
        return new WriteRules(
                replaced,
                conduct.peek(Quirk.LINES_WITHOUT_KEY).equals("replacing"),
                validation(request, NAMES, WARNING),
                validation(request, VALUES, ERROR),
                settings::drops,
                seen);
    }

    private WriteRules.Validation validation(Request request, String header, WriteRules.Validation otherwise) {
        String given = request.header(header).orElse(otherwise.name());
        return Arrays.stream(WriteRules.Validation.values())
                .filter(validation -> validation.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> {
                    conduct.mode(Quirk.VALIDATION_HEADER);
                    return RestError.of(400, "INVALID_HEADER", "Invalid value for the header " + header + ".")
                            .atHeader(header);
                });
    }
}
