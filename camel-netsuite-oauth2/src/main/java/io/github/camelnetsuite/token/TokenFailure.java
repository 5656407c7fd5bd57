package io.github.camelnetsuite.token;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no token, as a value that several callers can share; each gets an exception of its own, with its own stack.
 *
 * @param permanent whether the credentials are refused
 */
record TokenFailure(
        boolean permanent,
        TokenFault.Remedy remedy,
        String message,
        ErrorFacts facts,
        @Nullable Throwable cause) {

    static TokenFailure passing(String message, @Nullable Throwable cause) {
        return new TokenFailure(false, TokenFault.Remedy.WAIT, message, ErrorFacts.none(), cause);
    }

    /** Something threw where nothing should; what it says is not repeated, because nobody knows what it holds. */
    static TokenFailure unexpected(Throwable thrown) {
        if (thrown instanceof NetSuiteConfigurationException known) {
            return new TokenFailure(false, TokenFault.Remedy.FIX_CONFIGURATION, text(known), facts(known), known);
        }
        if (thrown instanceof NetSuiteException known) {
            return passing(text(known), known);
        }
        return passing(
                "The access token could not be obtained: " + thrown.getClass().getName()
                        + " was thrown while it was asked for. This is a fault of the connector or of a part plugged into it; "
                        + "see the cause.",
                thrown);
    }

    NetSuiteException toException() {
        return toException(message, facts);
    }

    /** What callers get while nobody asks again. */
    NetSuiteException toException(Instant nextTry, Duration wait) {
        ErrorFacts pausing = new ErrorFacts(facts.status(), facts.errorCode(), facts.errorPath(), wait);
        return toException(
                message + " The next token request is made at " + nextTry + "; until then this answer stands.",
                pausing);
    }

    private NetSuiteException toException(String text, ErrorFacts known) {
        return switch (remedy) {
            case LOOK_IN_NETSUITE ->
                permanent
                        ? new NetSuiteAccessException(text, known, cause)
                        : new NetSuiteUnavailableException(text, known, cause);
            case FIX_CONFIGURATION -> new NetSuiteConfigurationException(text, known, cause);
            case WAIT -> new NetSuiteUnavailableException(text, known, cause);
        };
    }

    private static String text(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
    }

    private static ErrorFacts facts(NetSuiteException known) {
        return new ErrorFacts(
                known.status().isPresent() ? known.status().getAsInt() : null,
                known.errorCode().orElse(null),
                known.errorPath().orElse(null),
                known.retryAfter().orElse(null));
    }
}
