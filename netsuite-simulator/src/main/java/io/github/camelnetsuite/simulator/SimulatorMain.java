package io.github.camelnetsuite.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a simulator until Ctrl-C and prints settings that work with it. The private key goes to a file, never to the screen. */
@Command(
        name = "netsuite-simulator",
        mixinStandardHelpOptions = true,
        description = "A NetSuite account on loopback, with sample data.",
        subcommands = BehaviourSummary.class)
public final class SimulatorMain implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--account-id", defaultValue = "1234567", description = "Account ID. Default: ${DEFAULT-VALUE}")
    private String accountId = "";

    @Option(
            names = "--port",
            defaultValue = "9080",
            description = "Port for suitetalk; 0 for a free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--restlets-port",
            defaultValue = "9081",
            description = "Port for restlets; 0 for a free one. Default: ${DEFAULT-VALUE}")
    private int restletsPort;

    @Option(names = "--customers", defaultValue = "60", description = "How many customers. Default: ${DEFAULT-VALUE}")
    private int customers;

    @Option(names = "--items", defaultValue = "80", description = "How many items. Default: ${DEFAULT-VALUE}")
    private int items;

    @Option(names = "--orders", defaultValue = "90", description = "How many sales orders. Default: ${DEFAULT-VALUE}")
    private int orders;

    @Option(
            names = "--quirk",
            paramLabel = "NAME=MODE",
            description = "Puts one quirk into another mode, as in EXPIRES_IN=string. May be repeated.")
    private Map<Quirk, String> quirks = new LinkedHashMap<>();

    @Option(
            names = "--concurrency-limit",
            paramLabel = "N",
            description = "Lets so many API requests run at once, on both ports together. Default: no limit")
    private Optional<Integer> concurrencyLimit = Optional.empty();

    @Option(
            names = "--integration-concurrency-limit",
            paramLabel = "N",
            description = "The integration's own slice of that limit. Default: none")
    private Optional<Integer> integrationLimit = Optional.empty();

    @Option(
            names = "--processing",
            paramLabel = "TIME",
            defaultValue = "PT0S",
            description = "How long each API request takes, as in PT0.2S. Default: no time")
    private Duration processing = Duration.ZERO;

    @Option(
            names = "--fault",
            paramLabel = "WORDS",
            description = "Sets up a fault, as in on=writes,rate=0.05,effect=loseAnswer. May be repeated.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--churn",
            paramLabel = "TYPE=I,C,D",
            description =
                    "Before each page that is read inserts, changes and deletes so many rows, as in inventoryItem=2,5,1."
                            + " May be repeated.")
    private Map<String, String> churn = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides which requests rates strike and which rows churn. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--control-port",
            paramLabel = "PORT",
            description =
                    "Port to turn switches and read counts on, in JSON, without login; 0 for a free one. Default: none")
    private Optional<Integer> controlPort = Optional.empty();

    @Option(
            names = "--until-stdin-ends",
            description = "Ends when standard input does, for a process that starts the simulator as its child.")
    private boolean untilStdinEnds;

    private final CountDownLatch stop;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private SimulatorMain(CountDownLatch stop) {
        this.stop = stop;
    }

    /** Starts the simulator. Exit code 1 when it could not start, 2 for wrong options; a signal ends it after cleaning up. */
    public static void main(String[] arguments) {
        // Or each answer of the control port waits 40 ms for the caller's acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(commandLine(new CountDownLatch(1)).execute(arguments));
    }

    static CommandLine commandLine(CountDownLatch stop) {
        return new CommandLine(new SimulatorMain(stop))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        NetSuiteSimulator.Builder builder = NetSuiteSimulator.builder()
                .accountId(accountId)
                .ports(port, restletsPort)
                .sampleRows(customers, items, orders);
        quirks.forEach(builder::quirk);
        builder.settings(settings -> {
            concurrencyLimit.ifPresent(settings::concurrencyLimit);
            integrationLimit.ifPresent(settings::integrationConcurrencyLimit);
            settings.processing(processing);
        });
        var hook = new Thread(this::stopAndWait, "netsuite-simulator-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            serve(builder);
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private void serve(NetSuiteSimulator.Builder builder) throws IOException, InterruptedException {
        try (NetSuiteSimulator simulator = builder.start();
                Controls controls = controls(simulator)) {
            Path directory = Files.createTempDirectory("netsuite-simulator");
            Path key = directory.resolve("auth-key.pem");
            Path certificate = directory.resolve("auth-cert.pem");
            try {
                Files.createFile(key, ownerOnly());
                Files.writeString(key, simulator.credentials().privateKeyPem());
                Files.writeString(certificate, simulator.credentials().certificatePem());
                print(simulator, key, certificate, controls);
                if (untilStdinEnds) {
                    endWithStandardInput();
                }
                stop.await();
            } finally {
                Files.deleteIfExists(key);
                Files.deleteIfExists(certificate);
                Files.deleteIfExists(directory);
            }
        }
    }

    /** What was asked for beside the simulator itself. */
    private record Controls(List<String> inForce, Optional<ControlPort> port) implements AutoCloseable {
        @Override
        public void close() {
            port.ifPresent(ControlPort::close);
        }
    }

    private Controls controls(NetSuiteSimulator simulator) {
        var inForce = new ArrayList<String>();
        quirks.forEach((quirk, mode) -> inForce.add("quirk            " + quirk + "=" + mode));
        concurrencyLimit.ifPresent(limit -> inForce.add("limit            " + limit + " requests at once"));
        integrationLimit.ifPresent(limit -> inForce.add("limit            " + limit + " for the integration"));
        if (!processing.isZero()) {
            inForce.add("processing       " + processing);
        }
        simulator.faults().seed(seed);
        simulator.churn().seed(seed);
        List<FaultOrder> orders = faults.stream().map(FaultOrder::parse).toList();
        orders.forEach(order -> inForce.add("fault            " + order));
        churn.forEach((type, counts) -> {
            int[] rows = rows(counts);
            simulator.churn().perPage(type, rows[0], rows[1], rows[2]);
            inForce.add("churn            " + type + "=" + counts);
        });
        Optional<ControlPort> port = controlPort.map(number -> ControlPort.start(simulator, number, orders));
        if (port.isEmpty()) {
            orders.forEach(order -> order.setUp(simulator.faults()));
        }
        return new Controls(inForce, port);
    }

    private static int[] rows(String counts) {
        if (!counts.matches("\\d{1,6},\\d{1,6},\\d{1,6}")) {
            throw new IllegalArgumentException("'" + counts + "' is not like 2,5,1: rows to insert, change and delete");
        }
        return Arrays.stream(counts.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private void endWithStandardInput() {
        var reading = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // It has ended, only less politely.
                    }
                    stop.countDown();
                },
                "netsuite-simulator-stdin");
        reading.setDaemon(true);
        reading.start();
    }

    /** Ctrl-C ends the JVM as soon as its hooks have run, so this one waits until files and ports are gone. */
    private void stopAndWait() {
        stop.countDown();
        try {
            stopped.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(NetSuiteSimulator simulator, Path key, Path certificate, Controls controls) {
        PrintWriter out = spec.commandLine().getOut();
        Credentials credentials = simulator.credentials();
        out.println("NetSuite simulator for account " + credentials.accountId() + ", ready. Ctrl-C ends it.");
        out.println();
        out.println("  suitetalk URL    " + simulator.suiteTalkUrl());
        out.println("  restlets URL     " + simulator.restletsUrl());
        out.println("  account ID       " + credentials.accountId());
        out.println("  consumer key     " + credentials.consumerKey());
        out.println("  certificate ID   " + credentials.certificateId());
        out.println("  private key      file:" + key);
        out.println("  certificate      file:" + certificate);
        controls.port().ifPresent(port -> out.println("  control URL      " + port.url()));
        controls.inForce().forEach(line -> out.println("  " + line));
        out.println();
        out.println("As environment variables:");
        out.println();
        out.println("  export NETSUITE_SUITETALK_URL=" + simulator.suiteTalkUrl());
        out.println("  export NETSUITE_RESTLETS_URL=" + simulator.restletsUrl());
        out.println("  export NETSUITE_ACCOUNT_ID=" + credentials.accountId());
        out.println("  export NETSUITE_CONSUMER_KEY=" + credentials.consumerKey());
        out.println("  export NETSUITE_CERTIFICATE_ID=" + credentials.certificateId());
        out.println("  export NETSUITE_PRIVATE_KEY=file:" + key);
        out.println("  export NETSUITE_CERTIFICATE=file:" + certificate);
        out.flush();
    }

    /** Nobody else may read the key. */
    private static FileAttribute<?>[] ownerOnly() {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                }
                : new FileAttribute<?>[0];
    }
}
