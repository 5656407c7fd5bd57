package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.token.TokenStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of an account from outside, by JMX and the developer console: never a key, an assertion or a token. An immutable
 * snapshot.
 *
 * @param certificateExpiresAt null when the certificate is not at hand
 * @param at when the snapshot was taken
 */
record AccountFacts(
        String name,
        AccountId accountId,
        boolean readOnly,
        String certificateId,
        SigningAlgorithm algorithm,
        @Nullable Instant certificateExpiresAt,
        TokenStatus token,
        Instant at) {

    static AccountFacts of(NetSuiteAccount account, Instant now) {
        SigningKey key = account.signingKey();
        return new AccountFacts(
                account.name(),
                account.accountId(),
                account.readOnly(),
                key.certificateId(),
                key.algorithm(),
                key.expiresAt().orElse(null),
                account.tokenStatus(),
                now);
    }

    /** Whole days, negative once it has expired; null when the certificate is not at hand. */
    @Nullable
    Long daysToCertificateExpiry() {
        Instant expiry = certificateExpiresAt;
        return expiry == null
                ? null
                : Math.floorDiv(Duration.between(at, expiry).toSeconds(), 86_400);
    }

    /** How long ago the held token was granted, in seconds; null when none is held. */
    @Nullable
    Long tokenAgeSeconds() {
        Instant obtained = token.obtainedAt();
        return obtained == null
                ? null
                : Math.max(0, Duration.between(obtained, at).toSeconds());
    }
}
