package io.github.camelnetsuite.examples.flows;

import static io.github.camelnetsuite.examples.flows.FlowsUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.shop.ShopStandIn;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(180)
class ProcessFlowsTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void withoutSettingsBothFlowsRunOnceAgainstTheSimulator(String routes) {
        int exitCode = run(Map.of(), "--once", "--routes=" + routes);

        assertThat(exitCode).as("exit code; %s", lines).isZero();
        assertThat(lines)
                .contains(
                        "Order flow: created customer SHOP-UK-C-17 in NetSuite, internal ID 61.",
                        "Order flow: created sales order SHOP-UK-1001 in NetSuite, internal ID 121.",
                        "Order flow: created sales order SHOP-EU-1001 in NetSuite, internal ID 122.",
                        "Order flow: sales order SHOP-UK-1001 is in NetSuite already, internal ID 121; left as it is.",
                        "Product flow: 80 rows read, 80 products sent to the shop, 0 already there, 0 failed. The watermark"
                                + " is 2025-01-02 00:00:26.",
                        "All went well.")
                .anyMatch(line -> line.matches("First row read \\d+\\.\\d s after the start of the JVM\\."))
                .anyMatch(line -> line.matches("Last order done \\d+\\.\\d s after the start of the JVM\\."));
    }

    @Test
    void withTheFourSettingsTheyRunAgainstThatAccount() {
        int exitCode = run(account(), "--once");

        assertThat(exitCode).as("exit code; %s", lines).isZero();
        assertThat(lines).contains("NetSuite: account 1234567.");
        assertThat(NETSUITE.simulator().tokenRequests()).isEqualTo(1);
        assertThat(NETSUITE.simulator().records().idOfExternal("salesOrder", "SHOP-UK-1001"))
                .as("made-up orders stay out of a real account")
                .isEmpty();
        assertThat(String.join("\n", lines))
                .doesNotContain(NETSUITE.simulator().consumerKey())
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void someOfTheFourSettingsAreRefused() {
        int exitCode = run(Map.of("NETSUITE_ACCOUNT_ID", "1234567", "NETSUITE_PRIVATE_KEY", "file:key.pem"), "--once");

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors)
                .hasToString(
                        "Of the four settings of a NetSuite account NETSUITE_ACCOUNT_ID, NETSUITE_PRIVATE_KEY are set, but"
                                + " NETSUITE_CONSUMER_KEY, NETSUITE_CERTIFICATE_ID are missing. Set all four to run against that"
                                + " account, or none to run against the simulator.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP_URL", "WEBHOOK_SECRET"})
    void aShopOfOnesOwnIsNotConnectedToTheSimulatorByOversight(String setting) {
        List<JsonNode> products = new CopyOnWriteArrayList<>();
        try (ShopStandIn shop = ShopStandIn.open(products::add)) {
            Map<String, String> environment = new LinkedHashMap<>(Map.of("WEBHOOK_SECRET", "the-secret-of-the-shop"));
            if (setting.equals("SHOP_URL")) {
                environment.put(setting, shop.url().toString());
            }

            assertThat(run(environment, "--once")).isEqualTo(2);
            assertThat(errors)
                    .hasToString(
                            "SHOP_URL or WEBHOOK_SECRET is set, but none of the four settings of a NetSuite account. A simulator"
                                    + " would forget the orders of that shop and send it products that are made up. Set"
                                    + " NETSUITE_ACCOUNT_ID, NETSUITE_CONSUMER_KEY, NETSUITE_CERTIFICATE_ID and"
                                    + " NETSUITE_PRIVATE_KEY; or, to run against the simulator all the same, add"
                                    + " --simulator.\n");
            assertThat(products).isEmpty();
            assertThat(lines).isEmpty();

            assertThat(run(environment, "--once", "--simulator")).isZero();
            assertThat(lines).anyMatch(line -> line.startsWith("NetSuite: a simulator in this JVM at "));
            assertThat(products).hasSize(setting.equals("SHOP_URL") ? 80 : 0);
        }
    }

    @Test
    void settingsOfAnAccountThatAreBlankAreRefused() {
        Map<String, String> environment = new LinkedHashMap<>(account());
        environment.replaceAll((variable, value) -> "");

        assertThat(run(environment, "--once")).isEqualTo(2);
        assertThat(errors.toString())
                .startsWith(
                        "NETSUITE_ACCOUNT_ID, NETSUITE_CONSUMER_KEY, NETSUITE_CERTIFICATE_ID, NETSUITE_PRIVATE_KEY are set"
                                + " but blank.");
        assertThat(lines).isEmpty();
    }

    @Test
    void theSimulatorCanBeAskedForWhateverTheEnvironmentSays() {
        assertThat(run(account(), "--once", "--simulator")).isZero();

        assertThat(lines).anyMatch(line -> line.startsWith("NetSuite: a simulator in this JVM at "));
        assertThat(NETSUITE.simulator().requests()).isEmpty();
    }

    @Test
    void anAccountIdThatIsNoneIsToldBeforeAnythingRuns() {
        Map<String, String> account = new LinkedHashMap<>(account());
        account.put("NETSUITE_ACCOUNT_ID", "../1234567");

        assertThat(run(account, "--once")).isEqualTo(2);
        assertThat(errors.toString()).startsWith("accountId '../1234567' is not an account ID.");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aKeyThatIsNoneIsToldBeforeAnythingRuns() {
        Map<String, String> account = new LinkedHashMap<>(account());
        account.put("NETSUITE_PRIVATE_KEY", "file:" + data.resolve("nowhere.pem"));

        int exitCode = run(account, "--once");

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors.toString()).startsWith("NetSuite account 'default': ").contains("nowhere.pem");
        assertThat(NETSUITE.simulator().requests()).isEmpty();
    }

    @Test
    void aShopThatRefusesAProductMakesTheExitCodeOne() {
        try (ShopStandIn shop = ShopStandIn.open(product -> {
            throw new IllegalArgumentException("closed");
        })) {
            Map<String, String> environment = new LinkedHashMap<>(account());
            environment.put("SHOP_URL", shop.url().toString());
            environment.put("WEBHOOK_SECRET", "the-secret-of-the-shop");

            assertThat(run(environment, "--once")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void anotherShopReceivesEverythingToo(String routes) {
        List<JsonNode> first = new CopyOnWriteArrayList<>();
        List<JsonNode> second = new CopyOnWriteArrayList<>();
        try (ShopStandIn one = ShopStandIn.open(first::add);
                ShopStandIn other = ShopStandIn.open(second::add)) {
            for (URI shop : List.of(one.url(), other.url(), one.url())) {
                Map<String, String> environment = new LinkedHashMap<>(account());
                environment.put("SHOP_URL", shop.toString());
                environment.put("WEBHOOK_SECRET", "the-secret-of-the-shop");
                assertThat(run(environment, "--once", "--routes=" + routes)).isZero();
            }
        }

        assertThat(first).hasSize(80);
        assertThat(second).hasSize(80);
    }

    @Test
    void oneCommandReplaysTheDeadLetters() throws Exception {
        NetSuiteSimulator netSuite = NETSUITE.simulator();
        Path inbox = data.resolve("1234567").resolve("inbox");
        Files.createDirectories(inbox);
        Files.writeString(inbox.resolve("SHOP-UK-7.x.json"), order("7", "uk", "SKU-NEW"));
        assertThat(run(account(), "--once")).isEqualTo(1);
        assertThat(data.resolve("1234567/dead-letters/SHOP-UK-7.x.json")).exists();
        netSuite.records().create("inventoryItem", Map.of("itemId", "SKU-NEW", "subsidiary", Map.of("id", "1")));

        int exitCode = run(account(), "--replay");

        assertThat(exitCode).as("exit code; %s", lines).isZero();
        assertThat(lines).contains("Put 1 dead letter back into the inbox.");
        assertThat(netSuite.records().idOfExternal("salesOrder", "SHOP-UK-7")).isPresent();
        assertThat(data.resolve("1234567/dead-letters")).isEmptyDirectory();
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aReplayThatDoesNotHelpSaysSo() throws Exception {
        Path deadLetters = data.resolve("1234567").resolve("dead-letters");
        Files.createDirectories(deadLetters);
        Files.writeString(deadLetters.resolve("SHOP-UK-7.x.json"), order("7", "uk", "SKU-NEW"));

        assertThat(run(account(), "--replay")).isEqualTo(1);
        assertThat(deadLetters.resolve("SHOP-UK-7.x.json")).exists();
        assertThat(deadLetters.resolve("SHOP-UK-7.x.json.reason.txt")).exists();
    }

    @Test
    void twoProcessesDoNotShareAFolder() throws Exception {
        try (FlowsUnderTest running = new FlowsUnderTest(NETSUITE.simulator(), data).start(RouteForm.JAVA)) {
            int exitCode = run(account(), "--once");

            assertThat(exitCode).isEqualTo(2);
            assertThat(errors)
                    .hasToString("The flows are running already with the data in "
                            + running.folder(".").normalize()
                            + ". Stop them first, or choose another folder with --data.\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, Press Ctrl-C", "TERM, Press Ctrl-C", "TERM, Routes in JAVA", "TERM, Webhook: "})
    void aSignalStopsThemInOrderWheneverItComes(String signal, String when) throws Exception {
        assumeTrue(!signal.equals("INT") || !interruptsAreIgnoredHere());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=log4j2.properties",
                "-classpath",
                System.getProperty("java.class.path"),
                ProcessFlows.class.getName(),
                "--data=" + data));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("NETSUITE_") || name.equals("SHOP_URL") || name.startsWith("WEBHOOK_SECRET"));
        // However slow the machine is: what matters here is the order.
        builder.environment().put("CAMEL_MAIN_SHUTDOWN_TIMEOUT", "60");
        Process process = builder.start();
        List<String> output = new CopyOnWriteArrayList<>();
        AtomicBoolean sent = new AtomicBoolean();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            CompletableFuture.runAsync(() -> reader.lines().forEach(line -> {
                        output.add(line);
                        if (line.contains(when) && sent.compareAndSet(false, true)) {
                            send(signal, process);
                        }
                    }))
                    .get(150, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).anyMatch(line -> line.endsWith("Stopping...")).noneMatch(line -> line.contains("Exception"));
        assertThat(output.get(output.size() - 1)).as("last line of %s", output).endsWith("Stopped.");
        // By convention, 128 and the number of the signal.
        assertThat(process.exitValue()).isEqualTo(signal.equals("INT") ? 130 : 143);
        if (when.equals("Press Ctrl-C")) {
            assertThat(output)
                    .anyMatch(line -> line.contains("access token granted until")
                            && line.contains("signed with ES256, certificate ID "));
        }
    }

    @Test
    void aTakenPortIsRefusedBeforeAnythingRuns() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exitCode = run(account(), "--port=" + taken.getLocalPort());

            assertThat(exitCode).isEqualTo(2);
            assertThat(errors)
                    .hasToString("Port " + taken.getLocalPort() + " is in use. Choose another with --port.\n");
        }
        assertThat(lines).noneMatch(line -> line.startsWith("Webhook") || line.startsWith("Product flow"));
        assertThat(NETSUITE.simulator().requests()).isEmpty();
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThat(run(account(), "--once", "--port=65536")).isEqualTo(2);
        assertThat(errors).hasToString("--port 65536 is no port. Choose 1 to 65535, or 0 for any free one.\n");
    }

    @Test
    void aPortThatIsFreeAgainServes() throws Exception {
        int free;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = once.getLocalPort();
        }

        assertThat(run(account(), "--once", "--port=" + free)).isZero();
        assertThat(lines).contains("Webhook: http://127.0.0.1:" + free + "/orders.");
    }

    @Test
    void withoutADataFolderEachRunWithTheSimulatorBeginsAnew() {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lines.clear();
            assertThat(execute(Map.of(), "--once")).as("exit code; %s", lines).isZero();
            assertThat(lines)
                    .anyMatch(line -> line.startsWith(
                            "Product flow: 80 rows read, 80 products sent to the shop, 0 already there"));
            folders.add(folderNamed());
        }

        assertThat(folders).doesNotHaveDuplicates().allSatisfy(folder -> {
            assertThat(folder).isAbsolute();
            assertThat(folder.resolve("simulator/inbox")).isEmptyDirectory();
            assertThat(folder.resolve("simulator/dead-letters")).isEmptyDirectory();
            assertThat(folder.resolve("simulator/products.stand-in.watermark")).isNotEmptyFile();
            assertThat(folder.resolve("simulator/sent.mv.db")).isNotEmptyFile();
        });
        assertThat(execute(Map.of(), "--once", "--data=" + folders.get(0))).isZero();
        assertThat(lines)
                .contains("Data in " + folders.get(0).resolve("simulator") + ".")
                .anyMatch(line -> line.contains("80 rows read, 0 products sent to the shop, 80 already there"));
    }

    @Test
    void aReplayWithTheSimulatorNeedsTheFolder() {
        assertThat(execute(Map.of(), "--replay")).isEqualTo(2);
        assertThat(errors)
                .hasToString(
                        "Each run with the simulator has a data folder of its own, so --replay needs that of the run to"
                                + " replay. Add --data and the folder that run named.\n");
    }

    @Test
    void anAccountOfOnesOwnWithoutASecretIsWarnedAbout() {
        String warning =
                "Warning: WEBHOOK_SECRET is not set, so nobody can sign an order: the webhook will refuse every one"
                        + " with 401. To take orders, set it to the secret the shop signs with (openssl rand -hex 32 makes one) and"
                        + " start again.";

        assertThat(run(account(), "--once")).isZero();
        assertThat(lines).contains(warning);

        lines.clear();
        Map<String, String> environment = new LinkedHashMap<>(account());
        environment.put("WEBHOOK_SECRET", "the-secret-of-the-shop");
        assertThat(run(environment, "--once")).isZero();
        assertThat(run(Map.of(), "--once")).isZero();
        assertThat(lines).doesNotContain(warning);
    }

    /** The folder a run has named to go on with. */
    private Path folderNamed() {
        String before = "add --data=";
        return lines.stream()
                .filter(line -> line.contains(before))
                .map(line -> Path.of(line.substring(line.indexOf(before) + before.length(), line.length() - 1)))
                .findFirst()
                .orElseThrow();
    }

    private static void send(String signal, Process process) {
        try {
            new ProcessBuilder("kill", "-s", signal, String.valueOf(process.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process started in the background of a script inherits that, and Java leaves it so. */
    private static boolean interruptsAreIgnoredHere() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
    }

    private int run(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data=" + data);
        return execute(environment, all.toArray(String[]::new));
    }

    private int execute(Map<String, String> environment, String... arguments) {
        CommandLine commandLine = ProcessFlows.commandLine(
                environment, new FlowParts(Clock.systemUTC(), new Narrator(lines::add), UnaryOperator.identity()));
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }

    private static Map<String, String> account() {
        return FlowsUnderTest.environment(NETSUITE.simulator());
    }
}
