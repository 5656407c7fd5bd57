package io.github.camelnetsuite.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the local clock is from NetSuite's, by the {@code Date} of the last token answer. A clock that is off by 30 seconds to 10
 * minutes is made up for in the times of the assertion; one that is off by more is only reported, because then the answer may as
 * well be wrong. Trusted because token URLs are https or loopback only. Thread-safe.
 */
final class ClockCorrection {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCorrection.class);

    private volatile Reading reading = new Reading(Duration.ZERO, Band.RIGHT);

    private enum Band {
        RIGHT,
        CORRECTED,
        TOO_FAR
    }

    private record Reading(Duration offset, Band band) {

        static Reading of(ClockOffset offset) {
            if (offset.right()) {
                return new Reading(Duration.ZERO, Band.RIGHT);
            }
            return new Reading(offset.value(), offset.correctable() ? Band.CORRECTED : Band.TOO_FAR);
        }

        Duration applied() {
            return band == Band.CORRECTED ? offset : Duration.ZERO;
        }
    }

    /** The time NetSuite has, as far as it is known. */
    Instant correct(Instant local) {
        return local.plus(reading.applied());
    }

    /**
     * Notes the time of an answer.
     *
     * @return whether an assertion made now would carry clearly different times from one made before
     */
    boolean observe(@Nullable Instant serverTime, Instant local) {
        if (serverTime == null) {
            return false;
        }
        Reading before = reading;
        Reading after = Reading.of(ClockOffset.between(local, serverTime));
        reading = after;
        if (before.band != after.band) {
            log(after);
        }
        return !new ClockOffset(after.applied().minus(before.applied())).right();
    }

    /** NetSuite's time minus the local time; zero while the clock is right. */
    Duration offset() {
        return reading.offset;
    }

    boolean corrected() {
        return reading.band == Band.CORRECTED;
    }

    /** What to add to the message of a refusal; empty while the clock cannot be the reason. */
    String advice() {
        Reading now = reading;
        return now.band == Band.TOO_FAR
                ? " This machine's clock is " + text(now.offset)
                        + " NetSuite's, too far to make up for: set the clock first, "
                        + "because that alone makes every assertion invalid."
                : "";
    }

    private static void log(Reading now) {
        switch (now.band) {
            case RIGHT -> LOG.info("The clock of this machine agrees with NetSuite's again.");
            case CORRECTED ->
                LOG.warn(
                        "The clock of this machine is {} NetSuite's. Client assertions are made with NetSuite's time; set the clock.",
                        text(now.offset));
            case TOO_FAR ->
                LOG.warn(
                        "The clock of this machine is {} NetSuite's, too far to make up for: NetSuite will refuse every client "
                                + "assertion. Set the clock.",
                        text(now.offset));
        }
    }

    private static String text(Duration offset) {
        ClockOffset here = new ClockOffset(offset);
        return here.amount() + " " + here.side() + (offset.isNegative() ? " of" : "");
    }
}
