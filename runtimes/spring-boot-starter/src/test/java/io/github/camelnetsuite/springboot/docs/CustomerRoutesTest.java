package io.github.camelnetsuite.springboot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.springboot.WithNetSuiteSimulator;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Timeout(120)
// snippet:test
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = "netsuite.record.url=${camel.component.netsuite.suite-talk-url}/services/rest/record/v1")
@WithNetSuiteSimulator
class CustomerRoutesTest {

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private NetSuiteSimulator netSuite;

    @Test
    void readsTheCustomer() {
        netSuite.records().edit("customer", "42", Map.of("companyName", "Fern & Thistle"));

        assertThat(template.requestBody("direct:customer", (Object) null).toString())
                .contains("companyName=Fern & Thistle");
    }
    // end:test

    @ParameterizedTest
    @ValueSource(strings = {"direct:own", "direct:inside"})
    void authenticatesPlainHttp(String route) {
        assertThat(template.requestBody(route, null, String.class)).contains("\"id\":\"42\"");
        assertThat(netSuite.apiRequests()).isEqualTo(1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CustomerRoutes.class)
    static class Application {}
}
