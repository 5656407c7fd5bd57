package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Response;
import java.util.concurrent.atomic.AtomicLong;

/** Turns errors into responses; which type URL they carry is a quirk. */
final class ErrorResponses {

    static final String CONTENT_TYPE = "application/vnd.oracle.resource+json; type=error; charset=UTF-8";

    private final Conduct conduct;
    private final String companyId;
    private final AtomicLong answered = new AtomicLong();

    ErrorResponses(Conduct conduct, String companyId) {
        this.conduct = conduct;
        this.companyId = companyId;
    }

    Response of(RestError error) {
        Response response = Response.of(
                error.status(),
                CONTENT_TYPE,
                error.body(typeUrl(error.status())).toString());
        return switch (error.status()) {
            case 401 ->
                response.withHeader(
                        "WWW-Authenticate",
                        "Bearer realm=\"" + companyId
                                + "\", error=\"invalid_token\", error_description=\"Invalid login attempt.\"");
            case 429 ->
                conduct.is(Quirk.CONCURRENCY_EXCEEDED, "with Retry-After")
                        ? response.withHeader("Retry-After", "2")
                        : response;
            default -> response;
        };
    }

    private String typeUrl(int status) {
        String mode = conduct.mode(Quirk.ERROR_TYPE_URL);
        boolean older = mode.equals("rfc2616") || (mode.equals("alternating") && answered.getAndIncrement() % 2 == 1);
        int section = status % 100 + 1;
        return older
                ? "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10." + status / 100 + "." + section
                : "https://www.rfc-editor.org/rfc/rfc9110.html#section-15." + (status / 100 + 1) + "." + section;
    }
}
