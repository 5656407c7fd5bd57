package io.github.camelnetsuite.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A measured figure.
 *
 * @param least the least it may be; null when anything may
 * @param most the most it may be; null when anything may
 * @param note how it came about
 */
public record Figure(
        String what,
        double value,
        String unit,
        @Nullable Double least,
        @Nullable Double most,
        String note) {

    /** One that may not be more than its gate. */
    public static Figure gated(String what, double value, String unit, double gate, String note) {
        return new Figure(what, value, unit, null, gate, note);
    }

    /** One that may not be less than its gate. */
    public static Figure atLeast(String what, double value, String unit, double gate, String note) {
        return new Figure(what, value, unit, gate, null, note);
    }

    /** A number that has to come out just so. */
    public static Figure exactly(String what, long value, long expected, String note) {
        return new Figure(what, (double) value, "", (double) expected, (double) expected, note);
    }

    /** One that only shows. */
    public static Figure printed(String what, double value, String unit, String note) {
        return new Figure(what, value, unit, null, null, note);
    }

    /** Also when the figure is not a number. */
    boolean failed() {
        return (most != null && !(value <= most)) || (least != null && !(value >= least));
    }

    /** One line: figure, gate, verdict. */
    String line() {
        String figure = String.format(Locale.ROOT, "%-66s %12s %-6s", what, number(value), unit);
        String verdict = least == null && most == null ? "" : gate() + (failed() ? "  FAIL" : "  PASS");
        return String.format(Locale.ROOT, "%s %-22s (%s)", figure, verdict, note);
    }

    private String gate() {
        if (most == null) {
            return "gate >= " + number(least == null ? 0 : least);
        }
        return (most.equals(least) ? "gate = " : "gate <= ") + number(most);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
