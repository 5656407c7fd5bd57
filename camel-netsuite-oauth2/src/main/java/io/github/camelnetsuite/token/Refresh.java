package io.github.camelnetsuite.token;

import io.github.camelnetsuite.NetSuiteException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens in a flight: whether a request is needed, the request, and what is kept, logged and told of it. */
final class Refresh implements SingleFlight.Work {

    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final TokenHolder holder;
    private final TokenRequests requests;
    private final TokenListeners listeners;
    private final Timekeeper time;
    private final Duration maxWait;
    private final AtomicInteger rearms = new AtomicInteger();
    private final AtomicReference<Timekeeper.@Nullable Moment> lookedForKey = new AtomicReference<>();

    Refresh(TokenHolder holder, TokenRequests requests, TokenListeners listeners, Timekeeper time, Duration maxWait) {
        this.holder = holder;
        this.requests = requests;
        this.listeners = listeners;
        this.time = time;
        this.maxWait = maxWait;
    }

    /** The remembered failure while nobody may ask; null when asking is allowed, also because a new key has appeared. */
    @Nullable
    Outcome pause() {
        Outcome pause = holder.pause();
        if (pause != null && mayLookForKey() && requests.newKeyAppeared()) {
            holder.endPause();
            return null;
        }
        return pause;
    }

    void rearm() {
        rearms.incrementAndGet();
        requests.forgetRefusals();
        holder.endPause();
    }

    static Outcome.Failure stopping() {
        return Outcome.Failure.of(TokenFailure.passing(
                "No access token is given out any more: the Camel context is stopping or has stopped, or a reload has "
                        + "replaced or removed the account.",
                null));
    }

    @Override
    public @Nullable Outcome lookAgain() {
        if (holder.closed()) {
            return stopping();
        }
        HeldToken now = holder.held();
        return now != null && now.state(time) == TokenStatus.State.FRESH ? new Outcome.Token(now) : pause();
    }

    @Override
    public Outcome request() {
        int before = rearms.get();
        Outcome outcome = requests.once();
        if (outcome instanceof Outcome.Failure && rearms.get() != before) {
            outcome = requests.once(); // what failed was tried with the settings of before
        }
        if (outcome instanceof Outcome.Token token && holder.cameBack(token.held())) {
            return Outcome.Failure.of(TokenFailure.passing(
                    "The token endpoint gave out again the access token that NetSuite has just refused. A cache between is "
                            + "likely: see that token requests are not cached.",
                    null));
        }
        return outcome;
    }

    @Override
    public void store(Outcome outcome) {
        if (outcome instanceof Outcome.Token token) {
            holder.granted(token.held());
        } else if (outcome instanceof Outcome.Failure failed) {
            holder.failed(failed.failure());
        }
    }

    @Override
    public void tell(Outcome outcome) {
        TokenStatus status = holder.status(requests);
        if (outcome instanceof Outcome.Token token) {
            LOG.debug("Granted for certificate ID {}: {}", status.certificateId(), token.held());
            listeners.tell(listener -> listener.granted(status));
        } else if (outcome instanceof Outcome.Failure failed) {
            NetSuiteException failure = failed.failure().toException();
            LOG.warn(
                    "No new access token{}. {}",
                    status.expiresAt() == null ? "" : "; the held one serves until " + status.expiresAt(),
                    failure.getMessage());
            listeners.tell(listener -> listener.failed(status, failure));
        }
    }

    @Override
    public Outcome overdue() {
        return Outcome.Failure.of(TokenFailure.passing(
                "No access token came within " + maxWait.toMillis()
                        + " ms. The token endpoint or a proxy before it is overloaded "
                        + "or unreachable, or the key service that signs; the request is made again.",
                null));
    }

    @Override
    public Outcome broken(Throwable thrown) {
        return Outcome.Failure.of(TokenFailure.unexpected(thrown));
    }

    /** Key material is looked at once a second at most, however many callers are turned away. */
    private boolean mayLookForKey() {
        Timekeeper.Moment before = lookedForKey.get();
        return (before == null || time.since(before).compareTo(BETWEEN_LOOKS) >= 0)
                && lookedForKey.compareAndSet(before, time.moment());
    }
}
