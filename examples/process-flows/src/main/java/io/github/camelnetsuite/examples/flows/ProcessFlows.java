package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import io.github.camelnetsuite.examples.flows.orders.DeadLetters;
import io.github.camelnetsuite.examples.flows.shop.SampleOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the product flow and the order flow. */
@Command(
        name = "process-flows",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a product flow from NetSuite to a shop and an order flow from the shop to NetSuite.",
            "Without further settings NetSuite is a simulator in the same JVM and the shop a stand-in.",
            "With NETSUITE_ACCOUNT_ID, NETSUITE_CONSUMER_KEY, NETSUITE_CERTIFICATE_ID and NETSUITE_PRIVATE_KEY (text or"
                    + " file:) in the environment, NetSuite is that account; with SHOP_URL and WEBHOOK_SECRET the shop is that one."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all went well", "1:something of a flow failed", "2:a setting is wrong"})
public final class ProcessFlows implements Callable<Integer> {

    private static final Path DATA = Path.of("target", "flows");

    private static final Duration LONGEST_FIRST_ROUND = Duration.ofMinutes(10);

    private final Map<String, String> environment;
    private final FlowParts parts;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--routes",
            defaultValue = "java",
            description = "Form of the routes: java or yaml (${DEFAULT-VALUE}).")
    private RouteForm routes = RouteForm.JAVA;

    @Option(
            names = "--simulator",
            description =
                    "Run against the simulator, whatever the environment says of NetSuite. A shop of your own needs this to"
                            + " be connected to it.")
    private boolean simulator;

    @Option(names = "--once", description = "Run both flows once, then exit.")
    private boolean once;

    @Option(
            names = "--replay",
            description = "Put all dead letters back into the inbox, process the inbox once, then exit.")
    private boolean replay;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "Folder for data; by default target/flows, and with the simulator and the stand-in a new one in it for"
                            + " each run.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--port",
            description = "Port of the webhook; by default 8080 with an account, and any free port with the simulator.")
    private Optional<Integer> port = Optional.empty();

    ProcessFlows(Map<String, String> environment, FlowParts parts) {
        this.environment = Map.copyOf(environment);
        this.parts = parts;
    }

    public static void main(String[] args) {
        System.exit(commandLine(System.getenv(), FlowParts.standard()).execute(args));
    }

    static CommandLine commandLine(Map<String, String> environment, FlowParts parts) {
        return new CommandLine(new ProcessFlows(environment, parts))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(false);
    }

    @Override
    public Integer call() throws Exception {
        try (StopSignal signal = StopSignal.listen(parts.narrator())) {
            return call(signal);
        }
    }

    private int call(StopSignal signal) throws Exception {
        SimulatorSwitch simulate = new SimulatorSwitch(simulator, "--simulator");
        try (Surroundings surroundings = signal.open(() -> Surroundings.open(environment, simulate, parts))) {
            FlowSettings settings = settings(surroundings);
            if (replay) {
                replay(settings);
            }
            return run(settings, surroundings, signal);
        } catch (Exception e) {
            if (signal.received()) {
                // What fails now fails because everything is being closed under it.
                return CommandLine.ExitCode.SOFTWARE;
            }
            if (e instanceof IllegalArgumentException
                    || e instanceof IllegalStateException
                    || e instanceof NetSuiteConfigurationException) {
                return wrong(e);
            }
            throw e;
        }
    }

    private int run(FlowSettings settings, Surroundings surroundings, StopSignal signal) throws Exception {
        Narrator narrator = parts.narrator();
        narrator.say("Routes in " + routes + ".");
        try (RunningFlows flows = signal.open(() -> start(settings, surroundings))) {
            narrator.say("Webhook: " + flows.webhook() + ".");
            boolean well = firstRound(flows, settings, surroundings);
            if (!once && !replay) {
                narrator.say("Both flows have run once and go on. Press Ctrl-C to stop them.");
                new CountDownLatch(1).await();
            }
            narrator.say(
                    well
                            ? "All went well."
                            : "Not all went well; the lines above say what. What Maven adds below, if it was Maven that ran this, says no more.");
            return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (StartException e) {
            if (signal.received()) {
                throw e;
            }
            return wrong(e);
        }
    }

    private boolean firstRound(RunningFlows flows, FlowSettings settings, Surroundings surroundings) throws Exception {
        boolean taken = true;
        if (surroundings.standIns() && !replay) {
            taken = new SampleOrders(flows.webhook(), settings.shop().secrets().get(0), parts.clock(), parts.narrator())
                    .send();
        }
        boolean inTime = flows.firstRound().await(!replay, LONGEST_FIRST_ROUND);
        if (!inTime) {
            parts.narrator().say("The flows have not run once within " + LONGEST_FIRST_ROUND.toMinutes() + " minutes.");
        }
        return taken && inTime && flows.firstRound().well();
    }

    private FlowSettings settings(Surroundings surroundings) throws IOException {
        boolean fresh = data.isEmpty() && surroundings.standIns();
        if (fresh && replay) {
            throw new IllegalArgumentException(
                    "Each run with the simulator has a data folder of its own, so --replay needs"
                            + " that of the run to replay. Add --data and the folder that run named.");
        }
        Path folder = (fresh ? DataFolders.fresh(DATA, parts.clock()) : data.orElse(DATA))
                .toAbsolutePath()
                .normalize();
        FlowSettings settings = new FlowSettings(
                routes,
                folder,
                port.orElse(surroundings.account().simulated() || once || replay ? 0 : 8080),
                surroundings.account(),
                surroundings.shop(),
                Map.of());
        parts.narrator()
                .say("Data in " + settings.accountFolder() + "."
                        + (fresh ? " It is new for this run; to go on with it, add --data=" + folder + "." : ""));
        return settings.with("products.by-cron", String.valueOf(!once && !replay))
                .with("products.at-start", String.valueOf(!replay));
    }

    private void replay(FlowSettings settings) throws Exception {
        try (DataFolders folders = DataFolders.open(settings.accountFolder())) {
            DurableFolder inbox = folders.inbox();
            int orders = DeadLetters.replay(folders.deadLetters(), inbox);
            parts.narrator().say("Put " + Narrator.count(orders, "dead letter") + " back into the inbox.");
        }
    }

    /** Wrong settings are told by their message, without a stack trace. */
    private RunningFlows start(FlowSettings settings, Surroundings surroundings) throws StartException {
        try {
            return RunningFlows.start(settings, surroundings.shopUrl(), parts);
        } catch (Exception e) {
            throw new StartException(e);
        }
    }

    private int wrong(Throwable failure) {
        Throwable told = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            told = cause;
            if (cause instanceof NetSuiteException || cause instanceof IllegalStateException) {
                break;
            }
        }
        spec.commandLine().getErr().println(told.getMessage());
        spec.commandLine().getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static final class StartException extends Exception {

        private static final long serialVersionUID = 1L;

        StartException(Exception cause) {
            super(cause);
        }
    }
}
