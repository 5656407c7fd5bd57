package io.github.camelnetsuite.cli;

import java.io.Console;
import java.io.File;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the commands see of the process around them.
 *
 * @param environment a variable's value by its name, null when it is not set
 * @param clock this machine's time
 * @param password asks for a password without showing it; null when there is nobody to ask
 * @param command how this process was called, to be typed again
 */
record Surroundings(
        Function<String, @Nullable String> environment,
        Clock clock,
        Supplier<char @Nullable []> password,
        String command) {

    /** By the script that calls the jar. */
    private static final String COMMAND = "netsuite.command";

    /** Those of this process. */
    static Surroundings ofThisProcess() {
        Map<String, String> variables = System.getenv();
        return new Surroundings(variables::get, Clock.systemUTC(), Surroundings::ask, typed());
    }

    private static String typed() {
        String script = System.getProperty(COMMAND, "");
        if (!script.isBlank()) {
            return ShellWord.of(script);
        }
        // Of java -jar this is the jar and nothing else.
        String classPath = System.getProperty("java.class.path", "");
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? "java -jar " + ShellWord.of(classPath)
                : "netsuite";
    }

    /** Without a terminal, Java 17 to 21 give no console, and later ones a console that reads nothing. */
    @SuppressWarnings("SystemConsoleNull")
    private static char @Nullable [] ask() {
        Console console = System.console();
        return console == null ? null : console.readPassword("Password of the private key: ");
    }
}
