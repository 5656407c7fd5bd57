package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.time.Duration;

/** What came of sending a request once. */
sealed interface Reply {

    /** A 2xx. */
    record Served(RestAnswer answer) implements Reply {}

    /**
     * Any other answer.
     *
     * @param body what it says
     * @param fault what it means
     */
    record Refused(RefusedAnswer answer, ErrorBody body, RestFault fault) implements Reply {

        /** @param took from sending to the head of the answer */
        static Refused of(RefusedAnswer answer, Duration took) {
            ErrorBody body = ErrorBody.read(answer.text());
            return new Refused(answer, body, RestFault.of(answer.status(), body, took));
        }
    }

    /**
     * No answer, or not a whole one.
     *
     * @param reached whether the request may have reached NetSuite
     * @param passing whether the same may go well another time
     */
    record Broken(NetSuiteUnavailableException error, boolean reached, boolean passing) implements Reply {}
}
