package io.github.camelnetsuite.simulator.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Timeout(60)
@SpringBootTest(
        classes = WithNetSuiteSimulatorTest.Application.class,
        properties = "camel.component.netsuite.accounts[eu].certificate-id=of-the-test")
@WithNetSuiteSimulator
@WithNetSuiteSimulator(account = "eu", accountId = "7654321_SB1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithNetSuiteSimulatorTest {

    @Configuration(proxyBeanMethods = false)
    static class Application {}

    @Autowired
    private Environment environment;

    @Autowired
    private NetSuiteSimulator netSuite;

    @Autowired
    @Qualifier("eu")
    private NetSuiteSimulator eu;

    @Test
    @Order(1)
    void theApplicationIsPointedAtTheSimulator() {
        assertThat(property("account-id")).isEqualTo("1234567");
        assertThat(property("suite-talk-url")).isEqualTo(netSuite.suiteTalkUrl().toString());
        assertThat(property("private-key")).isEqualTo(netSuite.credentials().privateKeyPem());
    }

    @Test
    @Order(1)
    void namedAccountsHaveSimulatorsOfTheirOwn() {
        assertThat(property("accounts[eu].account-id")).isEqualTo("7654321_SB1");
        assertThat(property("accounts[eu].consumer-key")).isEqualTo(eu.consumerKey());
        assertThat(eu).isNotSameAs(netSuite);
    }

    @Test
    @Order(1)
    void propertiesOfTheTestComeFirst() {
        assertThat(property("accounts[eu].certificate-id")).isEqualTo("of-the-test");
    }

    @Test
    @Order(2)
    void eachTestMayLeaveAMess() {
        netSuite.records().edit("customer", "42", Map.of("companyName", "Changed"));
        netSuite.settings().integrationEnabled(false);
        netSuite.faults().onAny().cutConnection();
    }

    @Test
    @Order(3)
    void theNextFindsNoneOfIt() {
        assertThat(netSuite.records().read("customer", "42").orElseThrow())
                .doesNotContainEntry("companyName", "Changed");
        assertThat(netSuite.requests()).isEmpty();
    }

    @Nested
    class InANestedClass {

        @Autowired
        private NetSuiteSimulator same;

        @Test
        void theSimulatorIsTheSame() {
            assertThat(same).isSameAs(netSuite);
        }
    }

    private String property(String name) {
        return environment.getRequiredProperty("camel.component.netsuite." + name);
    }
}
