package io.github.camelnetsuite.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A terminal at which a test types commands. */
final class Terminal {

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private @Nullable String password;
    private String command = "netsuite";

    Terminal set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Will be typed when a password is asked for; without it there is nobody at the keyboard. */
    Terminal typing(String secret) {
        password = secret;
        return this;
    }

    /** Calls the command so from now on. */
    Terminal calling(String path) {
        command = path;
        return this;
    }

    int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var surroundings = new Surroundings(
                environment::get, Clock.systemUTC(), () -> password == null ? null : password.toCharArray(), command);
        return NetSuiteCli.run(surroundings, new PrintWriter(out), new PrintWriter(err, true), args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
