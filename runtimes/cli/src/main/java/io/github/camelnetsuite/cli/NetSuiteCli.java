package io.github.camelnetsuite.cli;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** The command {@code netsuite}. */
@Command(
        name = "netsuite",
        description = "Checks a login to NetSuite on OAuth 2.0 client credentials, and makes keys for it.",
        mixinStandardHelpOptions = true,
        versionProvider = JarVersion.class,
        synopsisSubcommandLabel = "COMMAND")
public final class NetSuiteCli {

    private static final String KEY_ON_COMMAND_LINE =
            "A private key was given on the command line, where every user of this machine can read it and the shell "
                    + "may remember it. Nothing was done. Keep the key in a file that only you can read and name that file "
                    + "with --private-key; consider this key known to others and make a new one: netsuite keygen";

    private NetSuiteCli() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(
                Surroundings.ofThisProcess(),
                new PrintWriter(System.out, true, Charset.defaultCharset()),
                new PrintWriter(System.err, true, Charset.defaultCharset()),
                args));
    }

    /** The exit code: 0 when all is well, 1 when a check failed, 2 when options or settings are missing or wrong. */
    static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... args) {
        if (KeyText.in(args)) {
            err.println(KEY_ON_COMMAND_LINE);
            return ExitCode.USAGE;
        }
        return new CommandLine(new NetSuiteCli())
                .setCommandName(surroundings.command())
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new KeygenCommand(surroundings))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(new QuietUsageErrors())
                .setExecutionExceptionHandler(NetSuiteCli::failed)
                .setExecutionStrategy(NetSuiteCli::runOrHelp)
                .execute(args);
    }

    private static int runOrHelp(ParseResult parsed) {
        if (parsed.subcommand() == null && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            CommandLine command = parsed.commandSpec().commandLine();
            command.usage(command.getErr());
            return ExitCode.USAGE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int failed(Exception thrown, CommandLine command, ParseResult parsed) {
        if (thrown instanceof NetSuiteConfigurationException) {
            command.getErr().println(thrown.getMessage());
            return ExitCode.USAGE;
        }
        // What an unexpected exception says may quote what it was reading.
        command.getErr()
                .println("This is a defect of the command: " + thrown.getClass().getName() + " at "
                        + (thrown.getStackTrace().length == 0 ? "?" : thrown.getStackTrace()[0]));
        return ExitCode.SOFTWARE;
    }
}
