package io.github.camelnetsuite.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong since the last grant, and for how long nobody asks again because of it. Immutable.
 *
 * <p>A passing failure is not held against the next caller: the first one causes no pause. From the second in a row on, the pause
 * grows from one second to half a minute. Refused credentials pause from 90 seconds on, doubling up to half an hour; that is five
 * requests in the first half hour.
 *
 * @param failure the latest one; null when all is well
 * @param passing passing failures in a row
 * @param refusals times the credentials were refused since the last grant
 */
record Setback(
        @Nullable TokenFailure failure, int passing, int refusals, Timekeeper.@Nullable Moment since, Duration pause) {

    static final Setback NONE = new Setback(null, 0, 0, null, Duration.ZERO);

    private static final Duration FIRST_PASSING = Duration.ofSeconds(1);
    private static final Duration LONGEST_PASSING = Duration.ofSeconds(30);
    private static final Duration FIRST_REFUSED = Duration.ofSeconds(90);
    private static final Duration LONGEST_REFUSED = Duration.ofMinutes(30);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(5);
    private static final double SPREAD = 0.1;

    /** @param random from 0 to 1: how far the pause is spread, so that several nodes do not come back together */
    Setback after(TokenFailure next, Timekeeper.Moment now, double random) {
        if (next.permanent()) {
            Duration pause = doubled(FIRST_REFUSED, refusals, LONGEST_REFUSED);
            return new Setback(next, 0, refusals + 1, now, spread(pause, random));
        }
        Duration pause = passing == 0 ? Duration.ZERO : doubled(FIRST_PASSING, passing - 1, LONGEST_PASSING);
        Duration asked = next.facts().retryAfter();
        if (asked != null && asked.compareTo(pause) > 0) {
            pause = asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
        }
        return new Setback(next, passing + 1, refusals, now, spread(pause, random));
    }

    /** How much of the pause is left; zero when asking is allowed. */
    Duration left(Timekeeper time) {
        if (since == null) {
            return Duration.ZERO;
        }
        Duration left = pause.minus(time.since(since));
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean credentialsRefused() {
        return refusals > 0;
    }

    private static Duration doubled(Duration first, int times, Duration limit) {
        Duration pause = first.multipliedBy(1L << Math.min(times, 16));
        return pause.compareTo(limit) > 0 ? limit : pause;
    }

    private static Duration spread(Duration pause, double random) {
        return pause.plusMillis((long) (pause.toMillis() * SPREAD * random));
    }
}
