package io.github.camelnetsuite.rest;

/**
 * Is told what happens to calls, for metrics, events and logs. Called on the thread of the call, so it must be quick, and
 * thread-safe; what it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface CallListener {

    void happened(CallEvent event);

    /** A listener that tells this one and the other. */
    default CallListener and(CallListener other) {
        return event -> {
            happened(event);
            other.happened(event);
        };
    }
}
