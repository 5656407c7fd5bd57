package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.springboot.WithNetSuiteSimulator;
import java.io.IOException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;

@Timeout(120)
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "management.endpoint.health.show-details=always",
            "management.endpoint.health.show-components=always",
            "management.endpoint.health.probes.enabled=true",
            "management.endpoint.health.group.readiness.include=readinessState,camelReadinessState,netsuite",
            "camel.health.exposure-level=full",
            "camel.component.netsuite.accounts[eu].certificate="
        })
@WithNetSuiteSimulator
@WithNetSuiteSimulator(account = "eu", accountId = "7654321_SB1")
class HealthTest {

    @LocalServerPort
    private int port;

    @Autowired
    private NetSuiteSimulator netSuite;

    @Autowired
    @Qualifier("eu")
    private NetSuiteSimulator eu;

    @Autowired
    private ProducerTemplate template;

    private Actuator actuator = new Actuator(0);

    @BeforeEach
    void connect() {
        actuator = new Actuator(port);
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
    void anAccountThatWasNotUsedYetIsUnknownAndKeepsNobodyFromBeingReady() throws Exception {
        assertThat(status("/health/netsuite/default/token")).isEqualTo("UNKNOWN");
        assertThat(status("/health/netsuite/eu/token")).isEqualTo("UNKNOWN");
        assertThat(status("/health")).isEqualTo("UP");
        assertThat(status("/health/readiness")).isEqualTo("UP");
        assertThat(netSuite.requests()).isEmpty();
        assertThat(eu.requests()).isEmpty();
    }

    @Test
    void anAccountWithATokenIsUp() throws Exception {
        template.requestBody("netsuite:get:customer/42", (Object) null);

        JsonNode token = actuator.json("/health/netsuite/default/token");
        assertThat(token.path("status").asText()).isEqualTo("UP");
        JsonNode details = token.path("details");
        assertThat(details.path("account").asText()).isEqualTo("1234567");
        assertThat(details.path("token.state").asText()).isEqualTo("FRESH");
        assertThat(details.path("token.age").asText()).startsWith("PT");
        assertThat(details.path("token.refreshes").asLong()).isEqualTo(1);
        assertThat(details.path("token.failures").asLong()).isZero();
        assertThat(details.path("certificateId").asText())
                .isEqualTo(netSuite.credentials().certificateId());
    }

    @Test
    void theDaysOfTheCertificateAreSaidAndUnknownIsNeverUp() throws Exception {
        JsonNode known = actuator.json("/health/netsuite/default/certificate");
        assertThat(known.path("status").asText()).isEqualTo("UP");
        assertThat(known.path("details").path("certificate.daysLeft").asLong()).isPositive();

        JsonNode unknown = actuator.json("/health/netsuite/eu/certificate");
        assertThat(unknown.path("status").asText()).isEqualTo("UNKNOWN");
        assertThat(unknown.path("details").path("message").asText()).contains("Set the option certificate");
    }

    @Test
    @DirtiesContext
    void refusedCredentialsAreDownAndNotReadyAndCostNoFurtherRequest() throws Exception {
        eu.faults().onToken().status(401, "{\"error\":\"invalid_client\"}");
        template.send("netsuite:get:customer/42?account=eu", exchange -> {});

        JsonNode token = actuator.json("/health/netsuite/eu/token");
        assertThat(token.path("status").asText()).isEqualTo("DOWN");
        assertThat(token.path("details").path("message").asText()).contains("invalid_client");
        assertThat(status("/health")).isEqualTo("DOWN");
        assertThat(actuator.get("/health/readiness").statusCode()).isEqualTo(503);
        assertThat(eu.tokenRequests()).isEqualTo(1);
    }

    private String status(String path) throws IOException, InterruptedException {
        return actuator.json(path).path("status").asText();
    }
}
