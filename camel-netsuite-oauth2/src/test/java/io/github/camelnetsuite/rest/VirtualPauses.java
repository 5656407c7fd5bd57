package io.github.camelnetsuite.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pauses that take no time, but let it pass. */
final class VirtualPauses implements Pauses {

    private final List<Duration> taken = new ArrayList<>();
    private long now;
    private boolean ended;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized boolean pause(Duration length, Cancellation cancellation) {
        if (ended || cancellation.isCancelled()) {
            return false;
        }
        taken.add(length);
        now += length.toNanos();
        return true;
    }

    @Override
    public synchronized void end() {
        ended = true;
    }

    synchronized void advance(Duration by) {
        now += by.toNanos();
    }

    synchronized List<Duration> taken() {
        return List.copyOf(taken);
    }
}
