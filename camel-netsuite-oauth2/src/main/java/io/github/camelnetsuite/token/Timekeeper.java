package io.github.camelnetsuite.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Tells how long ago something was, by the clock and by the machine's own running time, whichever saw more pass: the clock may be
 * set back, and the running time may stand still while a laptop sleeps.
 */
final class Timekeeper {

    private final Clock clock;
    private final LongSupplier nanoTime;

    Timekeeper(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Milliseconds since the epoch; allocates nothing. */
    long millis() {
        return clock.millis();
    }

    Instant now() {
        return clock.instant();
    }

    Moment moment() {
        return new Moment(clock.millis(), nanoTime.getAsLong());
    }

    Duration since(Moment moment) {
        long byClock = clock.millis() - moment.millis;
        long byRunningTime = (nanoTime.getAsLong() - moment.nanos) / 1_000_000;
        return Duration.ofMillis(Math.max(0, Math.max(byClock, byRunningTime)));
    }

    /** A point in time on both scales. */
    record Moment(long millis, long nanos) {}
}
