package io.github.camelnetsuite.camelcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code camel run} in a JVM of its own. It takes the component from the Maven repository {@code target/repository}, and of
 * everything else what the build has downloaded or Maven Central offers.
 */
@Timeout(600)
class CamelCliTest {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FLOW =
            Path.of("../../examples/flow").toAbsolutePath().normalize();

    @RegisterExtension
    static final NetSuiteSimulatorExtension HERE = new NetSuiteSimulatorExtension();

    @RegisterExtension
    static final NetSuiteSimulatorExtension EU =
            NetSuiteSimulatorExtension.with(builder -> builder.accountId("7654321_SB1"));

    @Test
    void theFlowRunsUnchangedWithItsDependencyFromItsProperties() throws Exception {
        String log = run(FLOW.resolve("camel/netsuite-flow.yaml"), "Customer 44 is ");

        assertThat(log).contains("Customer 42 is ", "Customer 43 is ");
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

    @Test
    void aKameletOfTheJarIsFound() throws Exception {
        String log = run(Path.of("src/test/resources/kamelet-flow.camel.yaml"), "\"id\":\"44\"");

        assertThat(log).contains("\"id\":\"42\"", "\"id\":\"43\"");
    }

    /** Gives what the flow logged until it had logged this. */
    private static String run(Path flow, String last) throws Exception {
        String name = String.valueOf(flow.getFileName());
        // Only the application.properties of the working directory is read early enough for its dependencies.
        Path folder = Files.createDirectories(TARGET.resolve("test-output").resolve(name.replaceFirst("\\..*", "")));
        Files.copy(flow, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                FLOW.resolve("application.properties"),
                folder.resolve("application.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        Path log = folder.resolve("camel-cli.log");
        Process camel = start(folder, log, name);
        try {
            await().atMost(Duration.ofMinutes(8))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !camel.isAlive() || Files.readString(log).contains(last));
        } finally {
            camel.destroy();
            if (!camel.waitFor(60, TimeUnit.SECONDS)) {
                camel.destroyForcibly();
            }
        }
        String text = Files.readString(log);
        assertThat(text).contains(last);
        return text;
    }

    private static Process start(Path folder, Path log, String flow) throws IOException {
        ProcessBuilder camel = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Nothing of this run is left in anybody's home or Maven repository.
                        "-Duser.home=" + TARGET.resolve("home"),
                        "-Dmaven.repo.local=" + TARGET.resolve("repository"),
                        "-classpath",
                        TARGET.resolve("test-classes")
                                + File.pathSeparator
                                + Files.readString(TARGET.resolve("camel-cli.classpath")),
                        CamelCli.class.getName(),
                        "run",
                        flow,
                        "application.properties",
                        "--repos="
                                + Path.of(System.getProperty("build.repository"))
                                        .toUri(),
                        "--maven-apache-snapshot-enabled=false",
                        "--logging-color=false")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        set(camel.environment(), "NETSUITE_", HERE.simulator());
        set(camel.environment(), "NETSUITE_EU_", EU.simulator());
        return camel.start();
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
}
