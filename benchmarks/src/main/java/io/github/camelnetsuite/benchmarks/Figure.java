package io.github.camelnetsuite.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A measured figure.
 *
 * @param gate the most it may be; null when it is only printed
 * @param note how it came about
 */
record Figure(
        String what, double value, String unit, @Nullable Double gate, String note) {

    static Figure gated(String what, double value, String unit, double gate, String note) {
        return new Figure(what, value, unit, gate, note);
    }

    static Figure printed(String what, double value, String unit, String note) {
        return new Figure(what, value, unit, null, note);
    }

    /** Also when the figure is not a number. */
    boolean failed() {
        return gate != null && !(value <= gate);
    }

    /** One line: figure, gate, verdict. */
    String line() {
        String figure = String.format(Locale.ROOT, "%-66s %10.3f %-5s", what, value, unit);
        String verdict = gate == null
                ? "          "
                : String.format(Locale.ROOT, "gate %7.3f  %s", gate, failed() ? "FAIL" : "PASS");
        return String.format(Locale.ROOT, "%s %-18s (%s)", figure, verdict, note);
    }
}
