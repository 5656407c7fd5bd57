package io.github.camelnetsuite.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.SecretLedger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example as {@code java -jar} runs it, where there are no Dev Services. */
@Timeout(300)
class PackagedExampleIT {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void withoutAnAccountItBringsASimulatedOne() throws Exception {
        try (Running example = Running.start("simulated", Map.of())) {
            example.awaitLine("First row read ");
            example.awaitLine("Last order done ");

            assertThat(customer(example)).isEqualTo(200);
            assertThat(example.log()).contains("NetSuite: a simulator in this JVM at ");
        }
    }

    @Test
    void withTheFourSettingsInTheEnvironmentItRunsOnThatAccountAndSendsItNoSampleOrders() throws Exception {
        try (NetSuiteSimulator netsuite =
                        NetSuiteSimulator.builder().accountId("7654321_SB1").start();
                Running example = Running.start("account", environment(netsuite))) {
            example.awaitLine("Product flow: 80 rows read");

            assertThat(customer(example)).isEqualTo(200);
            assertThat(netsuite.tokenRequests()).isEqualTo(1);
            assertThat(netsuite.requests())
                    .extracting(request -> request.method() + " " + request.path())
                    .doesNotContain("POST /services/rest/record/v1/salesOrder");
        }
    }

    @Test
    void aShopOfOnesOwnIsNotConnectedToASimulatorByOversight() throws Exception {
        try (Running example = Running.start("oversight", Map.of("WEBHOOK_SECRET", "the-secret-of-the-shop"))) {
            example.awaitLine("to run against the simulator all the same, add -Dflows.simulator=true.");

            assertThat(example.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(example.process().exitValue()).isNotZero();
        }
    }

    private int customer(Running example) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(example.address().resolve("/customers/42"))
                .timeout(Duration.ofMinutes(1))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Map<String, String> environment(NetSuiteSimulator netsuite) {
        Credentials credentials = netsuite.credentials();
        return Map.of(
                "NETSUITE_ACCOUNT_ID", netsuite.accountId(),
                "NETSUITE_CONSUMER_KEY", netsuite.consumerKey(),
                "NETSUITE_CERTIFICATE_ID", credentials.certificateId(),
                "NETSUITE_PRIVATE_KEY", credentials.privateKeyPem(),
                "NETSUITE_SUITETALK_URL", netsuite.suiteTalkUrl().toString(),
                "NETSUITE_RESTLETS_URL", netsuite.restletsUrl().toString());
    }

    /** A process of its own; its output is kept in target/test-output. */
    private record Running(Process process, Path output) implements AutoCloseable {

        static Running start(String name, Map<String, String> environment) throws Exception {
            Path output =
                    Files.createDirectories(Path.of("target", "test-output")).resolve(name + ".log");
            ProcessBuilder java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // Its simulator makes keys and tokens too, which must not be in any log.
                            "-D" + SecretLedger.FOLDER + "="
                                    + Path.of(System.getProperty(SecretLedger.FOLDER, "target/secret-ledger"))
                                            .toAbsolutePath(),
                            "-Dquarkus.http.port=0",
                            "-Dflows.folder=target/test-flows",
                            "-jar",
                            JAR.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            java.environment()
                    .keySet()
                    .removeIf(variable -> variable.startsWith("NETSUITE_")
                            || variable.equals("SHOP_URL")
                            || variable.startsWith("WEBHOOK_SECRET"));
            java.environment().putAll(environment);
            return new Running(java.start(), output);
        }

        void awaitLine(String text) {
            await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || log().contains(text));
            assertThat(output).content().contains(text);
        }

        URI address() throws Exception {
            awaitLine("Listening on: ");
            Matcher listening = LISTENING.matcher(log());
            assertThat(listening.find()).isTrue();
            return URI.create(listening.group(1));
        }

        String log() throws Exception {
            return Files.readString(output);
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
