package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;

/**
 * The account's clock and limits.
 *
 * @see "NetSuite help: REST Web Services System Endpoints"
 */
final class SystemEndpoint {

    static final String PATH = "/services/rest/system/v1/";

    /** What an account has when no limit was set: the smallest service tier. */
    private static final int STANDARD_TIER = 5;

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final Clock clock;
    private final Settings settings;

    SystemEndpoint(Clock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    Response answer(Request request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String resource = request.method() + " " + request.path().substring(PATH.length());
        switch (resource) {
            case "GET serverTime" ->
                body.put("serverTime", MILLISECONDS.format(clock.instant().atOffset(ZoneOffset.UTC)));
            case "GET governanceLimits" -> limits(body);
            default ->
                throw RestError.of(404, "INVALID_REQUEST", "There is no such system resource.")
                        .atUrl(request.path());
        }
        return Response.of(200, "application/json", body.toString());
    }

    private void limits(ObjectNode body) {
        if (!settings.has(Permission.ADMINISTRATOR)) {
            throw RestError.of(403, "INSUFFICIENT_PERMISSION", "Only an Administrator can read the governance limits.");
        }
        int limit = settings.concurrencyLimit().orElse(STANDARD_TIER);
        body.put("accountConcurrencyLimit", limit);
        OptionalInt own = settings.integrationConcurrencyLimit();
        body.put("accountUnallocatedConcurrencyLimit", Math.max(0, limit - own.orElse(0)));
        own.ifPresent(slice -> body.put("integrationConcurrencyLimit", slice));
        body.put("integrationLimitType", own.isPresent() ? "integrationSpecific" : "accountLimit");
    }
}
