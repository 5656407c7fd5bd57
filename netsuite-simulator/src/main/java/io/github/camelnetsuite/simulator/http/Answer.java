package io.github.camelnetsuite.simulator.http;

import java.io.IOException;

/** What goes back to the caller: a whole response, or one that is spoiled on purpose. */
@FunctionalInterface
public interface Answer {

    /**
     * Writes itself.
     *
     * @return whether the connection may serve another request
     */
    boolean sendTo(Wire wire) throws IOException;

    /** Closes the connection without a byte of answer. */
    static Answer cutConnection() {
        return wire -> false;
    }
}
