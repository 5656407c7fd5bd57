package io.github.camelnetsuite.rest;

import java.time.Duration;

/** The time calls live by, and the pauses between their attempts. Thread-safe. */
interface Pauses {

    /** A running time in nanoseconds, of use only for differences. */
    long nanoTime();

    /** Waits; false when the wait was ended, by this cancellation or for all, or would have been. */
    boolean pause(Duration length, Cancellation cancellation) throws InterruptedException;

    /** Ends every pause, now and from now on. */
    void end();
}
