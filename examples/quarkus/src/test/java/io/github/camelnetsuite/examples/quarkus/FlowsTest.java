package io.github.camelnetsuite.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.examples.flows.AccountSettings;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowsTest {

    @Test
    void theDevServiceIsASimulatedAccount() {
        assertThat(Flows.account(Optional.of("1234567"), Optional.of(URI.create("http://127.0.0.1:9080"))))
                .get()
                .returns(true, AccountSettings::simulated);
    }

    @Test
    void anAccountSomebodyHasConfiguredIsNotTakenForTheDevServiceAndGetsNoMadeUpOrders() {
        assertThat(Flows.account(Optional.of("1234567"), Optional.empty()))
                .get()
                .returns(false, AccountSettings::simulated);
        assertThat(Flows.account(
                        Optional.of("1234567"), Optional.of(URI.create("https://1234567.suitetalk.api.netsuite.com"))))
                .get()
                .returns(false, AccountSettings::simulated);
        assertThat(Flows.account(Optional.empty(), Optional.empty())).isEmpty();
    }
}
