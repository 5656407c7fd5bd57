package io.github.camelnetsuite.cli;

import java.io.Console;
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
 */
record Surroundings(Function<String, @Nullable String> environment, Clock clock, Supplier<char @Nullable []> password) {

    /** Those of this process. */
    static Surroundings ofThisProcess() {
        Map<String, String> variables = System.getenv();
        return new Surroundings(variables::get, Clock.systemUTC(), Surroundings::ask);
    }

    /** Without a terminal, Java 17 to 21 give no console, and later ones a console that reads nothing. */
    @SuppressWarnings("SystemConsoleNull")
    private static char @Nullable [] ask() {
        Console console = System.console();
        return console == null ? null : console.readPassword("Password of the private key: ");
    }
}
