package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the page on {@code check} shows really happens so. */
@Timeout(60)
class CheckPageTest {

    private static final CheckBench BENCH = new CheckBench("1234567_SB1");

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = BENCH.extension();

    @Test
    void aRunWithAWrongCertificateIdIsShown() throws IOException {
        Credentials current = BENCH.netSuite().credentials();
        Credentials revoked = BENCH.netSuite().newCredentials(KeyKind.P_256);
        BENCH.netSuite().revokeCertificate(revoked.certificateId());
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate(current).certificateId(revoked.certificateId()));
        new GeneratedSection("check.md", "failed-run").is(block(report, current, revoked));
    }

    @Test
    void aRunInWhichEverythingWorksIsShown() throws IOException {
        Credentials current = BENCH.netSuite().credentials();
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate(current));
        new GeneratedSection("check.md", "passed-run").is(block(report, current, current));
    }

    @Test
    void theChecksAreListedInTheirOrder() throws IOException {
        String page = Files.readString(Path.of("../docs/check.md"));
        List<String> listed = new ArrayList<>();
        page.lines().filter(line -> line.startsWith("| `")).forEach(line -> listed.add(line.split("`", -1)[1]));
        assertThat(listed)
                .startsWith(Arrays.stream(CheckStep.values()).map(CheckStep::id).toArray(String[]::new));
    }

    @Test
    void theJavaOfThePageGivesTheReport(@TempDir Path folder) throws IOException {
        Credentials credentials = BENCH.netSuite().credentials();
        Path keyFile = Files.writeString(folder.resolve("auth-key.pem"), credentials.privateKeyPem());
        try (CloseableHttpClient http = CheckBench.client()) {
            assertThat(fromJava(credentials.consumerKey(), credentials.certificateId(), keyFile, http))
                    .isEqualTo("settings ok, account fail");
        }
    }

    private static String fromJava(String consumerKey, String certificateId, Path keyFile, HttpClient httpClient) {
        String suiteTalkUrl = "https://not-netsuite.example";
        // snippet:java
        CheckSettings settings = CheckSettings.builder()
                .accountId("1234567_SB1")
                .consumerKey(consumerKey)
                .certificateId(certificateId)
                .privateKey(KeyMaterial.file(keyFile))
                .suiteTalkUrl(suiteTalkUrl) // may be left out
                .build();
        CheckReport report =
                NetSuiteCheck.of(settings, httpClient, Clock.systemUTC()).run();
        if (!report.passed()) {
            System.out.println(report.toText());
        }
        // end:java
        return report.findings().stream()
                .limit(2)
                .map(finding ->
                        finding.step().id() + " " + finding.level().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Ports and certificate IDs differ from run to run; those put in their place are as long. */
    private static String block(CheckReport report, Credentials current, Credentials other) {
        String text = report.toText()
                .replace(":" + BENCH.netSuite().suiteTalkAddress().getPort(), ":45001")
                .replace(":" + BENCH.netSuite().restletsAddress().getPort(), ":45002")
                .replace(current.certificateId(), "Zb7mR0sFz0n8Ypq3gq2gW5xwq6c1m3v0c3tq1nQe4xU")
                .replace(other.certificateId(), "aQ8rY2kLr5cV0wN7tB1xE4uJ6zM3pD9sG-hK_fT2vXo");
        return "```text\n" + text + "```\n";
    }
}
