package io.github.camelnetsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page shows the class without a package, so that is how it is tried first. */
@Timeout(180)
@ExtendWith(NetSuiteSimulatorExtension.class)
class FirstRouteAsCopiedTest {

    @TempDir
    Path folder;

    @Test
    void theFirstRouteRunsWithoutAPackage(NetSuiteSimulator netsuite) throws Exception {
        String source = Files.readString(Path.of("src/test/java/io/github/camelnetsuite/docs/FirstRoute.java"));
        Path copied = Files.writeString(folder.resolve("FirstRoute.java"), source.replaceFirst("package [\\w.]+;", ""));
        Files.writeString(folder.resolve("application.properties"), """
                camel.component.netsuite.accountId = {{env:NETSUITE_ACCOUNT_ID}}
                camel.component.netsuite.consumerKey = {{env:NETSUITE_CONSUMER_KEY}}
                camel.component.netsuite.certificateId = {{env:NETSUITE_CERTIFICATE_ID}}
                camel.component.netsuite.privateKey = {{env:NETSUITE_PRIVATE_KEY}}
                camel.component.netsuite.suiteTalkUrl = {{env:NETSUITE_SUITETALK_URL}}
                camel.component.netsuite.restletsUrl = {{env:NETSUITE_RESTLETS_URL}}
                """);
        String java = Path.of(System.getProperty("java.home"), "bin").toString() + File.separator;
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        finish(new ProcessBuilder(
                java + "javac", "-proc:none", "-cp", classPath, "-d", folder.toString(), copied.toString()));
        ProcessBuilder run = new ProcessBuilder(
                java + "java",
                "-Dlog4j2.configurationFile=" + Path.of("src/test/resources/docs/log4j2.properties"),
                "-cp",
                classPath,
                "FirstRoute",
                "-dm",
                "1");
        run.environment().put("NETSUITE_ACCOUNT_ID", netsuite.accountId());
        run.environment().put("NETSUITE_CONSUMER_KEY", netsuite.consumerKey());
        run.environment().put("NETSUITE_CERTIFICATE_ID", netsuite.credentials().certificateId());
        run.environment().put("NETSUITE_PRIVATE_KEY", netsuite.credentials().privateKeyPem());
        run.environment().put("NETSUITE_SUITETALK_URL", netsuite.suiteTalkUrl().toString());
        run.environment().put("NETSUITE_RESTLETS_URL", netsuite.restletsUrl().toString());

        finish(run);

        assertThat(netsuite.apiRequests()).isEqualTo(1);
        assertThat(folder.resolve("output"))
                .content()
                .contains(
                        "NetSuite account 'default' (" + netsuite.accountId(),
                        "access token granted",
                        "Harbour Foods 42");
    }

    private void finish(ProcessBuilder builder) throws Exception {
        File output = folder.resolve("output").toFile();
        Process process =
                builder.redirectErrorStream(true).redirectOutput(output).start();
        try {
            assertThat(process.waitFor(80, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(output.toPath()))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
