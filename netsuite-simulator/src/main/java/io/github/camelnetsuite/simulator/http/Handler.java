package io.github.camelnetsuite.simulator.http;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface Handler {

    /** Never null; a {@link RuntimeException} closes the connection and is a defect of the simulator. */
    Answer handle(Request request);
}
