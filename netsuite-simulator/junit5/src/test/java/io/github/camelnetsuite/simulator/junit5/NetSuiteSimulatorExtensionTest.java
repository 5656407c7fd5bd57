package io.github.camelnetsuite.simulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetSuiteSimulatorExtensionTest {

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class AsAnInstanceField {

        @RegisterExtension
        final NetSuiteSimulatorExtension netSuite =
                NetSuiteSimulatorExtension.with(builder -> builder.accountId("1234567_SB1"));

        @Test
        @Order(1)
        void theSimulatorIsBuiltAsSaid() {
            assertThat(netSuite.simulator().accountId()).isEqualTo("1234567_SB1");
        }

        @Test
        @Order(2)
        void eachTestMayChangeWhatItLikes() {
            netSuite.simulator().records().delete("customer", "42");
            assertThat(netSuite.simulator().records().read("customer", "42")).isEmpty();
        }

        @Test
        @Order(3)
        void theNextTestFindsTheDataAsItWas() {
            assertThat(netSuite.simulator().records().read("customer", "42")).isPresent();
        }
    }

    @Test
    void outsideOfTestsThereIsNoSimulator() {
        assertThatThrownBy(() -> new NetSuiteSimulatorExtension().simulator())
                .hasMessage("The simulator runs only while tests run."
                        + " Register the extension with @RegisterExtension or @ExtendWith.");
    }
}

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(NetSuiteSimulatorExtension.class)
class NetSuiteSimulatorParameterTest {

    @Test
    @Order(1)
    void aParameterIsTheRunningSimulator(NetSuiteSimulator simulator) {
        assertThat(simulator.suiteTalkUrl()).hasScheme("http").hasHost("127.0.0.1");
    }

    @Test
    @Order(2)
    void eachTestMayLeaveAMess(NetSuiteSimulator simulator) {
        simulator.newCredentials(KeyKind.P_384);
        simulator.settings().integrationEnabled(false);
        simulator.records().edit("customer", "42", Map.of("companyName", "Changed"));
        simulator.faults().onAny().cutConnection();
    }

    @Test
    @Order(3)
    void theNextFindsNoneOfIt(NetSuiteSimulator simulator) {
        assertThat(simulator.records().read("customer", "42").orElseThrow())
                .doesNotContainEntry("companyName", "Changed");
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.loginAuditTrail()).isEmpty();
    }
}
