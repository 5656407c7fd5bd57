package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bean of type NetSuiteMeters in the registry is all it takes. */
@Timeout(60)
class NetSuiteMetersTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private NetSuiteConfiguration options = new NetSuiteConfiguration();

    @BeforeEach
    void start() {
        context.getRegistry().bind("meters", new NetSuiteMeters(meters, CLOCK));
        options = SimulatedAccount.configureAt(CLOCK, context, netsuite()).getConfiguration();
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void whatIsNotKnownIsNotANumber() {
        assertThat(gauge("netsuite.token.age")).isNaN();
        assertThat(gauge("netsuite.certificate.expiry")).isNaN();
        assertThat(state("NONE")).isEqualTo(1);
        assertThat(counter("netsuite.token.refreshes")).isZero();
        assertThat(counter("netsuite.token.failures")).isZero();
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void aGrantedTokenIsCountedAndAges() {
        call();
        CLOCK.advance(Duration.ofSeconds(90));

        awaitCounter("netsuite.token.refreshes", 1);
        assertThat(gauge("netsuite.token.age")).isEqualTo(90);
        assertThat(state("FRESH")).isEqualTo(1);
        assertThat(state("NONE")).isZero();
    }

    @Test
    void refusedCredentialsAreSeen() {
        netsuite().faults().onToken().status(401, "{\"error\":\"invalid_client\"}");
        call();

        awaitCounter("netsuite.token.failures", 1);
        assertThat(gauge("netsuite.credentials.refused")).isEqualTo(1);
    }

    @Test
    void aTokenThatNetSuiteRefusedIsCounted() {
        call();
        CLOCK.advance(Duration.ofMinutes(5));
        netsuite().expireTokens();
        call();

        awaitCounter("netsuite.token.refusals", 1);
        awaitCounter("netsuite.token.refreshes", 2);
    }

    @Test
    void theCertificatesDaysAreCountedDown() {
        options.setCertificate(netsuite().credentials().certificatePem());
        component().reload();
        double before = gauge("netsuite.certificate.expiry");
        CLOCK.advance(Duration.ofHours(36));

        assertThat(gauge("netsuite.certificate.expiry")).isEqualTo(before - 1.5);
    }

    @Test
    void newSettingsGoOnWithTheSameMeters() {
        call();
        options.setReadOnly(true);
        component().reload();
        call();

        awaitCounter("netsuite.token.refreshes", 2);
        assertThat(meters.find("netsuite.token.age").gauges()).hasSize(1);
    }

    @Test
    void theGaugesEndWithTheComponentAndTheCountsStay() {
        call();
        context.stop();

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getType())
                .containsOnly(Meter.Type.COUNTER);
        awaitCounter("netsuite.token.refreshes", 1);
    }

    @Test
    void aListenerThatThrowsChangesNothing() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            other.getRegistry().bind("broken", new AccountListener() {
                @Override
                public void opened(NetSuiteAccount account) {
                    throw new IllegalStateException("broken on purpose");
                }
            });
            other.getRegistry().bind("meters", new NetSuiteMeters(meters, CLOCK));
            SimulatedAccount.configureAt(CLOCK, other, netsuite());
            other.start();

            assertThat(other.createProducerTemplate().requestBody("netsuite:get:customer/42", (Object) null))
                    .isNotNull();
        }
        awaitCounter("netsuite.token.refreshes", 1);
    }

    /** Listeners are told after the caller was served. */
    private void awaitCounter(String name, int count) {
        await().untilAsserted(() -> assertThat(counter(name)).isEqualTo(count));
    }

    private void call() {
        context.createProducerTemplate().send("netsuite:get:customer/42", exchange -> {});
    }

    private double gauge(String name) {
        return meters.get(name).tag("account", "default").gauge().value();
    }

    private double state(String state) {
        return meters.get("netsuite.token.state").tag("state", state).gauge().value();
    }

    private double counter(String name) {
        return meters.get(name).tag("account", "default").counter().count();
    }

    private NetSuiteComponent component() {
        return context.getComponent("netsuite", NetSuiteComponent.class);
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
