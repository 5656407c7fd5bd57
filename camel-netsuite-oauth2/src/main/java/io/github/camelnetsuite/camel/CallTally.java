package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.CallEvent;
import io.github.camelnetsuite.rest.CallListener;

/** Counts what one call goes through. */
final class CallTally implements CallListener {

    private volatile int attempts;
    private volatile boolean unknown;

    @Override
    public void happened(CallEvent event) {
        attempts = event.attempt();
        switch (event.kind()) {
            case LOST, UNCLEAR -> unknown = true;
            case FOUND, ABSENT -> unknown = false;
            case SENT, HEALED, THROTTLED, REPEATED -> {
                // Only counted.
            }
        }
    }

    /** How many times the call was sent. */
    int attempts() {
        return attempts;
    }

    /** Whether an attempt may have taken effect although the call failed. */
    boolean outcomeUnknown() {
        return unknown;
    }
}
