package io.github.camelnetsuite.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with the command line without repeating values of it, among which may be a password. */
final class QuietUsageErrors implements IParameterExceptionHandler {

    private static final Pattern OPTION_NAME = Pattern.compile("--?[a-z][a-z-]*");

    @Override
    public int handleParseException(ParameterException thrown, String[] args) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(withoutValues(String.valueOf(thrown.getMessage()), args));
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String withoutValues(String message, String[] args) {
        List<String> values = Arrays.stream(args)
                .flatMap(
                        arg -> arg.startsWith("-") && arg.contains("=") ? Stream.of(arg.split("=", 2)) : Stream.of(arg))
                .filter(value -> !value.isEmpty() && !OPTION_NAME.matcher(value).matches())
                // The longest first, so that no part of one is left.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String quiet = message;
        for (String value : values) {
            quiet = quiet.replace("'" + value + "'", "'***'").replace("=" + value, "=***");
        }
        return quiet;
    }
}
