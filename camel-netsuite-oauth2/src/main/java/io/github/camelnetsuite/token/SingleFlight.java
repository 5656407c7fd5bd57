package io.github.camelnetsuite.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One token request in the air, whatever the number of callers. The slot is taken by compare-and-set; its holder looks again
 * whether a request is still needed, stores what came, frees the slot and then wakes those who wait. The slot is freed on every
 * path: a rejected task, an {@code Error} and a request that never comes back included.
 */
final class SingleFlight {

    /**
     * How long a caller leaves a flight to the executor before making the request itself: all threads of a pool may be waiting
     * here for a task that none of them is free to do.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Flight> slot = new AtomicReference<>();
    private final Executor background;
    private final Timekeeper time;
    private final Duration limit;
    private final Work work;

    /** What a flight does, and what becomes of it. */
    interface Work {

        /** What the holder of the slot finds, so that nothing has to be asked; null when a request is needed. */
        @Nullable
        Outcome lookAgain();

        Outcome request();

        /** Before the slot is free: what {@link #lookAgain()} of the next holder must see. Not told of late failures. */
        void store(Outcome outcome);

        /** After those who waited have been woken. */
        void tell(Outcome outcome);

        /** The outcome of a flight that takes longer than the limit. */
        Outcome overdue();

        /** The outcome of a flight that ended by this. */
        Outcome broken(Throwable thrown);
    }

    /** @param limit how long a caller waits, and how long a flight may hold the slot */
    SingleFlight(Executor background, Timekeeper time, Duration limit, Work work) {
        this.background = background;
        this.time = time;
        this.limit = limit;
        this.work = work;
    }

    /** Starts a flight unless one is in the air; returns false when the executor took no task. */
    boolean start() {
        Flight mine = new Flight(time.moment());
        if (!take(mine)) {
            return true;
        }
        return launch(mine, false);
    }

    /**
     * Joins the flight in the air, or starts one, and waits for its outcome. When the executor takes no task, or does not come to
     * it, a caller flies itself.
     */
    Outcome await() throws InterruptedException {
        long giveUpAt = System.nanoTime() + limit.toNanos();
        while (true) {
            Flight mine = new Flight(time.moment());
            Flight flight = mine;
            if (take(mine)) {
                launch(mine, true);
            } else {
                flight = slot.get();
            }
            if (flight == null) {
                continue; // landed in between; look again
            }
            Outcome outcome = wait(flight, giveUpAt - System.nanoTime());
            if (!(outcome instanceof Outcome.NotStarted)) {
                return outcome;
            }
        }
    }

    /** Ends the flight in the air, if any, with this outcome; what it brings later is not stored by us. */
    void cancel(Outcome outcome) {
        Flight flying = slot.get();
        if (flying != null) {
            free(flying, outcome);
        }
    }

    private boolean take(Flight mine) {
        Flight flying = slot.get();
        if (flying != null && time.since(flying.takenAt).compareTo(limit) >= 0) {
            land(flying, work.overdue());
        }
        return slot.compareAndSet(null, mine);
    }

    private boolean launch(Flight mine, boolean callerNeedsIt) {
        try {
            background.execute(() -> fly(mine));
            return true;
        } catch (RuntimeException rejected) {
            if (callerNeedsIt) {
                fly(mine);
                return true;
            }
            free(mine, new Outcome.NotStarted());
            return false;
        } catch (Error e) {
            free(mine, work.broken(e));
            throw e;
        }
    }

    private void fly(Flight mine) {
        if (mine.settled.get() || !mine.claimed.compareAndSet(false, true)) {
            return;
        }
        Outcome outcome;
        try {
            Outcome found = work.lookAgain();
            if (found != null) {
                free(mine, found);
                return;
            }
            outcome = work.request();
        } catch (RuntimeException e) {
            outcome = work.broken(e);
        } catch (Error e) {
            land(mine, work.broken(e));
            throw e;
        }
        land(mine, outcome);
    }

    /** A flight that was given up may still bring a token, which is welcome; its failure has been told already. */
    private void land(Flight mine, Outcome outcome) {
        boolean first = mine.settled.compareAndSet(false, true);
        if (!first && !(outcome instanceof Outcome.Token)) {
            return;
        }
        try {
            work.store(outcome);
        } finally {
            free(mine, outcome);
        }
        work.tell(outcome);
    }

    private void free(Flight mine, Outcome outcome) {
        mine.settled.set(true);
        slot.compareAndSet(mine, null);
        mine.outcome.complete(outcome);
    }

    private Outcome wait(Flight flight, long nanos) throws InterruptedException {
        try {
            return flight.get(Math.min(nanos, PATIENCE.toNanos()));
        } catch (TimeoutException e) {
            if (nanos > PATIENCE.toNanos()) {
                fly(flight); // does nothing when the executor has come to it, as it nearly always has
            }
        }
        try {
            return flight.get(nanos - PATIENCE.toNanos());
        } catch (TimeoutException e) {
            land(flight, work.overdue());
            return flight.outcome.join();
        }
    }

    private static final class Flight {

        private final Timekeeper.Moment takenAt;
        /** Somebody runs it. */
        private final AtomicBoolean claimed = new AtomicBoolean();
        /** Its outcome is decided. */
        private final AtomicBoolean settled = new AtomicBoolean();

        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

        Flight(Timekeeper.Moment takenAt) {
            this.takenAt = takenAt;
        }

        Outcome get(long nanos) throws InterruptedException, TimeoutException {
            try {
                return outcome.get(nanos, TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw new AssertionError("A flight's outcome is a value", e);
            }
        }
    }
}
