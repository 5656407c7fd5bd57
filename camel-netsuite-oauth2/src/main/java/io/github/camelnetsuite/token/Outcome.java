package io.github.camelnetsuite.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all who share one flight get. */
sealed interface Outcome {

    /** A token, new or found when looking again. */
    record Token(HeldToken held) implements Outcome {}

    /**
     * No token.
     *
     * @param nextTry when asking is allowed again, for an outcome remembered from an earlier flight; else null
     * @param left how long that is from now
     */
    record Failure(TokenFailure failure, @Nullable Instant nextTry, Duration left) implements Outcome {

        static Failure of(TokenFailure failure) {
            return new Failure(failure, null, Duration.ZERO);
        }

        RuntimeException toException() {
            return nextTry == null ? failure.toException() : failure.toException(nextTry, left);
        }
    }

    /** The executor took no task, so nothing was tried: whoever needs the token tries again. */
    record NotStarted() implements Outcome {}
}
