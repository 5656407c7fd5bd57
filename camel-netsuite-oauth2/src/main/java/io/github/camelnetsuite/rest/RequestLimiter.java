package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the requests that are under way to one account, whoever makes them. The bound adapts to what NetSuite serves, and never
 * exceeds the configured one. Who finds no permit waits in one of two lanes; see {@link Lane}. Thread-safe.
 *
 * @see "NetSuite help: Web Services and RESTlet Concurrency Governance"
 */
public final class RequestLimiter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLimiter.class);

    private final String account;
    private final AtomicLong arrivals = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.
    private final AdaptiveBound bound;
    private final WaitingLines<Waiting> lines = new WaitingLines<>();
    private int inFlight;
    private long granted;
    private long throttled;
    private boolean closed;

    private record Waiting(CompletableFuture<Permit> permit) {}

    private record Grant(Waiting waiting, long number) {}

    /**
     * A limiter of one account.
     *
     * @param account how the account is called in messages
     * @param ceiling the most requests that may be under way at once, at least 1
     */
    public RequestLimiter(String account, int ceiling) {
        this.account = account;
        this.bound = new AdaptiveBound(ceiling);
    }

    /** A place in the line for a call that arrives now. It keeps the place when it is sent again. */
    public Turn turn(Lane lane) {
        return new Turn(lane, arrivals.getAndIncrement());
    }

    /** Changes the most requests that may be under way at once. */
    public void ceiling(int ceiling) {
        List<Grant> served;
        lock.lock();
        try {
            bound.ceiling(ceiling);
            served = grant();
        } finally {
            lock.unlock();
        }
        tell(served);
    }

    public LimiterStatus status() {
        lock.lock();
        try {
            return new LimiterStatus(
                    bound.permits(),
                    bound.ceiling(),
                    inFlight,
                    lines.size(Lane.PRIORITY),
                    lines.size(Lane.BULK),
                    granted,
                    throttled);
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait for a permit, now and from now on. */
    @Override
    public void close() {
        List<Waiting> left = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            lines.clear().forEach(left::add);
        } finally {
            lock.unlock();
        }
        left.forEach(waiting -> waiting.permit.completeExceptionally(stopping()));
    }

    /** Those who got a permit; to be told when the lock is free again. */
    private List<Grant> grant() {
        List<Grant> served = new ArrayList<>();
        while (inFlight < bound.permits()) {
            Waiting next = lines.next();
            if (next == null) {
                break;
            }
            inFlight++;
            served.add(new Grant(next, ++granted));
        }
        return served;
    }

    private void tell(List<Grant> served) {
        for (Grant grant : served) {
            if (!grant.waiting.permit.complete(new Permit(grant.number))) {
                // It stopped waiting just then.
                release(grant.number, Outcome.UNKNOWN);
            }
        }
    }

    private void release(long permit, Outcome outcome) {
        List<Grant> served;
        boolean cut = false;
        lock.lock();
        try {
            if (outcome == Outcome.THROTTLED) {
                throttled++;
                cut = bound.throttled(permit, granted);
            } else if (outcome == Outcome.SERVED && (inFlight >= bound.permits() || !lines.isEmpty())) {
                bound.servedInFull(permit);
            }
            inFlight--;
            served = grant();
        } finally {
            lock.unlock();
        }
        if (cut) {
            LOG.info("NetSuite throttles {}: no more than {} requests at a time for now", account, status().permits());
        }
        tell(served);
    }

    private NetSuiteUnavailableException stopping() {
        return new NetSuiteUnavailableException(
                "The call to NetSuite was not made: it waited for one of the permits of " + account
                        + " when the Camel context stopped.");
    }

    private NetSuiteUnavailableException unwanted() {
        return new NetSuiteUnavailableException(
                "The call to NetSuite was not made: nobody waits for its answer any more.");
    }

    private NetSuiteUnavailableException noPermit(Duration atMost) {
        LimiterStatus now = status();
        return new NetSuiteUnavailableException("The call to NetSuite was not made: none of the " + now.permits()
                + " permits of " + account + " came free within " + atMost.toMillis() + " ms (" + now.inFlight()
                + " requests under way, " + (now.waitingPriority() + now.waitingBulk())
                + " calls waiting). Call NetSuite less at once, raise retryTimeout, or raise maxConcurrentRequests if the"
                + " account's concurrency limit allows it (Setup > Integration > Integration Governance).");
    }

    private enum Outcome {
        SERVED,
        THROTTLED,
        UNKNOWN
    }

    /** The place of one call in the line. For one thread at a time, but {@link #leave()} may come from any. */
    public final class Turn {

        private final Lane lane;
        private final long place;

        // Guarded by the lock.
        private boolean left;
        private @Nullable Waiting waiting;

        private Turn(Lane lane, long place) {
            this.lane = lane;
            this.place = place;
        }

        /**
         * Waits for a permit.
         *
         * @throws NetSuiteUnavailableException when none comes free in time, the thread is interrupted, the limiter is closed or
         *     the line was left
         */
        public Permit acquire(Duration atMost) {
            CompletableFuture<Permit> permit = request();
            try {
                return permit.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return lastChance(permit, () -> noPermit(atMost));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return lastChance(
                        permit,
                        () -> new NetSuiteUnavailableException(
                                "The call to NetSuite was not made: its wait for a permit of " + account
                                        + " was interrupted, probably because the Camel context is stopping."));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof NetSuiteUnavailableException stopped) {
                    throw stopped;
                }
                throw new IllegalStateException(e);
            }
        }

        /** A permit, now or later, for those who cannot wait on this thread. To be cancelled when it is not wanted any more. */
        CompletableFuture<Permit> request() {
            Waiting asked = new Waiting(new CompletableFuture<>());
            List<Grant> served;
            lock.lock();
            try {
                if (closed) {
                    throw stopping();
                }
                if (left) {
                    throw unwanted();
                }
                waiting = asked;
                lines.add(lane, place, asked);
                served = grant();
            } finally {
                lock.unlock();
            }
            tell(served);
            return asked.permit;
        }

        /** Nobody wants the call any more: ends the wait for a permit, now and from now on. A permit that was given stays good. */
        void leave() {
            Waiting asked;
            lock.lock();
            try {
                left = true;
                asked = waiting;
                lines.remove(lane, place);
            } finally {
                lock.unlock();
            }
            if (asked != null) {
                asked.permit.completeExceptionally(unwanted());
            }
        }

        /** Leaves the line; a permit that came at the last moment is used. */
        private Permit lastChance(CompletableFuture<Permit> permit, Supplier<NetSuiteUnavailableException> otherwise) {
            lock.lock();
            try {
                lines.remove(lane, place);
            } finally {
                lock.unlock();
            }
            if (permit.cancel(false)) {
                throw otherwise.get();
            }
            return permit.join();
        }
    }

    /** Leave to have one request under way. For one thread at a time. */
    public final class Permit implements AutoCloseable {

        private final long number;
        private Outcome outcome = Outcome.UNKNOWN;
        private boolean open = true;

        private Permit(long number) {
            this.number = number;
        }

        /**
         * NetSuite answered the request.
         *
         * @param status HTTP status
         * @param body the body of an answer that is an error, or its beginning; empty when it is of no interest
         */
        public void answered(int status, String body) {
            if (status < 400) {
                served();
                return;
            }
            RestFault fault = RestFault.of(status, ErrorBody.read(body), Duration.ZERO);
            if (fault.throttle()) {
                throttled();
            } else if (!fault.lost()) {
                served();
            }
        }

        /** NetSuite served the request, whatever it answered. */
        public void served() {
            outcome = Outcome.SERVED;
        }

        /** NetSuite refused the request because there were too many at once. */
        public void throttled() {
            outcome = Outcome.THROTTLED;
        }

        /** Gives the permit back. Idempotent. */
        @Override
        public void close() {
            if (open) {
                open = false;
                release(number, outcome);
            }
        }
    }
}
