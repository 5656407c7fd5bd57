package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.token.BrokenConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Turns what went wrong with a call into the exception that says what to do about it. */
final class RestErrors {

    private RestErrors() {}

    static NetSuiteException refused(RestRequest request, Reply.Refused refused) {
        ErrorBody error = refused.body();
        int status = refused.answer().status();
        ErrorFacts facts = new ErrorFacts(
                status, error.code(), error.path(), refused.answer().retryAfter());
        return refused.fault()
                .kind()
                .error(
                        "NetSuite answered " + status + (error.code() == null ? "" : " " + error.code()) + " to "
                                + request
                                + (error.path() == null ? "" : " about '" + error.path() + "'") + ": "
                                + error.detail() + " " + refused.fault().advice(),
                        facts);
    }

    static NetSuiteUnavailableException unreadable(RestRequest request, JacksonException cause) {
        return new NetSuiteUnavailableException(
                "The answer to " + request
                        + " is not the JSON object it should be ("
                        + cause.getClass().getSimpleName()
                        + "). It was cut off, is larger than " + (JsonReader.MAX_BYTES >> 20)
                        + " MiB, or comes from a proxy in between. Whether a write took place is unknown: look before repeating it.");
    }

    static NetSuiteUnavailableException nothingMade(RestRequest request, int status) {
        return new NetSuiteUnavailableException("The answer " + status + " to " + request
                + " does not name the record it made, as NetSuite does, so it may come from a proxy in between. Whether a write"
                + " took place is unknown: look before repeating it.");
    }

    static NetSuiteUnavailableException noAnswer(RestRequest request, URI server, Exception cause) {
        return new NetSuiteUnavailableException(
                "No answer from " + server.getHost() + " to " + request + ". "
                        + BrokenConnection.of(server.getHost(), cause)
                        + " Whether a write took place is unknown: look before repeating it.",
                ErrorFacts.none(),
                cause);
    }

    static NetSuiteUnavailableException notSent(RestRequest request, URI server, Exception cause) {
        return new NetSuiteUnavailableException(
                "No connection to " + server.getHost() + " for " + request + ", so nothing was sent. "
                        + BrokenConnection.of(server.getHost(), cause),
                ErrorFacts.none(),
                cause);
    }

    static NetSuiteUnavailableException tooSlow(RestRequest request, URI server, Duration limit, Exception cause) {
        return new NetSuiteUnavailableException(
                "The answer of " + server.getHost() + " to " + request + " was not complete within "
                        + limit.toSeconds()
                        + " s, so it was cut off. NetSuite or a proxy is overloaded; ask for less at a time, such as with a"
                        + " smaller pageSize. Whether a write took place is unknown: look before repeating it.",
                ErrorFacts.none(),
                cause);
    }

    /** The same error, with what the call had gone through by then. */
    static NetSuiteException after(NetSuiteException error, String history) {
        if (history.isEmpty() || !(error instanceof NetSuiteUnavailableException)) {
            return error;
        }
        return new NetSuiteUnavailableException(error.getMessage() + " " + history, facts(error), error.getCause());
    }

    static NetSuiteUnavailableException notThere(RestRequest request, NetSuiteException lost) {
        return new NetSuiteUnavailableException(
                "The answer to " + request
                        + " was lost, and what it would have made was not there when it was looked up by its"
                        + " external ID. It was not sent again, for NetSuite may still be at work on it: look again before"
                        + " repeating it, or set repeatable=true if doing it twice does no harm. "
                        + lost.getMessage(),
                facts(lost),
                lost);
    }

    static NetSuiteUnavailableException unclear(RestRequest request, String why, NetSuiteException lost) {
        return new NetSuiteUnavailableException(
                "The answer to " + request
                        + " was lost, and looking the record up did not tell whether it took effect: " + why
                        + ". It was not sent again; look before repeating it. " + lost.getMessage(),
                facts(lost),
                lost);
    }

    static NetSuiteUnavailableException notLookedUp(
            RestRequest request, NetSuiteException lookUp, NetSuiteException lost) {
        NetSuiteUnavailableException error = new NetSuiteUnavailableException(
                "The answer to " + request
                        + " was lost, and the record could not be looked up either, so whether it took effect"
                        + " is unknown: look before repeating it. " + lost.getMessage() + " Looking it up: "
                        + lookUp.getMessage(),
                facts(lost),
                lost);
        error.addSuppressed(lookUp);
        return error;
    }

    static NetSuiteDataException another(RestRequest request, Finding.Another found, NetSuiteException lost) {
        return new NetSuiteDataException(
                "The answer to " + request + " was lost, and the record of its external ID"
                        + found.record()
                                .recordId()
                                .map(id -> " (internal ID " + id + ")")
                                .orElse("")
                        + " is not what was sent: it differs in " + listed(found.where())
                        + ". External IDs ignore case and are shared by groups of record types, so it is probably another one's;"
                        + " nothing was written a second time. If NetSuite changes these fields itself, name those to compare"
                        + " with matchFields.",
                facts(lost),
                lost);
    }

    private static String listed(List<String> names) {
        return names.size() > 10
                ? String.join(", ", names.subList(0, 10)) + " and " + (names.size() - 10) + " more"
                : String.join(", ", names);
    }

    private static ErrorFacts facts(NetSuiteException error) {
        return new ErrorFacts(
                error.status().isPresent() ? error.status().getAsInt() : null,
                error.errorCode().orElse(null),
                error.errorPath().orElse(null),
                error.retryAfter().orElse(null));
    }
}
