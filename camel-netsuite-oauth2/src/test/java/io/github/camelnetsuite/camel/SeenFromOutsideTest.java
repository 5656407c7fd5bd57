package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.main.Main;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The developer console and JMX, both of which say the same about an account. */
@Timeout(60)
class SeenFromOutsideTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final VirtualClock CLOCK = VirtualClock.at(NOW);

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(
            builder -> builder.accountId("1234567_SB1").clock(CLOCK));

    private final Main main = new Main();

    @BeforeEach
    void start() {
        CLOCK.set(NOW);
        Credentials withCertificate = netsuite()
                .newCredentials(KeyKind.P_384, NOW.minus(Duration.ofDays(300)), NOW.plus(Duration.ofHours(481)));
        NetSuiteConfiguration eu = SimulatedAccount.configuration(netsuite());
        eu.setCertificateId(withCertificate.certificateId());
        eu.setPrivateKey(withCertificate.privateKeyPem());
        eu.setCertificate(withCertificate.certificatePem());
        eu.setReadOnly(true);
        main.addInitialProperty("camel.main.dev-console-enabled", "true");
        main.addInitialProperty("camel.main.name", "outside");
        main.init();
        NetSuiteComponent component = SimulatedAccount.configureAt(CLOCK, context(), netsuite());
        component.getAccounts().put("eu", eu);
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void theConsoleShowsAccountsBeforeTheFirstCall() throws Exception {
        JsonNode accounts = json();

        assertThat(accounts).hasSize(2);
        assertThat(accounts.get(0).path("name").asText()).isEqualTo("default");
        assertThat(accounts.get(0).path("accountId").asText()).isEqualTo("1234567_SB1");
        assertThat(accounts.get(0).path("kind").asText()).isEqualTo("sandbox");
        assertThat(accounts.get(0).path("signatureAlgorithm").asText()).isEqualTo("ES256");
        assertThat(accounts.get(0).path("tokenState").asText()).isEqualTo("NONE");
        assertThat(accounts.get(0).has("tokenAgeSeconds")).isFalse();
        assertThat(accounts.get(0).has("daysToCertificateExpiry")).isFalse();
        assertThat(accounts.get(1).path("name").asText()).isEqualTo("eu");
        assertThat(accounts.get(1).path("readOnly").asBoolean()).isTrue();
        assertThat(accounts.get(1).path("signatureAlgorithm").asText()).isEqualTo("ES384");
        assertThat(accounts.get(1).path("daysToCertificateExpiry").asLong()).isEqualTo(20);
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void theConsoleShowsTheTokensAge() throws Exception {
        call("netsuite:get:customer/42?account=eu");
        CLOCK.advance(Duration.ofMinutes(7));

        JsonNode eu = json().get(1);

        assertThat(eu.path("tokenState").asText()).isEqualTo("FRESH");
        assertThat(eu.path("tokenAgeSeconds").asLong()).isEqualTo(420);
        assertThat(eu.path("tokenExpiresAt").asText()).isEqualTo("2026-11-22T11:00:00Z");
        assertThat(eu.path("tokensGranted").asLong()).isEqualTo(1);
        assertThat(text())
                .contains("Account eu: 1234567_SB1 (sandbox, read-only)\n")
                .contains("    Days to certificate expiry: 20\n")
                .contains("    Access token: FRESH\n    Age in seconds: 420\n");
    }

    @Test
    void aRefusalIsShownWithItsReasonAndItsPause() throws Exception {
        netsuite().faults().onToken().status(401, "{\"error\":\"invalid_client\"}");
        call("netsuite:get:customer/42");

        JsonNode account = json().get(0);

        assertThat(account.path("credentialsRefused").asBoolean()).isTrue();
        assertThat(account.path("tokenFailures").asLong()).isEqualTo(1);
        assertThat(account.path("lastTokenFailure").asText()).contains("invalid_client");
        assertThat(account.path("lastTokenFailureAt").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(Instant.parse(account.path("tokenRequestsPausedUntil").asText()))
                .isAfter(NOW);
        assertThat(text()).contains("    Credentials refused: yes\n");
    }

    @Test
    void anExpiredCertificateHasNegativeDays() throws Exception {
        CLOCK.advance(Duration.ofHours(481).plusSeconds(1));

        assertThat(json().get(1).path("daysToCertificateExpiry").asLong()).isEqualTo(-1);
    }

    @Test
    void jmxShowsTheSame() throws Exception {
        call("netsuite:get:customer/42?account=eu");
        CLOCK.advance(Duration.ofMinutes(7));

        JsonNode eu = json().get(1);
        Map<String, Object> attributes = attributes("eu");

        assertThat(attributes)
                .containsEntry("AccountId", "1234567_SB1")
                .containsEntry("ReadOnly", true)
                .containsEntry("TokenState", "FRESH")
                .containsEntry("TokenAgeSeconds", 420L)
                .containsEntry("DaysToCertificateExpiry", 20L)
                .containsEntry("LastTokenFailure", null);
        eu.properties().forEach(fact -> {
            String name = StringHelper.capitalize(fact.getKey());
            assertThat(String.valueOf(attributes.get(name)))
                    .as(name)
                    .isEqualTo(fact.getValue().asText());
        });
        assertThat(attributes("default"))
                .containsEntry("TokenState", "NONE")
                .containsEntry("TokenAgeSeconds", null)
                .containsEntry("DaysToCertificateExpiry", null);
    }

    @Test
    void neitherShowsASecret() throws Exception {
        call("netsuite:get:customer/42");
        String token = context()
                .getComponent("netsuite", NetSuiteComponent.class)
                .account(null)
                .tokens()
                .get()
                .value();

        String shown = text() + json() + attributes("default");

        assertThat(shown).doesNotContain(token.split("\\.", -1)[1]).doesNotContain(token.split("\\.", -1)[2]);
        netsuite()
                .credentials()
                .privateKeyPem()
                .lines()
                .filter(line -> !line.startsWith("-"))
                .forEach(line -> assertThat(shown).doesNotContain(line));
        Files.writeString(
                Files.createDirectories(Path.of("target", "test-output")).resolve("console.txt"), shown);
    }

    @Test
    void anAccountThatIsNoLongerConfiguredIsShownNoMore() throws Exception {
        NetSuiteComponent component = context().getComponent("netsuite", NetSuiteComponent.class);
        NetSuiteConfiguration eu = component.getAccounts().remove("eu");
        component.reload();

        assertThat(server().isRegistered(name("eu"))).isFalse();
        assertThat(json()).hasSize(1);

        component.getAccounts().put("eu", eu);
        component.reload();
        assertThat(server().isRegistered(name("eu"))).isTrue();
    }

    @Test
    void whatJmxShowsEndsWithTheContext() throws Exception {
        assertThat(server().isRegistered(name("eu"))).isTrue();

        main.stop();

        assertThat(server().queryNames(new ObjectName("*:type=netsuite,context=outside,*"), null))
                .isEmpty();
    }

    @Test
    void withoutTheComponentTheConsoleSaysSo() throws Exception {
        Main other = new Main();
        other.addInitialProperty("camel.main.dev-console-enabled", "true");
        other.start();
        try {

            assertThat(console(other.getCamelContext()).call(MediaType.TEXT, Map.of()))
                    .isEqualTo("No NetSuite account is in use.\n");
            assertThat(other.getCamelContext().hasComponent("netsuite")).isNull();
        } finally {
            other.stop();
        }
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }

    private CamelContext context() {
        return main.getCamelContext();
    }

    private void call(String uri) throws Exception {
        main.getCamelTemplate().send(uri, exchange -> {});
    }

    private String text() {
        return (String) console(context()).call(MediaType.TEXT, Map.of());
    }

    private JsonNode json() throws Exception {
        JsonObject json = (JsonObject) console(context()).call(MediaType.JSON, Map.of());
        return JsonMapper.builder().build().readTree(json.toJson()).path("accounts");
    }

    private static DevConsole console(CamelContext context) {
        return context.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .getConsole("netsuite")
                .orElseThrow();
    }

    private static Map<String, Object> attributes(String account) throws Exception {
        Map<String, Object> attributes = new LinkedHashMap<>();
        ObjectName name = name(account);
        for (MBeanAttributeInfo attribute : server().getMBeanInfo(name).getAttributes()) {
            attributes.put(attribute.getName(), server().getAttribute(name, attribute.getName()));
        }
        return attributes;
    }

    private static ObjectName name(String account) throws Exception {
        return new ObjectName("org.apache.camel:context=outside,type=netsuite,name=\"" + account + "\"");
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
