package io.github.camelnetsuite.examples.flows;

import static io.github.camelnetsuite.examples.flows.FlowsUnderTest.SECRET;
import static io.github.camelnetsuite.examples.flows.FlowsUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.examples.flows.orders.WebhookSignature;
import io.github.camelnetsuite.simulator.Gate;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process where it hurts, starts the flows again and sends the order again when its sender had no answer. */
@Timeout(300)
class KillTest {

    private static final String ORDER = order("1001", "uk", "SKU-000003");
    private static final String ORDERS = "/services/rest/record/v1/salesOrder";
    private static final String CUSTOMERS = "/services/rest/record/v1/customer";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    @TempDir
    private Path data;

    private NetSuiteSimulator netSuite;
    private long ordersBefore;
    private long customersBefore;
    private @Nullable Process process;

    @BeforeEach
    void count() {
        netSuite = NETSUITE.simulator();
        ordersBefore = netSuite.records().count("salesOrder");
        customersBefore = netSuite.records().count("customer");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void anOrderThatWasNotStoredWasNotAcknowledgedEither() throws Exception {
        URI webhook = start(FlowsToKill.When.BEFORE_THE_ORDER_IS_IN_THE_INBOX);

        assertThatThrownBy(() -> post(webhook)).isInstanceOf(IOException.class);

        assertThat(exitCode()).isEqualTo(137);
        restartAndAssertOneOfEach(true);
    }

    @Test
    void anOrderThatWasStoredAndComesAgainMakesOneSalesOrder() throws Exception {
        URI webhook = start(FlowsToKill.When.BEFORE_THE_ANSWER_IS_SENT);

        assertThatThrownBy(() -> post(webhook)).isInstanceOf(IOException.class);

        assertThat(exitCode()).isEqualTo(137);
        restartAndAssertOneOfEach(true);
    }

    @Test
    void anAcknowledgedOrderSurvivesAKillBetweenCustomerAndSalesOrder() throws Exception {
        killOnceCreated(CUSTOMERS);

        assertThat(netSuite.records().count("salesOrder")).isEqualTo(ordersBefore);
        restartAndAssertOneOfEach(false);
    }

    @Test
    void anAcknowledgedOrderSurvivesAKillBeforeTheAnswerOfNetSuite() throws Exception {
        killOnceCreated(ORDERS);

        assertThat(netSuite.records().count("salesOrder")).isEqualTo(ordersBefore + 1);
        restartAndAssertOneOfEach(false);
    }

    private void killOnceCreated(String path) throws Exception {
        Gate answer = netSuite.faults().onApi().method("POST").path(path).hold();
        URI webhook = start(FlowsToKill.When.NEVER);
        assertThat(post(webhook).statusCode()).isEqualTo(202);
        answer.awaitArrivals(1);
        running().destroyForcibly();
        assertThat(running().waitFor(60, TimeUnit.SECONDS)).isTrue();
        netSuite.faults().clear();
    }

    private void restartAndAssertOneOfEach(boolean sendAgain) throws Exception {
        try (FlowsUnderTest flows = new FlowsUnderTest(netSuite, data).start(RouteForm.JAVA)) {
            if (sendAgain) {
                assertThat(flows.post(ORDER).statusCode()).isEqualTo(202);
            }
            flows.awaitOrders();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> flows.files("inbox").isEmpty());
            assertThat(flows.files("dead-letters")).isEmpty();
        }
        assertThat(netSuite.records().idOfExternal("salesOrder", "SHOP-UK-1001"))
                .isPresent();
        assertThat(netSuite.records().count("salesOrder")).isEqualTo(ordersBefore + 1);
        assertThat(netSuite.records().count("customer")).isEqualTo(customersBefore + 1);
    }

    /** Gives the address of the webhook once it is open. */
    private URI start(FlowsToKill.When when) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        FlowsToKill.class.getName(),
                        when.name(),
                        data.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(FlowsUnderTest.environment(netSuite));
        builder.environment().put("WEBHOOK_SECRET", "the-secret-of-the-shop");
        builder.environment().put("PRODUCTS_AT_START", "false");
        builder.environment().remove("SHOP_URL");
        process = builder.start();
        BufferedReader lines = running().inputReader(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.append(line).append('\n');
            if (line.startsWith("Webhook: ")) {
                return URI.create(line.substring("Webhook: ".length(), line.length() - 1));
            }
        }
        throw new AssertionError("The process ended before its webhook was open:\n" + read);
    }

    private static HttpResponse<String> post(URI webhook) throws IOException, InterruptedException {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header(WebhookSignature.TIMESTAMP, timestamp)
                .header(WebhookSignature.SIGNATURE, SECRET.sign(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    private int exitCode() throws InterruptedException {
        assertThat(running().waitFor(60, TimeUnit.SECONDS)).isTrue();
        return running().exitValue();
    }
}
