package io.github.camelnetsuite.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of an account's token: the one held, the trouble since, and the counts. Thread-safe, decides nothing. */
final class TokenHolder {

    private final AtomicReference<@Nullable HeldToken> held = new AtomicReference<>();
    private final AtomicReference<Setback> setback = new AtomicReference<>(Setback.NONE);
    private final AtomicLong grants = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Timekeeper time;
    private final DoubleSupplier random;
    private volatile @Nullable LastFailure lastFailure;
    private volatile @Nullable HeldToken refused;
    private volatile boolean closed;

    private record LastFailure(String message, Instant at) {}

    TokenHolder(Timekeeper time, DoubleSupplier random) {
        this.time = time;
        this.random = random;
    }

    @Nullable
    HeldToken held() {
        return held.get();
    }

    TokenStatus.State stateOf(@Nullable HeldToken token) {
        return token == null ? TokenStatus.State.NONE : token.state(time);
    }

    /** The later one stays: a request that was given up may bring its token after its successor. */
    void granted(HeldToken granted) {
        grants.incrementAndGet();
        setback.set(Setback.NONE);
        held.updateAndGet(now -> now == null || now.age(time).compareTo(granted.age(time)) >= 0 ? granted : now);
        if (closed) {
            held.set(null);
        }
    }

    void failed(TokenFailure failure) {
        failures.incrementAndGet();
        lastFailure = new LastFailure(failure.message(), time.now());
        Timekeeper.Moment now = time.moment();
        double spread = random.getAsDouble();
        setback.updateAndGet(before -> before.after(failure, now, spread));
    }

    /** Drops this token, and no other; returns whether it was still there. */
    boolean drop(HeldToken token) {
        refused = token;
        return held.compareAndSet(token, null);
    }

    /** Whether this is the token that was dropped last, given out a second time. */
    boolean cameBack(HeldToken token) {
        HeldToken before = refused;
        return before != null && before.is(token.token().value());
    }

    /** The remembered failure while nobody may ask; null when asking is allowed. */
    Outcome.@Nullable Failure pause() {
        Setback trouble = trouble();
        Duration left = trouble.left(time);
        return trouble.failure() == null || left.isZero()
                ? null
                : new Outcome.Failure(trouble.failure(), time.now().plus(left), left);
    }

    void endPause() {
        setback.set(Setback.NONE);
    }

    void close() {
        closed = true;
        held.set(null);
    }

    boolean closed() {
        return closed;
    }

    private Setback trouble() {
        return Objects.requireNonNull(setback.get());
    }

    TokenStatus status(TokenRequests requests) {
        HeldToken now = held.get();
        var key = now == null ? requests.lastTried() : now.key();
        Setback trouble = trouble();
        Duration pause = trouble.left(time);
        LastFailure last = lastFailure;
        return new TokenStatus(
                stateOf(now),
                key == null ? null : key.certificateId(),
                key == null ? null : key.algorithm(),
                now == null ? null : now.token().obtainedAt(),
                now == null ? null : now.token().expiresAt(),
                grants.get(),
                failures.get(),
                trouble.failure() != null,
                last == null ? null : last.message,
                last == null ? null : last.at,
                trouble.credentialsRefused(),
                pause.isZero() ? null : time.now().plus(pause),
                requests.clock().offset(),
                requests.clock().corrected());
    }
}
