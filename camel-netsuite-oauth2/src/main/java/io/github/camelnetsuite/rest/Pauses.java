package io.github.camelnetsuite.rest;

import java.time.Duration;

/** The time calls live by, and the pauses between their attempts. Thread-safe. */
interface Pauses {

    /** A running time in nanoseconds, of use only for differences. */
    long nanoTime();

    /** Waits; false when the wait was ended, or would have been. */
    boolean pause(Duration length) throws InterruptedException;

    /** Ends every pause, now and from now on. */
    void end();
}
