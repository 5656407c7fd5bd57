package io.github.camelnetsuite.docs;

// snippet:first-test
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NetSuiteSimulatorExtension.class)
class FirstRouteTest {

    @Test
    void readsACustomer(NetSuiteSimulator netsuite) throws Exception {
        Main main = new Main();
        main.addOverrideProperty("camel.component.netsuite.accountId", netsuite.accountId());
        main.addOverrideProperty("camel.component.netsuite.consumerKey", netsuite.consumerKey());
        main.addOverrideProperty(
                "camel.component.netsuite.certificateId", netsuite.credentials().certificateId());
        main.addOverrideProperty(
                "camel.component.netsuite.privateKey", netsuite.credentials().privateKeyPem());
        main.addOverrideProperty(
                "camel.component.netsuite.suiteTalkUrl", netsuite.suiteTalkUrl().toString());
        main.addOverrideProperty(
                "camel.component.netsuite.restletsUrl", netsuite.restletsUrl().toString());
        main.configure().addRoutesBuilder(new FirstRoute());
        main.start();
        try {
            Map<?, ?> customer = main.getCamelTemplate().requestBody("netsuite:get:customer/42", null, Map.class);

            assertThat(customer.get("id")).isEqualTo("42");
        } finally {
            main.stop();
        }
    }
}
// end:first-test
