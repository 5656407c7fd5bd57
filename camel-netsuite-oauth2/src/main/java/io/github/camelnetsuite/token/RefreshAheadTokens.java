package io.github.camelnetsuite.token;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.SigningKeySource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds an access token and replaces it before it is needed: fresh until about 80 % of its life, then stale (it still serves, and
 * one request in the background replaces it), then expired (callers share one request and wait for it). A failed refresh leaves
 * the held token serving until it expires. Refused credentials stop the asking for a growing pause, which ends early when the key
 * source has a new key or {@link #rearm()} is called. Thread-safe.
 */
public final class RefreshAheadTokens implements AccessTokenSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshAheadTokens.class);

    /** A token this new was refused for another reason than its age. */
    private static final Duration TOO_NEW_TO_REPLACE = Duration.ofSeconds(60);

    private static final Duration AFTER_REJECTION = Duration.ofSeconds(1);

    private final Clock clock;
    private final Timekeeper time;
    private final TokenHolder holder;
    private final TokenRequests requests;
    private final TokenListeners listeners;
    private final Refresh refresh;
    private final SingleFlight flight;
    private volatile Timekeeper.@Nullable Moment noThreadAt;

    private RefreshAheadTokens(Builder from) {
        this.clock = from.clock;
        this.time = new Timekeeper(from.clock, from.nanoTime);
        this.holder = new TokenHolder(time, from.random);
        this.requests = new TokenRequests(
                from.keys, new ClientAssertions(from.settings, from.signer), from.endpoint, time, from.random);
        this.listeners = new TokenListeners(from.listeners);
        this.refresh = new Refresh(holder, requests, listeners, time, from.maxWait);
        this.flight = new SingleFlight(from.background, time, from.maxWait, refresh);
    }

    /**
     * Starts a description of a token source.
     *
     * @param background where requests are made; when it takes no task, or does not come to it within a second, a caller who needs
     *     the token makes the request itself
     */
    public static Builder builder(
            TokenSettings settings, SigningKeySource keys, TokenEndpoint endpoint, Executor background) {
        return new Builder(settings, keys, endpoint, background);
    }

    @Override
    public AccessToken get() {
        HeldToken held = holder.held();
        if (held != null && held.surelyFresh(clock.millis())) {
            return held.token();
        }
        return notSurelyFresh(held);
    }

    private AccessToken notSurelyFresh(@Nullable HeldToken held) {
        if (held == null) {
            return fetch();
        }
        return switch (held.state(time)) {
            case FRESH -> {
                held.confirm(clock.millis());
                yield held.token();
            }
            case STALE -> {
                refreshAhead();
                yield held.token();
            }
            case NONE, EXPIRED -> fetch();
        };
    }

    @Override
    public boolean invalidate(String accessToken) {
        HeldToken held = holder.held();
        if (held == null || !held.is(accessToken)) {
            return true;
        }
        if (held.age(time).compareTo(TOO_NEW_TO_REPLACE) < 0) {
            return false;
        }
        if (holder.drop(held)) {
            listeners.tell(listener -> listener.invalidated(status()));
        }
        return true;
    }

    /** Says that a setting or the key material was changed: a pause ends, and the next caller asks at once. */
    public void rearm() {
        refresh.rearm();
    }

    /**
     * A new client assertion of the key in use, made as for a token request but not posted.
     *
     * @throws io.github.camelnetsuite.NetSuiteConfigurationException when the key cannot be read or cannot sign
     */
    public ClientAssertion assertion() {
        return requests.assertion();
    }

    public TokenStatus status() {
        return holder.status(requests);
    }

    /** Ends every wait and drops the token. Calls of {@link #get()} fail from now on. */
    @Override
    public void close() {
        holder.close();
        flight.cancel(Refresh.stopping());
    }

    private void refreshAhead() {
        Timekeeper.Moment before = noThreadAt;
        boolean resting = before != null && time.since(before).compareTo(AFTER_REJECTION) < 0;
        if (!resting && refresh.pause() == null && !flight.start()) {
            noThreadAt = time.moment();
            LOG.debug("No thread was free to refresh the access token; the held one serves on.");
        }
    }

    private AccessToken fetch() {
        Outcome outcome = holder.closed() ? Refresh.stopping() : refresh.pause();
        try {
            if (outcome == null) {
                outcome = flight.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetSuiteUnavailableException(
                    "The wait for an access token was interrupted, probably because the Camel context is stopping.");
        }
        if (outcome instanceof Outcome.Token token) {
            return token.held().token();
        }
        throw ((Outcome.Failure) outcome).toException();
    }

    /** The parts of a token source; those not given have sensible defaults. */
    public static final class Builder {

        private final TokenSettings settings;
        private final SigningKeySource keys;
        private final TokenEndpoint endpoint;
        private final Executor background;
        private final List<TokenListener> listeners = new ArrayList<>();
        private AssertionSigner signer = new JcaAssertionSigner();
        private Clock clock = Clock.systemUTC();
        private Duration maxWait = Duration.ofSeconds(30);
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
        private LongSupplier nanoTime = System::nanoTime;

        private Builder(TokenSettings settings, SigningKeySource keys, TokenEndpoint endpoint, Executor background) {
            this.settings = settings;
            this.keys = keys;
            this.endpoint = endpoint;
            this.background = background;
        }

        /** Signs assertions with this; the default is any installed JCA provider. */
        public Builder signer(AssertionSigner value) {
            this.signer = value;
            return this;
        }

        /** The default is the system's clock. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** The longest a caller waits for a token, and the longest one request may keep others from being made; 30 seconds. */
        public Builder maxWait(Duration value) {
            this.maxWait = value;
            return this;
        }

        public Builder listener(TokenListener value) {
            listeners.add(value);
            return this;
        }

        Builder random(DoubleSupplier value) {
            this.random = value;
            return this;
        }

        Builder nanoTime(LongSupplier value) {
            this.nanoTime = value;
            return this;
        }

        public RefreshAheadTokens build() {
            return new RefreshAheadTokens(this);
        }
    }
}
