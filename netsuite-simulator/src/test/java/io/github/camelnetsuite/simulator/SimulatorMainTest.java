package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class SimulatorMainTest {

    @TempDir
    Path directory;

    /** Tells the test when everything has been printed. */
    private static final class Screen extends StringWriter {

        private final CountDownLatch printed = new CountDownLatch(1);

        @Override
        public void flush() {
            printed.countDown();
        }
    }

    private static String value(Screen screen, String label) {
        Matcher matcher = Pattern.compile(label + " +(\\S+)").matcher(screen.toString());
        assertThat(matcher.find()).as(screen.toString()).isTrue();
        return matcher.group(1);
    }

    @Test
    void itPrintsSettingsThatWorkAndCleansUp() throws Exception {
        var stop = new CountDownLatch(1);
        var screen = new Screen();
        CommandLine commandLine = SimulatorMain.commandLine(stop).setOut(new PrintWriter(screen, false));
        var exit = CompletableFuture.supplyAsync(
                () -> commandLine.execute("--port=0", "--restlets-port=0", "--account-id=1234567_SB1", "--items=5"));
        assertThat(screen.printed.await(30, TimeUnit.SECONDS)).isTrue();

        Path key = Path.of(value(screen, "private key").substring("file:".length()));
        assertThat(value(screen, "account ID")).isEqualTo("1234567_SB1");
        assertThat(value(screen, "consumer key")).matches("[0-9a-f]{64}");
        assertThat(value(screen, "certificate ID")).hasSize(43);
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(screen.toString())
                .contains("  export NETSUITE_PRIVATE_KEY=file:" + key + "\n")
                .contains("  export NETSUITE_CERTIFICATE=file:" + key.resolveSibling("auth-cert.pem") + "\n")
                .doesNotContain("BEGIN");

        stop.countDown();

        assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(key).doesNotExist();
        assertThat(key.getParent()).doesNotExist();
    }

    @Test
    void aTakenPortIsSaidPlainly() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var errors = new StringWriter();

            int exit = SimulatorMain.commandLine(new CountDownLatch(1))
                    .setErr(new PrintWriter(errors, true))
                    .execute("--port=" + taken.getLocalPort(), "--restlets-port=0");

            assertThat(exit).isEqualTo(1);
            assertThat(errors.toString().strip())
                    .isEqualTo("Cannot serve SUITETALK on 127.0.0.1:" + taken.getLocalPort()
                            + ". Choose another port, or 0 for any free one.");
        }
    }

    @Test
    void thePortMostOthersUseIsLeftToThem() {
        var out = new StringWriter();

        SimulatorMain.commandLine(new CountDownLatch(1))
                .setOut(new PrintWriter(out, true))
                .execute("--help");

        assertThat(out.toString())
                .contains("Default: 9080")
                .contains("Default: 9081")
                .doesNotContain("808");
    }

    @Test
    void aReportOfBehavioursIsSummarised() throws IOException {
        Path report = directory.resolve("report.jsonl");
        Files.writeString(report, """
                {"test":"A","passed":true,"behaviour":"COOKIE","evidence":"ASSUMED","mode":"ignored","exercised":2}
                {"test":"A","passed":true,"behaviour":"HAS_MORE","evidence":"OBSERVED","mode":"included","exercised":1}
                {"test":"B","passed":true,"behaviour":"HAS_MORE","evidence":"OBSERVED","mode":"included","exercised":1}
                {"test":"C","passed":false,"behaviour":"COOKIE","evidence":"ASSUMED","mode":"ignored","exercised":1}
                """);
        var out = new StringWriter();

        SimulatorMain.commandLine(new CountDownLatch(1))
                .setOut(new PrintWriter(out, true))
                .execute("behaviours", report.toString());

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        1 of 2 passing tests with the simulator rest on behaviour that is assumed, not published.
                          COOKIE                       1
                        """);
    }
}
