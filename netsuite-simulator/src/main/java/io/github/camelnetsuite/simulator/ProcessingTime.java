package io.github.camelnetsuite.simulator;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The time each API request takes inside the account, while it counts against the limit. Thread-safe. */
final class ProcessingTime {

    private final Settings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private long ended;
    private long abandoned;
    private int waiting;

    ProcessingTime(Settings settings) {
        this.settings = settings;
    }

    /** Lets the time pass; false when the simulator was reset or closed meanwhile, so that nobody waits any more. */
    boolean pass() {
        long left = settings.processing().toNanos();
        if (left <= 0) {
            return true;
        }
        lock.lock();
        try {
            long mine = ended;
            long alive = abandoned;
            waiting++;
            try {
                while (left > 0 && mine == ended) {
                    left = told.awaitNanos(left);
                }
            } finally {
                waiting--;
            }
            return alive == abandoned;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** How many requests are in it now. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waiting of every request that is in it now, which is then served. */
    void finish() {
        lock.lock();
        try {
            ended++;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waiting of every request that is in it now, which is then dropped. */
    void abandon() {
        lock.lock();
        try {
            abandoned++;
            finish();
        } finally {
            lock.unlock();
        }
    }
}
