package io.github.camelnetsuite.token;

import io.github.camelnetsuite.ErrorFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one token request. Immutable. */
public sealed interface TokenAnswer {

    /** The answer's {@code Date}, by which a wrong local clock is noticed; null when there was none. */
    @Nullable
    Instant serverTime();

    /**
     * A token was granted (RFC 6749, section 5.1).
     *
     * @param accessToken the token: a secret, which {@link #toString()} leaves out
     * @param lifetime how long it lives, counted from the receipt of the answer
     */
    record Granted(
            String accessToken, Duration lifetime, @Nullable Instant serverTime) implements TokenAnswer {

        @Override
        public String toString() {
            return "Granted[<redacted>, lifetime " + lifetime + "]";
        }
    }

    /**
     * No token was granted.
     *
     * @param fault which row of the table of faults this is
     * @param seen one or more sentences on what was seen, naming no secret
     * @param facts status, OAuth error and the wait asked for
     * @param cause what broke the connection; null when an answer came
     */
    record Failed(
            TokenFault fault,
            String seen,
            ErrorFacts facts,
            @Nullable Throwable cause,
            @Nullable Instant serverTime) implements TokenAnswer {

        /** An answer that came, but without a token. */
        public static Failed of(TokenFault fault, String seen, ErrorFacts facts, @Nullable Instant serverTime) {
            return new Failed(fault, seen, facts, null, serverTime);
        }
    }
}
