package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void whatIsInForceIsPrintedAndCanBeControlled() throws Exception {
        var stop = new CountDownLatch(1);
        var screen = new Screen();
        CommandLine commandLine = SimulatorMain.commandLine(stop).setOut(new PrintWriter(screen, false));
        var exit = CompletableFuture.supplyAsync(() -> commandLine.execute(
                "--port=0",
                "--restlets-port=0",
                "--control-port=0",
                "--concurrency-limit=5",
                "--integration-concurrency-limit=4",
                "--processing=PT0.001S",
                "--fault=on=writes,rate=0.05,effect=loseAnswer",
                "--churn=inventoryItem=2,5,1",
                "--seed=7",
                "--quirk=EXPIRES_IN=string"));
        assertThat(screen.printed.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(screen.toString())
                .contains(
                        "limit            5 requests at once",
                        "limit            4 for the integration",
                        "processing       PT0.001S",
                        "fault            effect=loseAnswer,on=writes,rate=0.05",
                        "churn            inventoryItem=2,5,1",
                        "quirk            EXPIRES_IN=string");
        HttpResponse<String> traffic = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(value(screen, "control URL") + "/traffic"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(traffic.body()).contains("\"fault\":\"effect=loseAnswer,on=writes,rate=0.05\",\"hits\":0");

        stop.countDown();
        assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void itEndsWithTheProcessThatStartedIt() throws Exception {
        InputStream before = System.in;
        var screen = new Screen();
        CommandLine commandLine =
                SimulatorMain.commandLine(new CountDownLatch(1)).setOut(new PrintWriter(screen, false));
        try (var parent = new PipedOutputStream();
                var child = new PipedInputStream(parent)) {
            System.setIn(child);
            var exit = CompletableFuture.supplyAsync(() -> commandLine.execute(
                    "--port=0", "--restlets-port=0", "--until-stdin-ends", "--fault=effect=throttle"));
            assertThat(screen.printed.await(30, TimeUnit.SECONDS)).isTrue();

            parent.close();

            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fault=effect=explode",
                "--fault=nonsense",
                "--churn=inventoryItem=1",
                "--churn=unicorn=1,1,1",
                "--processing=fast"
            })
    void aWrongOptionEndsIt(String option) {
        var errors = new StringWriter();

        int exit = SimulatorMain.commandLine(new CountDownLatch(1))
                .setErr(new PrintWriter(errors, true))
                .execute("--port=0", "--restlets-port=0", option);

        assertThat(exit).isNotZero();
        assertThat(errors.toString()).isNotBlank();
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
