package io.github.camelnetsuite.simulator;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The time each API request takes inside the account, while it counts against the limit. Thread-safe. */
final class ProcessingTime {

    private final Settings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long generation;

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
            long mine = generation;
            while (left > 0 && mine == generation) {
                left = ended.awaitNanos(left);
            }
            return mine == generation;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waiting of every request that is in it now. */
    void end() {
        lock.lock();
        try {
            generation++;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
