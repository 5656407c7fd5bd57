package io.github.camelnetsuite.rest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a call on its way to an answer. Holds no data of the call: neither query parameters nor bodies.
 *
 * @param kind what happened
 * @param call method and path of the call
 * @param lane the lane it waits in
 * @param attempt how many times it had been sent by then, look-ups not counted
 * @param pause how long it waits before the next attempt; zero when it does not wait
 * @param detail what NetSuite or the network said, or what was found; null when there is nothing to say
 */
public record CallEvent(
        Kind kind,
        String call,
        Lane lane,
        int attempt,
        Duration pause,
        @Nullable String detail) {

    /** The kinds of events. */
    public enum Kind {
        /** A request goes out; once for each attempt. */
        SENT,
        /** NetSuite refused the access token; the call is sent again with a new one. */
        HEALED,
        /** NetSuite refused the call because there were too many at once; it is sent again after a pause. */
        THROTTLED,
        /** No answer came, or a 5xx; the call is safe to send again, and is, after a pause. */
        REPEATED,
        /** No answer came to a write, or a 5xx: whether it took effect is not known yet. */
        LOST,
        /** The write whose answer was lost was looked up, and had taken effect. */
        FOUND,
        /** The write whose answer was lost was looked up, and had not taken effect. */
        ABSENT,
        /** The write whose answer was lost was looked up, and another record or an unclear state was found. */
        UNCLEAR
    }
}
