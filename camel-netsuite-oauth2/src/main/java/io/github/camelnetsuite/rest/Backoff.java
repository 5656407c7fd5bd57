package io.github.camelnetsuite.rest;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a call is sent again. Any length up to a limit that doubles each time (full jitter), so that those who
 * were refused together do not come back together.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * The pause before a repeat.
     *
     * @param repeat 1 for the first
     * @param retryAfter how long the server asked to wait; waited out in full, and up to a second more
     */
    Duration before(int repeat, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter.plus(jittered(FIRST));
        }
        Duration limit = FIRST.multipliedBy(1L << Math.min(repeat - 1, 16));
        return jittered(limit.compareTo(LONGEST) > 0 ? LONGEST : limit);
    }

    private Duration jittered(Duration limit) {
        return Duration.ofNanos((long) (limit.toNanos() * random.getAsDouble()));
    }
}
