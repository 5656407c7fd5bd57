package io.github.camelnetsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.camel.ManagedNetSuiteAccount;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.main.Main;
import org.apache.camel.test.AvailablePortFinder;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The settings of docs/monitoring.md, seen as a monitoring system sees them. Run with {@code -DupdateDocs=true} to write the table.
 */
@Timeout(60)
class MonitoringPageTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private static final Path PAGE = Path.of("../docs/monitoring.md");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final int port = AvailablePortFinder.getNextAvailable();
    private final Main main = new Main();

    @BeforeEach
    void start() {
        SimulatedAccount.properties("camel.component.netsuite.", NETSUITE.simulator())
                .forEach(main::addInitialProperty);
        main.setPropertyPlaceholderLocations("classpath:docs/monitoring.properties");
        main.addOverrideProperty("camel.management.port", Integer.toString(port));
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void healthIsServedOverHttp() throws Exception {
        call();

        HttpResponse<String> health = get("/observe/health?data=true");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("netsuite-default", "\"netsuite.token.state\":\"FRESH\"");
    }

    @Test
    void refusedCredentialsMakeItNotReady() throws Exception {
        NETSUITE.simulator().faults().onToken().status(401, "{\"error\":\"invalid_client\"}");
        call();

        assertThat(get("/observe/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/observe/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void theConsoleIsServedOverHttp() throws Exception {
        call();

        JsonNode console =
                JsonMapper.builder().build().readTree(get("/q/dev/netsuite").body());
        JsonNode account = console.path("netsuite").path("accounts").path(0);

        assertThat(account.path("accountId").asText()).isEqualTo("1234567");
        assertThat(account.path("tokenState").asText()).isEqualTo("FRESH");
        assertThat(account.path("tokensGranted").asLong()).isEqualTo(1);
    }

    @Test
    void theTableIsThatOfTheManagedAttributes() throws Exception {
        StringBuilder table = new StringBuilder("| JMX attribute | in the console | What |\n|---|---|---|\n");
        Arrays.stream(ManagedNetSuiteAccount.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ManagedAttribute.class))
                .sorted(Comparator.comparing(MonitoringPageTest::attribute))
                .forEach(method -> table.append("| `")
                        .append(attribute(method))
                        .append("` | `")
                        .append(StringHelper.decapitalize(attribute(method)))
                        .append("` | ")
                        .append(method.getAnnotation(ManagedAttribute.class).description())
                        .append(" |\n"));
        String page = Files.readString(PAGE);
        String expected = page.replaceFirst(
                "(?s)(<!-- generated: attributes -->\n).*?(<!-- end -->)",
                "$1" + Matcher.quoteReplacement(table.toString()) + "$2");
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected).contains(table);
        }
    }

    private static String attribute(Method method) {
        return method.getName().replaceFirst("^(get|is)", "");
    }

    private void call() throws Exception {
        main.getCamelTemplate().send("netsuite:get:customer/42", exchange -> {});
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
