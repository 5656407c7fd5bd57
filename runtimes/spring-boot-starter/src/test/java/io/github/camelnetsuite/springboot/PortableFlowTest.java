package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The flow of {@code examples/flow} in a JVM of its own, with its two files as they are on the class path and the settings in the
 * environment. Actuator and Micrometer are not on that class path.
 */
@Timeout(240)
class PortableFlowTest {

    private static final Path FLOW = Path.of("..", "..", "examples", "flow");

    private final Path output = Path.of("target", "test-output");
    private final Path log = output.resolve("portable-flow.log");

    @Test
    void runsUnchangedOnSpringBoot() throws Exception {
        try (NetSuiteSimulator here = NetSuiteSimulator.start();
                NetSuiteSimulator eu =
                        NetSuiteSimulator.builder().accountId("7654321_SB1").start()) {
            Process flow = start(here, eu);
            try {
                await().atMost(Duration.ofMinutes(3)).until(() -> !flow.isAlive() || log().contains("Customer 44 is "));

                assertThat(log()).contains("Customer 42 is ", "Customer 43 is ", "Customer 44 is ");
            } finally {
                flow.destroy();
                assertThat(flow.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(here.requests()).anyMatch(request -> request.path().endsWith("/record/v1/customer/44"));
            assertThat(eu.requests()).anyMatch(request -> request.path().endsWith("/record/v1/customer/44"));
        }
    }

    private Process start(NetSuiteSimulator here, NetSuiteSimulator eu) throws IOException {
        Files.createDirectories(output);
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        FLOW.toAbsolutePath().normalize() + File.pathSeparator + withoutActuator(),
                        PortableFlowApplication.class.getName(),
                        "--spring.main.web-application-type=none",
                        "--camel.main.run-controller=true")
                .directory(output.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        set(java.environment(), "NETSUITE_", here);
        set(java.environment(), "NETSUITE_EU_", eu);
        return java.start();
    }

    private static String withoutActuator() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.matches(".*(actuator|micrometer-(core|jakarta9)|test-autoconfigure).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void set(Map<String, String> environment, String prefix, NetSuiteSimulator netSuite) {
        Credentials credentials = netSuite.credentials();
        environment.put(prefix + "ACCOUNT_ID", netSuite.accountId());
        environment.put(prefix + "CONSUMER_KEY", netSuite.consumerKey());
        environment.put(prefix + "CERTIFICATE_ID", credentials.certificateId());
        environment.put(prefix + "PRIVATE_KEY", credentials.privateKeyPem());
        environment.put(prefix + "SUITETALK_URL", netSuite.suiteTalkUrl().toString());
    }

    private String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
