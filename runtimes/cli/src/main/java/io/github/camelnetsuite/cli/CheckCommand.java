package io.github.camelnetsuite.cli;

import io.github.camelnetsuite.diagnostics.CheckReport;
import io.github.camelnetsuite.diagnostics.CheckSettings;
import io.github.camelnetsuite.diagnostics.CheckStep;
import io.github.camelnetsuite.diagnostics.Level;
import io.github.camelnetsuite.diagnostics.NetSuiteCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code netsuite check}. */
@Command(
        name = "check",
        description =
                "Says why a login to NetSuite fails, or that it works: each check with what was seen, what it means, what to "
                        + "do, and where in NetSuite. Asks for one token and makes three calls that change nothing. Shows no secret.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:No check failed; there may be hints and warnings",
            "1:A check failed",
            "2:A setting is missing, or an option is wrong"
        })
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli, before the command runs
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions options = new ConnectionOptions();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var given = new GivenSettings(options, surroundings);
        ProxyChoice proxy = ProxyChoice.of(options.proxy, given.text(Setting.SUITE_TALK_URL));
        CheckSettings settings = given.toCheck().proxy(proxy.shown()).build();
        CheckReport report;
        try (CloseableHttpClient http = CommandHttp.open(proxy, options.timeout)) {
            report = NetSuiteCheck.of(settings, http, surroundings.clock()).run();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.toJson() + System.lineSeparator() : report.toText());
        out.flush();
        if (!json && !given.missing().isEmpty()) {
            out.println(given.missing());
            out.flush();
        }
        if (report.passed()) {
            return ExitCode.OK;
        }
        return report.finding(CheckStep.SETTINGS).level() == Level.FAIL ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}
