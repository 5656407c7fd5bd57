package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong with a call into the exception that says what to do about it. */
final class RestErrors {

    private RestErrors() {}

    static NetSuiteException refused(RestRequest request, RefusedAnswer answer) {
        ErrorBody error = ErrorBody.read(answer.text());
        ErrorFacts facts = new ErrorFacts(answer.status(), error.code(), error.path(), retryAfter(answer));
        String what = "NetSuite answered " + answer.status() + (error.code() == null ? "" : " " + error.code()) + " to "
                + request + (error.path() == null ? "" : " about '" + error.path() + "'") + ": " + error.detail() + " ";
        int status = answer.status();
        if (status == 401) {
            return new NetSuiteAccessException(
                    what
                            + "A new access token was refused as well, or this one is new, so the token is not the reason: the role,"
                            + " the scope or the integration is refused. Look under Setup > Users/Roles > View Login Audit"
                            + " Trail (columns Detail and Token-based Application Name).",
                    facts);
        }
        if (status == 429 || status >= 500) {
            return new NetSuiteUnavailableException(what + waiting(status), facts);
        }
        if (status >= 300 && status < 400) {
            return new NetSuiteUnavailableException(
                    what + "It points to another address, and an access token is not sent across a redirect. Check"
                            + " suiteTalkUrl and restletsUrl against Setup > Company > Company Information > Company URLs.",
                    facts);
        }
        if (status == 403 || error.permission()) {
            return new NetSuiteAccessException(
                    what
                            + "Give the role of the OAuth 2.0 client credentials mapping the permission for this record type;"
                            + " queries and collections also need SuiteAnalytics Workbook.",
                    facts);
        }
        return new NetSuiteDataException(what + advice(status, error), facts);
    }

    static NetSuiteException unreadable(RestRequest request, JacksonException cause) {
        return new NetSuiteUnavailableException(
                "The answer to " + request
                        + " is not the JSON object it should be ("
                        + cause.getClass().getSimpleName()
                        + "). It was cut off, is larger than " + (JsonReader.MAX_BYTES >> 20)
                        + " MiB, or comes from a proxy in between. Whether a write took place is unknown: look before repeating it.");
    }

    static NetSuiteException noAnswer(RestRequest request, URI server, IOException cause) {
        return new NetSuiteUnavailableException(
                "No answer from " + server.getHost() + " to " + request + " ("
                        + cause.getClass().getSimpleName()
                        + "). Check the network, the proxy and the time-outs (http[connectTimeout],"
                        + " http[responseTimeout]). Whether a write took place is unknown: look before repeating it.",
                ErrorFacts.none(),
                cause);
    }

    static NetSuiteException tooSlow(RestRequest request, URI server, Duration limit, IOException cause) {
        return new NetSuiteUnavailableException(
                "The answer of " + server.getHost() + " to " + request + " was not complete within "
                        + limit.toSeconds()
                        + " s, so it was cut off. NetSuite or a proxy is overloaded; ask for less at a time, such as with a"
                        + " smaller pageSize. Whether a write took place is unknown: look before repeating it.",
                ErrorFacts.none(),
                cause);
    }

    private static String advice(int status, ErrorBody error) {
        if (status == 404) {
            return "Check the record type and the ID; an external ID is written eid:ID.";
        }
        String code = error.code() == null ? "" : error.code();
        return switch (code) {
            case "INVALID_CONTENT" -> "Correct the field it names in the body.";
            case "INVALID_PARAMETER" -> "Correct the query or the parameter it names.";
            default -> "Correct the request; repeating it as it is will not help.";
        };
    }

    private static String waiting(int status) {
        return status == 429
                ? "The account's limit of concurrent requests is reached. Try again later, or run fewer calls at a time."
                : "NetSuite could not serve the call now. Try again later; whether a write took place is unknown, so look"
                        + " before repeating it.";
    }

    /** The header's seconds (RFC 9110, section 10.2.3); its date form is not used by NetSuite. */
    private static @Nullable Duration retryAfter(RefusedAnswer answer) {
        String value = answer.retryAfter();
        return value != null && value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
