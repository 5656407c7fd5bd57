package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import org.apache.camel.health.HealthCheck;
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

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        context.getCamelContextExtension()
                .addContextPlugin(HealthCheckRegistry.class, new DefaultHealthCheckRegistry(context));
        SimulatedAccount.configure(context, NETSUITE.simulator());
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
        assertThat(check().isLiveness()).isFalse();
        assertThat(check().isReadiness()).isTrue();
    }

    @Test
    void goneWithItsContext() {
        context.stop();

        assertThat(HealthCheckRegistry.get(context).getCheck("netsuite-default"))
                .isEmpty();
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
}
