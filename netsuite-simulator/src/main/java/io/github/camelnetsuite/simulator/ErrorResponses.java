package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.http.Service;
import java.util.concurrent.atomic.AtomicLong;

/** Turns errors into responses; which type URL they carry is a quirk. */
final class ErrorResponses {

    static final String CONTENT_TYPE = "application/vnd.oracle.resource+json; type=error; charset=UTF-8";

    private final Conduct conduct;
    private final String companyId;
    private final RestletErrors restlets;
    private final AtomicLong answered = new AtomicLong();

    ErrorResponses(Conduct conduct, String companyId) {
        this.conduct = conduct;
        this.companyId = companyId;
        this.restlets = new RestletErrors(conduct, companyId);
    }

    Response of(RestError error) {
        Response response = Response.of(
                error.status(),
                CONTENT_TYPE,
                error.body(typeUrl(error.status())).toString());
        return switch (error.status()) {
            case 401 -> response.withHeader("WWW-Authenticate", invalidToken(companyId));
            default -> response;
        };
    }

    Response of(Request request, RestletError error) {
        return restlets.of(request, error);
    }

    /** What a header says to a caller whose access token is no good. */
    static String invalidToken(String companyId) {
        return "Bearer realm=\"" + companyId
                + "\", error=\"invalid_token\", error_description=\"Invalid login attempt.\"";
    }

    /** The answer to a request over the limit; of a RESTlet 400, as if it were the caller's mistake. */
    Response tooManyRequests(Request request) {
        if (request.service() == Service.RESTLETS) {
            conduct.mode(Quirk.CONCURRENCY_EXCEEDED);
            return restlets.of(
                    request,
                    new RestletError(
                            400,
                            "SSS_REQUEST_LIMIT_EXCEEDED",
                            "The maximum number of concurrent requests for this account has been exceeded."));
        }
        Response response = Response.of(429, CONTENT_TYPE, tooManyRequestsBody());
        return conduct.is(Quirk.CONCURRENCY_EXCEEDED, "with Retry-After")
                ? response.withHeader("Retry-After", "2")
                : response;
    }

    /** The answer when something broke inside NetSuite. */
    Response unexpected(Request request, String errorId) {
        String detail = "An unexpected error occurred. Error ID: " + errorId;
        return request.service() == Service.RESTLETS
                ? restlets.of(request, new RestletError(500, "UNEXPECTED_ERROR", detail))
                : of(RestError.of(500, "UNEXPECTED_ERROR", detail));
    }

    /** The answer when another user saved the record first. */
    Response recordChanged(Request request) {
        String mode = conduct.mode(Quirk.RECORD_CHANGED);
        return request.service() == Service.RESTLETS
                ? restlets.of(request, new RestletError(400, "RCRD_HAS_BEEN_CHANGED", "Record has been changed"))
                : of(RestError.ofMode(mode, "Error while accessing a resource. Record has been changed."));
    }

    /** A refusal in the form of the port it came to. */
    Response refusal(Request request, int status, String code, String detail) {
        return request.service() == Service.RESTLETS
                ? restlets.of(request, new RestletError(status, code, detail))
                : of(RestError.of(status, code, detail));
    }

    private String tooManyRequestsBody() {
        RestError error =
                RestError.of(429, "CONCURRENCY_LIMIT_EXCEEDED", "Concurrent request limit exceeded. Request blocked.");
        ObjectNode body = error.body(typeUrl(error.status()));
        if (conduct.is(Quirk.CONCURRENCY_BODY, "code at both levels")) {
            return body.toString();
        }
        body.put("title", "Bad Request").put("o:errorCode", "USER_ERROR");
        return body.toString().replace("],\"o:errorCode\"", "]\"o:errorCode\"");
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
