package io.github.camelnetsuite.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told. */
final class FakeClock extends Clock {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private volatile Instant now = START;

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** The running time of a machine that is told the time like this clock. */
    long nanoTime() {
        return Duration.between(START, now).toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
