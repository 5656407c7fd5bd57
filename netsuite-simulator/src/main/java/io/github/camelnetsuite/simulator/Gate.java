package io.github.camelnetsuite.simulator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds answers back until the test lets them go. Thread-safe. */
public final class Gate {

    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private int arrived;
    private int permits;
    private boolean open;

    /**
     * Waits until that many requests, counted from the beginning, stand or stood at the gate.
     *
     * @throws IllegalStateException when they have not come within 30 seconds
     */
    public void awaitArrivals(int count) {
        long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (arrived < count) {
                if (left <= 0) {
                    throw new IllegalStateException("Only " + arrived + " of " + count + " requests came to the gate");
                }
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting at a gate", e);
        } finally {
            lock.unlock();
        }
    }

    /** How many requests have come to the gate so far. */
    public int arrivals() {
        lock.lock();
        try {
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    /** Lets one request pass, a waiting one or the next. */
    public void releaseOne() {
        lock.lock();
        try {
            permits++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets all pass, also those still to come. */
    public void release() {
        lock.lock();
        try {
            open = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Called by a request; returns once it may go on. */
    void pass() {
        lock.lock();
        try {
            arrived++;
            moved.signalAll();
            while (!open && permits == 0) {
                moved.await();
            }
            if (!open) {
                permits--;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
