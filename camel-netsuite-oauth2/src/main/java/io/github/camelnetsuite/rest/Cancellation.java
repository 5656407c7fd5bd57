package io.github.camelnetsuite.rest;

import org.jspecify.annotations.Nullable;

/** Lets somebody else end a call that is under way, or keep one from beginning. Thread-safe. */
final class Cancellation {

    private boolean cancelled;
    private @Nullable Runnable current;

    /** What ends the call that begins now, in place of the one before; run at once when it is too late to begin. */
    void onCancel(Runnable end) {
        synchronized (this) {
            if (!cancelled) {
                current = end;
                return;
            }
        }
        end.run();
    }

    /** Ends the call, and each that would follow. Idempotent. */
    void cancel() {
        Runnable end;
        synchronized (this) {
            cancelled = true;
            end = current;
            current = null;
        }
        if (end != null) {
            end.run();
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }
}
