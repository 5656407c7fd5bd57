package io.github.camelnetsuite.token;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this machine's clock is from NetSuite's, and what that means for client assertions.
 *
 * @param value NetSuite's time minus local time: negative when this machine is ahead
 */
public record ClockOffset(Duration value) {

    /** Below this lie the whole seconds of the header and the way of the answer. */
    private static final Duration NOTICED = Duration.ofSeconds(30);

    /** Beyond this the answer may as well be wrong. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** By the {@code Date} of an answer that has just come. */
    public static ClockOffset between(Instant local, Instant server) {
        return new ClockOffset(Duration.between(local, server));
    }

    /** Whether the clocks agree, to within 30 seconds. */
    public boolean right() {
        return value.abs().compareTo(NOTICED) < 0;
    }

    /** Whether assertions can make up for it: up to 10 minutes. */
    public boolean correctable() {
        return value.abs().compareTo(LIMIT) <= 0;
    }

    /** Its size in words, such as {@code 7 minutes}. */
    public String amount() {
        Duration size = value.abs();
        return size.compareTo(Duration.ofMinutes(2)) < 0
                ? size.toSeconds() + " seconds"
                : size.toMinutes() + " minutes";
    }

    /** Where this machine's clock is: {@code ahead} or {@code behind}. */
    public String side() {
        return value.isNegative() ? "ahead" : "behind";
    }
}
