package io.github.camelnetsuite;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What NetSuite, or the network, said about a failed call; never a body, a header or a secret. Immutable.
 *
 * @param status HTTP status, or null when no answer came
 * @param errorCode OAuth {@code error} (RFC 6749, section 5.2), {@code o:errorCode} of a REST answer or the code of a
 *     RESTlet error; null when the answer carried none
 * @param errorPath where in the request NetSuite saw the fault ({@code o:errorPath}, {@code o:urlPath}, {@code
 *     o:errorHeader} or {@code o:errorQueryParam}); null when it named no place
 * @param retryAfter how long the server asked to wait; null when it did not say
 */
public record ErrorFacts(
        @Nullable Integer status,
        @Nullable String errorCode,
        @Nullable String errorPath,
        @Nullable Duration retryAfter) {

    private static final ErrorFacts NONE = new ErrorFacts(null, null, null, null);

    /** No answer was involved, so there is nothing to tell. */
    public static ErrorFacts none() {
        return NONE;
    }

    /** An answer of this status which named no error code. */
    public static ErrorFacts status(int status) {
        return new ErrorFacts(status, null, null, null);
    }

    /** An answer of this status with an error code, which may be null. */
    public static ErrorFacts of(int status, @Nullable String errorCode) {
        return new ErrorFacts(status, errorCode, null, null);
    }
}
