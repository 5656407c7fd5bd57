package io.github.camelnetsuite.token;

import java.time.Instant;
import java.util.Objects;

/** An access token NetSuite granted (RFC 6749, section 1.4). Opaque, immutable, and never printed. */
public final class AccessToken {

    private final String value;
    private final String authorization;
    private final Instant obtainedAt;
    private final Instant expiresAt;

    public AccessToken(String value, Instant obtainedAt, Instant expiresAt) {
        this.value = Objects.requireNonNull(value);
        this.authorization = "Bearer " + value;
        this.obtainedAt = Objects.requireNonNull(obtainedAt);
        this.expiresAt = Objects.requireNonNull(expiresAt);
    }

    /** The token itself: a secret. */
    public String value() {
        return value;
    }

    /** The value of the {@code Authorization} header (RFC 6750, section 2.1): a secret. Built once, not per call. */
    public String authorization() {
        return authorization;
    }

    public Instant obtainedAt() {
        return obtainedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "AccessToken[<redacted>, expires " + expiresAt + "]";
    }
}
