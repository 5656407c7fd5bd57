package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.credentials.ServiceUrls;
import io.github.camelnetsuite.token.AccessTokenSource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.apache.hc.client5.http.classic.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to an account's web services with its access token, no more at once than its limiter permits. A 401 is answered with
 * one new token; a throttle is waited out; after a lost answer what is safe is sent again, and other writes are looked up first.
 * Thread-safe; blocks until the answer is there.
 */
public final class NetSuiteClient {

    /** A query may take NetSuite minutes; a server that answers drop by drop would take for ever. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private static final CallListener NOBODY = event -> {};

    private final Calling calling;
    private final CallListener listener;
    private final CallListener own;
    private final @Nullable Lane lane;

    /**
     * A client of one account with a limiter of its own.
     *
     * @param http must follow no redirects, keep no cookies and repeat nothing by itself; its time-outs bound every wait, and a call as a whole takes
     *     no more than ten minutes
     */
    public NetSuiteClient(HttpClient http, ServiceUrls urls, AccessTokenSource tokens) {
        this(builder(http, urls, tokens));
    }

    NetSuiteClient(HttpClient http, ServiceUrls urls, AccessTokenSource tokens, Duration longest) {
        this(builder(http, urls, tokens).longest(longest));
    }

    private NetSuiteClient(Builder from) {
        this(
                new Calling(
                        new Wire(from.http, from.urls, from.clock, from.longest),
                        from.tokens,
                        from.limiter == null
                                ? new RequestLimiter("the account", AdaptiveBound.SMALLEST_ACCOUNT)
                                : from.limiter,
                        new Backoff(from.random),
                        from.pauses,
                        new ParameterBinding(),
                        from.retryTimeout),
                from.listener,
                NOBODY,
                null);
    }

    private NetSuiteClient(Calling calling, CallListener listener, CallListener own, @Nullable Lane lane) {
        this.calling = calling;
        this.listener = listener;
        this.own = own;
        this.lane = lane;
    }

    /**
     * Starts a description of a client.
     *
     * @param http must follow no redirects, keep no cookies and repeat nothing by itself; its time-outs bound every wait, and a call as a whole takes
     *     no more than ten minutes
     */
    public static Builder builder(HttpClient http, ServiceUrls urls, AccessTokenSource tokens) {
        return new Builder(http, urls, tokens);
    }

    /** This client, with all calls waiting in one lane instead of their own; null leaves each its own. */
    public NetSuiteClient inLane(@Nullable Lane one) {
        return new NetSuiteClient(calling, listener, own, one);
    }

    /** This client, with a listener more for the calls made by it, but not for look-ups these lead to. */
    public NetSuiteClient telling(CallListener more) {
        return new NetSuiteClient(calling, listener, own == NOBODY ? more : own.and(more), lane);
    }

    /**
     * Sends the call and gives the answer.
     *
     * @throws NetSuiteException of the type that says what to do about it, when there is no token, no permit, no answer, or the
     *     answer is not a 2xx
     */
    public RestAnswer send(RestRequest request) {
        RestRequest placed = lane == null ? request : request.lane(lane);
        NetSuiteClient lookUps = new NetSuiteClient(calling, listener, NOBODY, placed.lane());
        return new Call(placed, calling, lookUps, own == NOBODY ? listener : listener.and(own)).run();
    }

    /** What is known of the account's way with query parameters. */
    ParameterBinding binding() {
        return calling.binding();
    }

    /** Ends every pause before a repeat, now and from now on: the context is stopping. Calls that need no repeat go on. */
    public void endPauses() {
        calling.pauses().end();
    }

    /** The parts of a client; those not given have sensible defaults. */
    public static final class Builder {

        private final HttpClient http;
        private final ServiceUrls urls;
        private final AccessTokenSource tokens;
        private @Nullable RequestLimiter limiter;
        private Duration retryTimeout = Duration.ofSeconds(60);
        private Duration longest = LONGEST_CALL;
        private Clock clock = Clock.systemUTC();
        private CallListener listener = NOBODY;
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
        private Pauses pauses = new RealPauses();

        private Builder(HttpClient http, ServiceUrls urls, AccessTokenSource tokens) {
            this.http = http;
            this.urls = urls;
            this.tokens = tokens;
        }

        /** Bounds the requests under way, together with everybody else it is given to; the default is one of its own, of five. */
        public Builder limiter(RequestLimiter value) {
            this.limiter = value;
            return this;
        }

        /** The most a call waits in all, for permits and before repeats; the default is 60 seconds. */
        public Builder retryTimeout(Duration value) {
            this.retryTimeout = value;
            return this;
        }

        /** The default is the system's clock. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** Is told what happens to every call, look-ups among them. */
        public Builder listener(CallListener value) {
            this.listener = value;
            return this;
        }

        Builder longest(Duration value) {
            this.longest = value;
            return this;
        }

        Builder random(DoubleSupplier value) {
            this.random = value;
            return this;
        }

        Builder pauses(Pauses value) {
            this.pauses = value;
            return this;
        }

        public NetSuiteClient build() {
            return new NetSuiteClient(this);
        }
    }
}
