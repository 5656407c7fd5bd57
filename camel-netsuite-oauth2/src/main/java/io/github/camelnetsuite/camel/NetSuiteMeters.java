package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.rest.CallEvent;
import io.github.camelnetsuite.token.TokenStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Micrometer's view of the accounts, each meter with the tag {@code account}. A bean of this type in the registry is all it takes;
 * the Spring Boot starter makes one. What is not known, such as the age of a token that is not there, is {@code NaN}. Reading a
 * meter asks NetSuite nothing. Thread-safe.
 *
 * <p>The only class that needs Micrometer.
 */
public final class NetSuiteMeters implements AccountListener {

    private static final String ACCOUNT = "account";
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Gauges> gauges = new ConcurrentHashMap<>();

    public NetSuiteMeters(MeterRegistry registry) {
        this(registry, Clock.systemUTC());
    }

    NetSuiteMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void opened(NetSuiteAccount account) {
        gauges.computeIfAbsent(account.name(), Gauges::new).show(account);
        // Or a counter is missing from the first scrapes, and an alarm on it with it.
        refreshes(account.name());
        failures(account.name());
        refusals(account.name());
        for (CallEvent.Kind kind : CallEvent.Kind.values()) {
            calls(account.name(), kind);
        }
    }

    @Override
    public void closed(NetSuiteAccount account) {
        gauges.computeIfPresent(account.name(), (name, shown) -> shown.removedWith(account) ? null : shown);
    }

    @Override
    public void tokenGranted(String account, TokenStatus status) {
        refreshes(account).increment();
    }

    @Override
    public void tokenFailed(String account, TokenStatus status, NetSuiteException failure) {
        failures(account).increment();
    }

    @Override
    public void tokenInvalidated(String account, TokenStatus status) {
        refusals(account).increment();
    }

    @Override
    public void callHappened(String account, CallEvent event) {
        calls(account, event.kind()).increment();
    }

    private Counter calls(String account, CallEvent.Kind kind) {
        return Counter.builder("netsuite.calls")
                .description(
                        "What happened to calls: requests sent, throttles, repeats, lost answers and what became of them")
                .tags(ACCOUNT, account, "event", kind.name())
                .register(registry);
    }

    private Counter refreshes(String account) {
        return Counter.builder("netsuite.token.refreshes")
                .description("Access tokens granted, the first included")
                .tag(ACCOUNT, account)
                .register(registry);
    }

    private Counter failures(String account) {
        return Counter.builder("netsuite.token.failures")
                .description("Token requests that brought no access token")
                .tag(ACCOUNT, account)
                .register(registry);
    }

    private Counter refusals(String account) {
        return Counter.builder("netsuite.token.refusals")
                .description("Access tokens that NetSuite refused before they had expired")
                .tag(ACCOUNT, account)
                .register(registry);
    }

    /** The gauges of the account of one name, which a reload may replace. */
    private final class Gauges {

        private final List<Meter> meters = new ArrayList<>();
        private volatile @Nullable NetSuiteAccount shown;

        Gauges(String name) {
            for (TokenStatus.State state : TokenStatus.State.values()) {
                meters.add(Gauge.builder(
                                "netsuite.token.state",
                                this,
                                of(account -> account.tokenStatus().state() == state ? 1 : 0))
                        .description("1 for the state the access token is in, 0 for the others")
                        .tags(ACCOUNT, name, "state", state.name())
                        .register(registry));
            }
            meters.add(TimeGauge.builder("netsuite.token.age", this, TimeUnit.SECONDS, of(this::tokenAge))
                    .description("Time since the held access token was granted; NaN when none is held")
                    .tag(ACCOUNT, name)
                    .register(registry));
            meters.add(Gauge.builder(
                            "netsuite.credentials.refused",
                            this,
                            of(account -> account.tokenStatus().credentialsRefused() ? 1 : 0))
                    .description(
                            "1 while NetSuite refuses the credentials: nothing passes until somebody changes something")
                    .tag(ACCOUNT, name)
                    .register(registry));
            meters.add(Gauge.builder("netsuite.permits", this, of(account -> account.statistics()
                            .getPermits()))
                    .description("Requests that may be under way at once, as NetSuite's answers allow")
                    .tag(ACCOUNT, name)
                    .register(registry));
            meters.add(Gauge.builder("netsuite.permits.used", this, of(account -> account.statistics()
                            .getRequestsInFlight()))
                    .description("Requests that are under way")
                    .tag(ACCOUNT, name)
                    .register(registry));
            meters.add(Gauge.builder("netsuite.permits.waiting", this, of(account -> account.statistics()
                            .getCallsWaiting()))
                    .description("Calls that wait for a permit")
                    .tag(ACCOUNT, name)
                    .register(registry));
            meters.add(Gauge.builder("netsuite.certificate.expiry", this, of(this::daysToExpiry))
                    .description("Days until the certificate expires; NaN when that is not known")
                    .baseUnit("days")
                    .tag(ACCOUNT, name)
                    .register(registry));
        }

        void show(NetSuiteAccount account) {
            shown = account;
        }

        /** Whether the account was the one shown; then the gauges are gone. */
        boolean removedWith(NetSuiteAccount account) {
            if (account != shown) {
                return false;
            }
            meters.forEach(registry::remove);
            return true;
        }

        private ToDoubleFunction<Gauges> of(ToDoubleFunction<NetSuiteAccount> reading) {
            return gauges -> {
                NetSuiteAccount account = gauges.shown;
                return account == null ? Double.NaN : reading.applyAsDouble(account);
            };
        }

        private double tokenAge(NetSuiteAccount account) {
            Instant obtained = account.tokenStatus().obtainedAt();
            return obtained == null ? Double.NaN : seconds(obtained, clock.instant());
        }

        private double daysToExpiry(NetSuiteAccount account) {
            return account.signingKey()
                    .expiresAt()
                    .map(expiry -> seconds(clock.instant(), expiry) / SECONDS_A_DAY)
                    .orElse(Double.NaN);
        }

        private static double seconds(Instant from, Instant to) {
            return Duration.between(from, to).toMillis() / 1000.0;
        }
    }
}
