package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.SigningAlgorithm;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about an account's token without showing it: for health, JMX and diagnosis. An immutable snapshot.
 *
 * @param state whether a token is held and how old it is
 * @param certificateId of the key the held token was granted for, or else of the key tried last; null before the first try
 * @param algorithm of that key; null before the first try
 * @param obtainedAt when the held token was granted; null when none is held
 * @param expiresAt when it expires; null when none is held
 * @param refreshes tokens granted since the start, the first included
 * @param failures tries that brought no token since the start
 * @param failing whether the latest try brought no token
 * @param lastFailure the latest failure's message, kept after recovery; null when there was none
 * @param lastFailureAt when that was; null when there was none
 * @param credentialsRefused whether NetSuite refuses the credentials: nothing passes until somebody changes something
 * @param pausedUntil no token request is made before this; null when one may be made at any time
 * @param clockOffset NetSuite's time minus local time; zero when they agree within 30 seconds
 * @param clockCorrected whether assertions make up for that offset; false although there is one means it is too large
 */
public record TokenStatus(
        State state,
        @Nullable String certificateId,
        @Nullable SigningAlgorithm algorithm,
        @Nullable Instant obtainedAt,
        @Nullable Instant expiresAt,
        long refreshes,
        long failures,
        boolean failing,
        @Nullable String lastFailure,
        @Nullable Instant lastFailureAt,
        boolean credentialsRefused,
        @Nullable Instant pausedUntil,
        Duration clockOffset,
        boolean clockCorrected) {

    /** The age of the held token. */
    public enum State {
        /** None is held: none was asked for yet, or NetSuite refused the last one. */
        NONE,
        /** Serves. */
        FRESH,
        /** Serves, and is being refreshed in the background. */
        STALE,
        /** Serves no longer; the next caller waits for a new one. */
        EXPIRED
    }

    /** Whether calls can be authenticated now and, as far as is known, later: the verdict of a health check. */
    public boolean healthy() {
        boolean serves = state == State.FRESH || state == State.STALE;
        return !credentialsRefused && (serves || !failing);
    }
}
