package io.github.camelnetsuite.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Cuts something off when it takes too long as a whole, on the timer every JDK has. Real time, because it guards real I/O. */
public final class Deadline implements AutoCloseable {

    private final CompletableFuture<Void> timer;

    /** Kept so that the action belongs to somebody. */
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final CompletableFuture<Void> action;

    /** Starts the time. */
    public Deadline(Duration limit, Runnable cutOff) {
        this.timer = new CompletableFuture<Void>().orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        this.action = timer.whenComplete((done, late) -> {
            if (late != null) {
                cutOff.run();
            }
        });
    }

    /** Whether it was cut off. */
    public boolean passed() {
        return timer.isCompletedExceptionally();
    }

    @Override
    public void close() {
        timer.complete(null);
    }
}
