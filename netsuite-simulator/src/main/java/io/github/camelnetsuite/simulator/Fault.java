package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Handler;
import io.github.camelnetsuite.simulator.http.Request;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** A fault that has been set up. Thread-safe. */
public final class Fault {

    private final Predicate<RecordedRequest> condition;
    private final double rate;
    private final SplittableRandom dice;
    private final Effect effect;
    private int left;
    private long hits;

    /** What happens to a request that meets the fault. */
    @FunctionalInterface
    interface Effect {
        Answer on(Request request, Handler service);
    }

    /**
     * Sets it up.
     *
     * @param rate share of the requests that meet it, 1 for all
     * @param dice decides which; used only for a share
     */
    Fault(Predicate<RecordedRequest> condition, int times, double rate, SplittableRandom dice, Effect effect) {
        this.condition = condition;
        this.left = times;
        this.rate = rate;
        this.dice = dice;
        this.effect = effect;
    }

    /** How many requests have met it. */
    public synchronized long hits() {
        return hits;
    }

    /** Ends it; requests that have met it already are not freed from it. */
    public synchronized void remove() {
        left = 0;
    }

    /** Whether this request meets it, which uses up one of its times. */
    synchronized boolean strikes(RecordedRequest request) {
        if (left == 0 || !condition.test(request)) {
            return false;
        }
        if (rate < 1 && dice.nextDouble() >= rate) {
            return false;
        }
        if (left != Faults.ALWAYS) {
            left--;
        }
        hits++;
        return true;
    }

    Answer on(Request request, Handler service) {
        return effect.on(request, service);
    }
}
