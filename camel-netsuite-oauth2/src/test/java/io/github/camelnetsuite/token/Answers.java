package io.github.camelnetsuite.token;

import io.github.camelnetsuite.ErrorFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers of a token endpoint. */
final class Answers {

    static final Duration LIFETIME = Duration.ofHours(1);

    private Answers() {}

    static TokenAnswer granted(String token) {
        return new TokenAnswer.Granted(token, LIFETIME, null);
    }

    static TokenAnswer granted(String token, Instant serverTime) {
        return new TokenAnswer.Granted(token, LIFETIME, serverTime);
    }

    static TokenAnswer refused(int status, @Nullable String error) {
        return refused(status, error, null);
    }

    static TokenAnswer refused(int status, @Nullable String error, @Nullable Instant serverTime) {
        return TokenAnswer.Failed.of(
                TokenFault.of(status, error),
                "The token endpoint test.example answered HTTP " + status + " " + error + ".",
                ErrorFacts.of(status, error),
                serverTime);
    }

    static TokenAnswer noAnswer() {
        return new TokenAnswer.Failed(
                TokenFault.NO_ANSWER, "The token endpoint test.example is gone.", ErrorFacts.none(), null, null);
    }
}
