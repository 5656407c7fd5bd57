package io.github.camelnetsuite.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.support.service.ServiceHelper;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(SimulatedAccounts.class)
@Timeout(120)
class QuarkusApplicationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    ProducerTemplate template;

    @Inject
    CamelContext context;

    @TestHTTPResource("/q/health/ready")
    @SuppressWarnings("NullAway.Init")
    URI readiness;

    @Test
    void anEndpointReadsARecord() {
        Map<?, ?> customer = template.requestBody("netsuite:get:customer/42", null, Map.class);

        assertThat(customer.get("id")).isEqualTo("42");
    }

    @Test
    void rowsStreamThroughAYamlRoute() {
        List<?> ids = template.requestBody("direct:rows", null, List.class);

        assertThat(ids).extracting(Object::toString).containsExactly("1", "2");
    }

    @Test
    void theProcessorAuthenticatesAnHttpEndpoint() {
        assertThat(template.requestBody("direct:by-processor", null, String.class))
                .contains("\"id\":\"42\"");
    }

    @Test
    void theConfigurerAuthenticatesAnHttpEndpoint() {
        assertThat(template.requestBody("direct:by-configurer", null, String.class))
                .contains("\"id\":\"42\"");
    }

    @Test
    void anAccountWithItsNameInBracketsIsConfigured() {
        Map<?, ?> customer = template.requestBody("netsuite:get:customer/42?account=eu", null, Map.class);

        assertThat(customer.get("id")).isEqualTo("42");
    }

    /** One test, since the state of an account is that of the application. */
    @Test
    void readinessTellsWhatIsKnownOfEachAccountAndAsksForNoToken() throws Exception {
        HttpResponse<String> ready = ready();
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"name\": \"NetSuite accounts\"", "\"revoked.state\": \"UNKNOWN\"");

        assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/42?account=revoked", null, Map.class))
                .hasCauseInstanceOf(NetSuiteAccessException.class);

        HttpResponse<String> notReady = ready();
        assertThat(notReady.body()).contains("\"revoked.state\": \"DOWN\"");
        assertThat(notReady.statusCode()).isEqualTo(503);
    }

    @Test
    void noListOfTheConfigurationShowsASecret() {
        Map<String, String> shown = new TreeMap<>();
        for (String name : ConfigProvider.getConfig().getPropertyNames()) {
            ConfigProvider.getConfig().getOptionalValue(name, String.class).ifPresent(value -> shown.put(name, value));
        }

        assertThat(shown)
                .containsKeys("camel.component.netsuite.accountId", "camel.component.netsuite.accounts[eu].accountId");
        assertThat(shown.values()).noneMatch(value -> value.contains("PRIVATE KEY"));
    }

    @Test
    void neitherCamelsSummaryNorQuarkusLogOfValuesShowsASecret() throws Exception {
        String log = Files.readString(Path.of("target/test-output/quarkus.log"));

        assertThat(log)
                .contains(
                        "camel.component.netsuite.accounts[revoked].privateKey = xxxxxx",
                        "The config camel.component.netsuite.accounts[revoked].privateKey was loaded from secret with the value secret")
                .doesNotContain("PRIVATE KEY");
    }

    /** The consoles as the extension camel-quarkus-console finds them; what they print is kept for the search for secrets. */
    @Test
    void neitherTheConsoleOfTheAccountsNorTheTextOfThePropertiesShowsASecret() throws Exception {
        template.requestBody("netsuite:get:customer/42", null, Map.class);
        StringBuilder printed = new StringBuilder();
        for (MediaType form : List.of(MediaType.TEXT, MediaType.JSON)) {
            printed.append(console("netsuite").call(form, Map.of())).append('\n');
        }
        // Its JSON form masks nothing, of any component: docs/security.md warns of it.
        printed.append(console("properties").call(MediaType.TEXT, Map.of()));
        Files.writeString(Files.createDirectories(Path.of("target/test-output")).resolve("consoles.txt"), printed);

        assertThat(printed.toString())
                .contains("Account eu: 7654321_SB1", "camel.component.netsuite.accounts[revoked].privateKey")
                .doesNotContain("PRIVATE KEY");
    }

    private DevConsole console(String name) throws Exception {
        Properties service = new Properties();
        try (InputStream file = Objects.requireNonNull(Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/services/org/apache/camel/dev-console/" + name))) {
            service.load(file);
        }
        Class<?> type = context.getClassResolver().resolveMandatoryClass(service.getProperty("class"));
        DevConsole console = (DevConsole) context.getInjector().newInstance(type);
        CamelContextAware.trySetCamelContext(console, context);
        ServiceHelper.startService(console);
        return console;
    }

    private HttpResponse<String> ready() throws Exception {
        return client.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());
    }
}
