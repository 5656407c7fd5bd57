package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Refuses the request that is one too many at a time, whichever client sent it and whichever port it came to.
 * Thread-safe.
 *
 * @see "NetSuite help: Concurrency Governance for Web Services and RESTlets"
 */
final class ConcurrencyLimit {

    /** What one client saw of an overloaded account. */
    static final Duration QUEUE_TIME = Duration.ofSeconds(60);

    /** How soon a waiting request notices that the limit was changed. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Settings settings;
    private final Conduct conduct;
    private final ErrorResponses errors;
    private final Duration queueTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int running;
    private int most;
    private long refused;

    ConcurrencyLimit(Settings settings, Conduct conduct, ErrorResponses errors, Duration queueTime) {
        this.settings = settings;
        this.conduct = conduct;
        this.errors = errors;
        this.queueTime = queueTime;
    }

    Answer within(Request request, Supplier<Answer> work) {
        if (!enter()) {
            return refusal(request);
        }
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    /** How many requests run now. */
    int running() {
        return locked(() -> running);
    }

    /** The most that ran at once since the last reset. */
    int most() {
        return locked(() -> most);
    }

    /** How many were refused since the last reset. */
    long refused() {
        return locked(() -> refused);
    }

    void resetCounts() {
        locked(() -> {
            most = running;
            refused = 0;
            return running;
        });
    }

    /** What a request over the limit is answered with. */
    Response refusal(Request request) {
        return errors.tooManyRequests(request);
    }

    private boolean enter() {
        lock.lock();
        try {
            if (full() && !(conduct.is(Quirk.CONCURRENCY_QUEUE, "queued for 60 s") && roomInTime())) {
                refused++;
                return false;
            }
            running++;
            most = Math.max(most, running);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean roomInTime() {
        long deadline = System.nanoTime() + queueTime.toNanos();
        try {
            while (full()) {
                long patience = deadline - System.nanoTime();
                if (patience <= 0) {
                    return false;
                }
                long ignored = left.awaitNanos(Math.min(patience, LOOK_AGAIN_NANOS));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean full() {
        return running >= settings.concurrencyLimit().orElse(Integer.MAX_VALUE)
                || running >= settings.integrationConcurrencyLimit().orElse(Integer.MAX_VALUE);
    }

    private void leave() {
        lock.lock();
        try {
            running--;
            left.signal();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }
}
