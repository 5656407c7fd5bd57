package io.github.camelnetsuite.camel;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the uses of something that may be retired while it is used: afterwards nobody new begins, and the end of the last use is
 * told. Lock-free.
 */
final class UseCount {

    private static final int RETIRED = 1 << 30;

    private final AtomicInteger state = new AtomicInteger();
    private final Runnable idle;

    /** @param idle runs once, when it is retired and nobody uses it any more */
    UseCount(Runnable idle) {
        this.idle = idle;
    }

    /** Begins a use, unless it is retired: then false. */
    boolean begin() {
        int now = state.get();
        while (now < RETIRED) {
            if (state.compareAndSet(now, now + 1)) {
                return true;
            }
            now = state.get();
        }
        return false;
    }

    /** Begins another use within one that has not ended. */
    void beginWithin() {
        state.incrementAndGet();
    }

    void end() {
        if (state.decrementAndGet() == RETIRED) {
            idle.run();
        }
    }

    void retire() {
        int before = state.getAndUpdate(now -> now | RETIRED);
        if (before == 0) {
            idle.run();
        }
    }
}
