package io.github.camelnetsuite.examples.flows.orders;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Leaves an order alone for a while after a try that failed for a passing reason; each pause is twice the one before. The order
 * itself stays in the inbox, and others go past it. A restart forgets the pauses. Thread-safe.
 */
public final class InboxRetries implements GenericFileFilter<File> {

    /** How pauses grow, and when to give up. */
    public record Policy(Duration firstPause, Duration longestPause, int attempts) {

        Duration pause(int attempt) {
            int doublings = Math.min(attempt - 1, 30);
            Duration pause = firstPause.multipliedBy(1L << doublings);
            return pause.compareTo(longestPause) > 0 ? longestPause : pause;
        }
    }

    private record Attempt(int number, Instant due) {}

    private final Policy policy;
    private final Clock clock;
    private final Narrator narrator;
    private final FirstRound firstRound;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    public InboxRetries(Policy policy, Clock clock, Narrator narrator, FirstRound firstRound) {
        this.policy = policy;
        this.clock = clock;
        this.narrator = narrator;
        this.firstRound = firstRound;
    }

    /** Whether the order may be tried now. */
    @Override
    public boolean accept(GenericFile<File> file) {
        Attempt last = attempts.get(file.getFileNameOnly());
        return last == null || !clock.instant().isBefore(last.due());
    }

    /** Whether an order that failed for a passing reason has tries left. */
    public boolean hope(@Header(Exchange.FILE_NAME_ONLY) String file) {
        Attempt last = attempts.get(file);
        return last == null || last.number() + 1 < policy.attempts();
    }

    /** Puts the next try of an order off. */
    public void later(
            @Header(Exchange.FILE_NAME_ONLY) String file,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason) {
        Attempt last = attempts.get(file);
        int number = last == null ? 1 : last.number() + 1;
        Duration pause = policy.pause(number);
        attempts.put(file, new Attempt(number, clock.instant().plus(pause)));
        narrator.say("Order flow: " + file + " stays in the inbox, next try in " + pause.toMillis() + " ms: "
                + reason.getMessage());
        firstRound.orderTried(file, false);
    }

    /** Forgets an order that has left the inbox. */
    void done(String file) {
        attempts.remove(file);
    }
}
