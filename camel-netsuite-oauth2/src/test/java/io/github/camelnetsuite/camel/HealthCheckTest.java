package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class HealthCheckTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private NetSuiteConfiguration options = new NetSuiteConfiguration();

    @BeforeEach
    void start() throws Exception {
        context.getCamelContextExtension()
                .addContextPlugin(HealthCheckRegistry.class, new DefaultHealthCheckRegistry(context));
        options = SimulatedAccount.configureAt(CLOCK, context, NETSUITE.simulator())
                .getConfiguration();
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void unknownUntilTheFirstTokenWasAskedFor() {
        assertThat(result().getState()).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(NETSUITE.simulator().requests()).isEmpty();
    }

    @Test
    void upWithAToken() {
        call();

        assertThat(result().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result().getDetails())
                .containsEntry("netsuite.account", "1234567")
                .containsEntry("netsuite.token.state", "FRESH");
    }

    @Test
    void theTokenIsDescribedWithoutBeingShown() {
        call();
        CLOCK.advance(Duration.ofMinutes(10));

        assertThat(result().getDetails())
                .containsEntry("netsuite.token.age", "PT10M")
                .containsEntry(
                        "netsuite.token.expires",
                        CLOCK.instant().plus(Duration.ofMinutes(50)).toString())
                .containsEntry("netsuite.token.refreshes", 1L)
                .containsEntry("netsuite.token.failures", 0L);
    }

    @Test
    void downWhenNetSuiteRefusesTheCredentials() {
        NetSuiteSimulator netsuite = NETSUITE.simulator();
        netsuite.faults().onToken().status(401, "{\"error\":\"invalid_client\"}");
        call();

        assertThat(result().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result().getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("invalid_client"));
        assertThat(netsuite.tokenRequests()).isEqualTo(1);
    }

    @Test
    void aliveWhateverHappens() {
        NETSUITE.simulator().faults().onToken().status(401, "{\"error\":\"invalid_client\"}");
        call();

        assertThat(check().isLiveness()).isFalse();
        assertThat(certificateCheck().isLiveness()).isFalse();
    }

    @Test
    void aContextThatWasNotAskedForAnythingYetIsReadyForTheFirstCall() {
        HealthCheckRegistry.get(context).setExposureLevel("full");

        assertThat(HealthCheckHelper.isResultsUp(HealthCheckHelper.invokeReadiness(context), true))
                .isTrue();
    }

    @Test
    void aContextWhoseCredentialsAreRefusedIsNotReady() {
        NETSUITE.simulator().faults().onToken().status(401, "{\"error\":\"invalid_client\"}");
        call();

        assertThat(HealthCheckHelper.isResultsUp(HealthCheckHelper.invokeReadiness(context), true))
                .isFalse();
    }

    @Test
    void theExpiryOfACertificateThatIsNotConfiguredIsUnknown() {
        HealthCheck.Result result = certificateCheck().call();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(result.getMessage())
                .contains("The expiry is not known. Set the option certificate to the certificate that was uploaded to"
                        + " NetSuite.");
    }

    @Test
    void theDaysOfACertificateAreCountedDown() {
        use(certificateValidFor(Duration.ofDays(30)));
        CLOCK.advance(Duration.ofDays(12));

        HealthCheck.Result result = certificateCheck().call();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails()).containsEntry("netsuite.certificate.daysLeft", 18L);
    }

    @Test
    void anExpiredCertificateIsDownButStopsNoCallThatHasAToken() {
        Credentials credentials = certificateValidFor(Duration.ofDays(30));
        Instant expiry = CLOCK.instant().plus(Duration.ofDays(30));
        use(credentials);
        CLOCK.advance(Duration.ofDays(31));

        HealthCheck.Result result = certificateCheck().call();

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage())
                .contains("The certificate expired at " + expiry
                        + ", so NetSuite grants no access token for it. Upload a" + " new one and configure its key.");
        assertThat(certificateCheck().isReadiness()).isFalse();
    }

    @Test
    void goneWithItsContext() {
        context.stop();

        assertThat(HealthCheckRegistry.get(context).getCheck("netsuite-default"))
                .isEmpty();
        assertThat(HealthCheckRegistry.get(context).getCheck("netsuite-default:certificate"))
                .isEmpty();
    }

    private static Credentials certificateValidFor(Duration validity) {
        return NETSUITE.simulator()
                .newCredentials(KeyKind.P_256, CLOCK.instant(), CLOCK.instant().plus(validity));
    }

    /** Makes these the credentials of the running component. */
    private void use(Credentials credentials) {
        options.setPrivateKey(credentials.privateKeyPem());
        options.setCertificateId(credentials.certificateId());
        options.setCertificate(credentials.certificatePem());
        context.getComponent("netsuite", NetSuiteComponent.class).reload();
    }

    @Test
    void thereAgainWhenOnlyTheComponentWasStartedAgain() {
        NetSuiteComponent component = context.getComponent("netsuite", NetSuiteComponent.class);
        component.stop();
        assertThat(HealthCheckRegistry.get(context).getCheck("netsuite-default"))
                .isEmpty();

        component.start();

        assertThat(result().getState()).isEqualTo(HealthCheck.State.UNKNOWN);
    }

    private void call() {
        context.createProducerTemplate().send("netsuite:get:customer/42", exchange -> {});
    }

    private HealthCheck.Result result() {
        return check().call();
    }

    private HealthCheck check() {
        return HealthCheckRegistry.get(context).getCheck("netsuite-default").orElseThrow();
    }

    private HealthCheck certificateCheck() {
        return HealthCheckRegistry.get(context)
                .getCheck("netsuite-default:certificate")
                .orElseThrow();
    }
}
