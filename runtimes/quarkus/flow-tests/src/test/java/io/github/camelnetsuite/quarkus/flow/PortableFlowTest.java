package io.github.camelnetsuite.quarkus.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The flow of {@code examples/flow} as Quarkus packages it, in a JVM of its own, with its two files as they are and the settings in
 * the environment.
 */
@Timeout(240)
class PortableFlowTest {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    @RegisterExtension
    static final NetSuiteSimulatorExtension HERE = new NetSuiteSimulatorExtension();

    @RegisterExtension
    static final NetSuiteSimulatorExtension EU =
            NetSuiteSimulatorExtension.with(builder -> builder.accountId("7654321_SB1"));

    private final Path output = Path.of("target", "test-output");
    private final Path log = output.resolve("flow.log");

    @Test
    void runsUnchangedOnQuarkus() throws Exception {
        Process flow = start();
        try {
            await().atMost(Duration.ofMinutes(3)).until(() -> !flow.isAlive() || log().contains("Customer 44 is "));

            assertThat(log()).contains("Customer 42 is ", "Customer 43 is ", "Customer 44 is ");
        } finally {
            flow.destroy();
            assertThat(flow.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(paths(HERE.simulator()))
                .containsExactly(
                        "/services/rest/auth/oauth2/v1/token",
                        "/services/rest/query/v1/suiteql",
                        "/services/rest/record/v1/customer/42",
                        "/services/rest/record/v1/customer/43",
                        "/services/rest/record/v1/customer/44");
        assertThat(paths(EU.simulator()))
                .containsExactly(
                        "/services/rest/auth/oauth2/v1/token",
                        "/services/rest/record/v1/customer/42",
                        "/services/rest/record/v1/customer/43",
                        "/services/rest/record/v1/customer/44");
    }

    private Process start() throws IOException {
        Files.createDirectories(output);
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toAbsolutePath().toString())
                .directory(output.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        set(java.environment(), "NETSUITE_", HERE.simulator());
        set(java.environment(), "NETSUITE_EU_", EU.simulator());
        return java.start();
    }

    private static void set(Map<String, String> environment, String prefix, NetSuiteSimulator netsuite) {
        Credentials credentials = netsuite.credentials();
        environment.put(prefix + "ACCOUNT_ID", netsuite.accountId());
        environment.put(prefix + "CONSUMER_KEY", netsuite.consumerKey());
        environment.put(prefix + "CERTIFICATE_ID", credentials.certificateId());
        environment.put(prefix + "PRIVATE_KEY", credentials.privateKeyPem());
        environment.put(prefix + "SUITETALK_URL", netsuite.suiteTalkUrl().toString());
    }

    private static List<String> paths(NetSuiteSimulator netsuite) {
        return netsuite.requests().stream().map(RecordedRequest::path).toList();
    }

    private String log() throws IOException {
        return Files.readString(log);
    }
}
