package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.SigningKey;
import java.time.Duration;
import java.time.Instant;

/** An access token with the times that decide when it is due. Thread-safe. */
final class HeldToken {

    /** When a refresh starts, as a share of the lifetime; spread, so that several nodes do not refresh together. */
    private static final double FRESH_AT_LEAST = 0.75;

    private static final double SPREAD = 0.10;

    /** How long one look at both of the machine's times holds for the fast path, which sees only the clock. */
    private static final long CONFIRMED_MILLIS = 1_000;

    private final AccessToken token;
    private final SigningKey key;
    private final Timekeeper.Moment obtained;
    private final long freshMillis;
    private final Duration lifetime;
    private volatile long confirmedAt;

    /** @param random from 0 to 1, where in the spread the refresh starts */
    HeldToken(String value, Duration lifetime, SigningKey key, Timekeeper.Moment obtained, double random) {
        Instant obtainedAt = Instant.ofEpochMilli(obtained.millis());
        this.token = new AccessToken(value, obtainedAt, obtainedAt.plus(lifetime));
        this.key = key;
        this.obtained = obtained;
        this.lifetime = lifetime;
        this.confirmedAt = obtained.millis();
        this.freshMillis = (long) (lifetime.toMillis() * (FRESH_AT_LEAST + SPREAD * random));
    }

    AccessToken token() {
        return token;
    }

    /** The key it was granted for. */
    SigningKey key() {
        return key;
    }

    /**
     * The answer of the fast path: two subtractions, nothing allocated. A clock that shows an earlier time than when the token was last
     * {@linkplain #confirm confirmed} was set back, and is not trusted.
     */
    boolean surelyFresh(long nowMillis) {
        long unconfirmed = nowMillis - confirmedAt;
        return unconfirmed >= 0 && unconfirmed < CONFIRMED_MILLIS && nowMillis - obtained.millis() < freshMillis;
    }

    /** Notes that the token was found fresh by both of the machine's times. */
    void confirm(long nowMillis) {
        confirmedAt = nowMillis;
    }

    TokenStatus.State state(Timekeeper time) {
        Duration age = age(time);
        if (age.toMillis() < freshMillis) {
            return TokenStatus.State.FRESH;
        }
        return age.compareTo(lifetime) < 0 ? TokenStatus.State.STALE : TokenStatus.State.EXPIRED;
    }

    Duration age(Timekeeper time) {
        return time.since(obtained);
    }

    boolean is(String value) {
        return token.value().equals(value);
    }

    /** So that comparing references never prints more than this. */
    @Override
    public String toString() {
        return token.toString();
    }
}
