package io.github.camelnetsuite.examples.flows.console;

import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Says in short plain lines what the flows do. Thread-safe if what takes the lines is. */
public final class Narrator {

    private final Consumer<String> lines;

    public Narrator(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Speaks through the logger {@code process-flows}. */
    public static Narrator onConsole() {
        return new Narrator(LoggerFactory.getLogger("process-flows")::info);
    }

    /** Says one line. It may hold text from outside, which cannot break it into two. */
    public void say(String line) {
        lines.accept(line.replaceAll("\\p{Cntrl}+", " "));
    }

    /** {@code 1 row}, {@code 2 rows}. */
    public static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
