package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.SecretLedger;
import io.github.camelnetsuite.simulator.springboot.WithNetSuiteSimulator;
import io.github.camelnetsuite.token.AssertionSigner;
import io.github.camelnetsuite.token.JcaAssertionSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** Everything Actuator can be made to show, with every value and every detail on: no key, password, assertion or token. */
@Timeout(180)
@SpringBootTest(
        classes = {TestApplication.class, NoSecretsInEndpointsTest.Routes.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always",
            "management.endpoint.health.show-details=always",
            "management.info.env.enabled=true",
            "camel.health.exposure-level=full",
            "camel.main.dev-console-enabled=true",
            "camel.component.netsuite.allow-token-export=true",
            "camel.component.netsuite.http[proxyAuthPassword]=" + NoSecretsInEndpointsTest.PASSWORD,
            "camel.component.netsuite.accounts[eu].private-key-password=" + NoSecretsInEndpointsTest.PASSWORD,
            "camel.component.netsuite.accounts[eu].account-id=7654321_SB1",
            "camel.component.netsuite.accounts[eu].consumer-key=the-key",
            "camel.component.netsuite.accounts[eu].certificate-id=the-id",
            "camel.component.netsuite.accounts[eu].assertion-signer=#signer",
            "camel.component.netsuite.accounts[eu].signature-algorithm=ES256",
            "my.own.copy=before ${camel.component.netsuite.private-key} after",
            "my.vault.entry=" + NoSecretsInEndpointsTest.PASSWORD
        })
@AutoConfigureObservability(tracing = false)
@WithNetSuiteSimulator
class NoSecretsInEndpointsTest {

    static final String PASSWORD = "correct-horse-battery-staple";

    @TestConfiguration(proxyBeanMethods = false)
    static class Routes {

        @Bean
        AssertionSigner signer() {
            return new JcaAssertionSigner();
        }

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:customer").routeId("customer").to("netsuite:get:customer/42");
                }
            };
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private NetSuiteSimulator netSuite;

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private CamelContext context;

    private final Set<String> secrets = new LinkedHashSet<>();

    @BeforeAll
    static void likeAVariableOfTheEnvironment() {
        SecretLedger.record(PASSWORD);
        System.setProperty("NETSUITE_KEY_PASSWORD", PASSWORD);
    }

    @AfterAll
    static void clear() {
        System.clearProperty("NETSUITE_KEY_PASSWORD");
    }

    @BeforeEach
    void useEverySecret() throws IOException {
        template.requestBody("direct:customer", (Object) null);
        secrets.add(PASSWORD);
        secrets.addAll(lines(netSuite.credentials().privateKeyPem()));
        secrets.add(context.getComponent("netsuite", NetSuiteComponent.class)
                .account(null)
                .tokens()
                .get()
                .value());
        // The assertions too, and whatever else this JVM has made.
        Path ledger = Path.of(
                System.getProperty(SecretLedger.FOLDER, "target/secret-ledger"),
                ProcessHandle.current().pid() + ".txt");
        if (Files.exists(ledger)) {
            Files.readAllLines(ledger).stream()
                    .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8))
                    .flatMap(secret -> lines(secret).stream())
                    .forEach(secrets::add);
        }
    }

    /** Line breaks may have become something else; and the frame of a key is no secret. */
    private static List<String> lines(String secret) {
        return secret.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("-----"))
                .toList();
    }

    @Test
    void noEndpointShowsASecret() throws Exception {
        Actuator actuator = new Actuator(port);
        List<String> asked = new ArrayList<>();
        for (JsonNode link : actuator.json("").path("_links")) {
            String href = link.path("href").asText();
            // A dump of the memory holds what is in the memory.
            if (!href.endsWith("/heapdump")) {
                for (String address : addresses(href)) {
                    HttpResponse<String> answer = actuator.get(URI.create(address));
                    asked.add(address.substring(address.indexOf("/actuator")));
                    assertThat(answer.body()).as(address).doesNotContain(secrets);
                }
            }
        }

        assertThat(asked)
                .contains(
                        "/actuator/env",
                        "/actuator/configprops",
                        "/actuator/beans",
                        "/actuator/health",
                        "/actuator/camel/all",
                        "/actuator/camelroutes",
                        "/actuator/metrics",
                        "/actuator/env/camel.component.netsuite.private-key");
    }

    @Test
    void whatIsNoSecretIsShown() throws Exception {
        Actuator actuator = new Actuator(port);

        assertThat(actuator.get("/env/camel.component.netsuite.account-id").body())
                .contains("1234567");
        assertThat(actuator.get("/configprops/camel.component.netsuite").body())
                .contains("\"accountId\":\"1234567\"")
                .contains("\"privateKey\":\"******\"")
                .contains("\"privateKeyPassword\":\"******\"")
                .contains("\"signatureAlgorithm\":\"ES256\"");
        assertThat(actuator.get("/env/my.own.copy").body()).contains("******");
        assertThat(actuator.get("/env/NETSUITE_KEY_PASSWORD").body()).contains("******");
        assertThat(actuator.get("/env/my.vault.entry").body()).contains("******");
    }

    /** What a link stands for, with something in the place of its variables. */
    private static List<String> addresses(String href) {
        if (!href.contains("{")) {
            return List.of(href);
        }
        String base = href.substring(0, href.indexOf('{'));
        return base.endsWith("/camel/")
                ? List.of(base + "all")
                : List.of(
                        base + "camel.component.netsuite",
                        base + "camel.component.netsuite.private-key",
                        base + "default",
                        base + "netsuite.token.state",
                        base + "customer");
    }
}
