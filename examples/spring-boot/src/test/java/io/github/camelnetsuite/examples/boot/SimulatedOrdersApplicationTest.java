package io.github.camelnetsuite.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedOrdersApplicationTest {

    @Test
    void withoutAnAccountItIsSimulated() {
        assertThat(SimulatedOrdersApplication.simulated(Map.of("PATH", "/bin"), List.of()))
                .isTrue();
        assertThat(SimulatedOrdersApplication.simulated(Map.of("NETSUITE_ACCOUNT_ID", "1234567"), List.of()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NETSUITE_ACCOUNT_ID", "NETSUITE_PRIVATE_KEY", "WEBHOOK_SECRET"})
    void anAccountOrShopOfOnesOwnDoesNotMeetTheSimulatorByOversight(String variable) {
        Map<String, String> environment = Map.of(variable, " ");

        assertThatThrownBy(() -> SimulatedOrdersApplication.simulated(environment, List.of()))
                .hasMessage("The environment has " + variable
                        + ", but NETSUITE_ACCOUNT_ID does not name an account. Set it to run"
                        + " on that account; or, to run on a simulated one, which forgets its orders when it ends, add --simulator"
                        + " to the arguments.");
        assertThat(SimulatedOrdersApplication.simulated(environment, List.of("--simulator")))
                .isTrue();
    }
}
