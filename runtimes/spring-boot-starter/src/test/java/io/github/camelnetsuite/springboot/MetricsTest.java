package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.simulator.springboot.WithNetSuiteSimulator;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@Timeout(120)
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "management.endpoints.web.exposure.include=metrics"})
@AutoConfigureObservability(tracing = false)
@WithNetSuiteSimulator
@WithNetSuiteSimulator(account = "eu", accountId = "7654321_SB1")
class MetricsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProducerTemplate template;

    @Test
    void theAccountsAreMeteredWithoutBeingAskedFor() throws Exception {
        template.requestBody("netsuite:get:customer/42?account=eu", (Object) null);

        // Meters are told after the caller was served.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(value("netsuite.token.refreshes", "account:eu"))
                        .isEqualTo(1));
        assertThat(value("netsuite.token.refreshes", "account:default")).isZero();
        assertThat(value("netsuite.token.failures", "account:eu")).isZero();
        assertThat(value("netsuite.token.state", "account:eu&tag=state:FRESH")).isEqualTo(1);
        assertThat(value("netsuite.token.age", "account:eu")).isNotNegative();
        assertThat(value("netsuite.certificate.expiry", "account:eu")).isPositive();
        assertThat(value("netsuite.credentials.refused", "account:eu")).isZero();
    }

    private double value(String meter, String tag) throws Exception {
        return new Actuator(port)
                .json("/metrics/" + meter + "?tag=" + tag)
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble(Double.NaN);
    }
}
