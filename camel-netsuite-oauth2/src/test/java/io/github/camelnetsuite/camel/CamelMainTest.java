package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class CamelMainTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final Main main = new Main();

    @AfterEach
    void stop() throws Exception {
        main.stop();
    }

    @Test
    void theFourSettingsWorkAsProperties() throws Exception {
        SimulatedAccount.properties("camel.component.netsuite.", NETSUITE.simulator())
                .forEach(main::addInitialProperty);
        main.start();

        assertThat(get("netsuite:get:customer/42")).contains("id=42");
    }

    @Test
    void namedAccountsWorkAsPropertiesInBrackets() throws Exception {
        try (NetSuiteSimulator eu =
                NetSuiteSimulator.builder().accountId("7654321_SB1").start()) {
            SimulatedAccount.properties("camel.component.netsuite.", NETSUITE.simulator())
                    .forEach(main::addInitialProperty);
            SimulatedAccount.properties("camel.component.netsuite.accounts[eu].", eu)
                    .forEach(main::addInitialProperty);
            main.start();

            assertThat(get("netsuite:get:customer/42?account=eu")).contains("id=42");
            assertThat(eu.apiRequests()).isEqualTo(1);
            assertThat(NETSUITE.simulator().requests()).isEmpty();
        }
    }

    @Test
    void httpOptionsAndClaimsWorkAsPropertiesInBrackets() throws Exception {
        SimulatedAccount.properties("camel.component.netsuite.", NETSUITE.simulator())
                .forEach(main::addInitialProperty);
        main.addInitialProperty("camel.component.netsuite.http[connectTimeout]", "5000");
        main.addInitialProperty("camel.component.netsuite.claims[sub]", "3;-5");
        main.start();

        NetSuiteConfiguration configuration = main.getCamelContext()
                .getComponent("netsuite", NetSuiteComponent.class)
                .getConfiguration();
        assertThat(configuration.getHttp()).containsEntry("connectTimeout", "5000");
        assertThat(configuration.getClaims()).containsEntry("sub", "3;-5");
        assertThat(get("netsuite:get:customer/42")).contains("id=42");
    }

    private String get(String uri) throws Exception {
        return String.valueOf(main.getCamelTemplate().requestBody(uri, (Object) null));
    }
}
