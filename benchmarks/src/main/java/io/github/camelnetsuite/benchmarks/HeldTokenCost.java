package io.github.camelnetsuite.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The time and the allocation of a held token, by JMH. */
final class HeldTokenCost {

    private static final double GATE_SHARE = 2;

    /** JMH's own bookkeeping shows as thousandths of a byte; the smallest object has 16. */
    private static final double GATE_BYTES = 0.1;

    private final Collection<RunResult> results;

    private HeldTokenCost(Collection<RunResult> results) {
        this.results = results;
    }

    static List<Figure> measure() throws RunnerException {
        var options = new OptionsBuilder()
                .include(HeldTokenBenchmark.class.getName())
                .include(ProcessorBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .build();
        return new HeldTokenCost(new Runner(options).run()).figures();
    }

    private List<Figure> figures() {
        double held = nanos("heldToken");
        double least = nanos("volatileReadWithNanoTime");
        double google = nanos("googleAuthLibrary");
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.gated(
                "held token for a header, allocation",
                bytes("heldToken"),
                "B/op",
                GATE_BYTES,
                "JMH gc.alloc.rate.norm"));
        figures.add(Figure.gated(
                "held token for a header, time against a volatile read with nanoTime",
                held / least,
                "x",
                GATE_SHARE,
                times("goal 1.150; held token", held, "volatile read with nanoTime", least)));
        figures.add(Figure.printed(
                "held token for a header, time against google-auth-library",
                held / google,
                "x",
                times("goal 1.000; held token", held, "google-auth-library", google)));
        figures.add(processor("netsuiteAuth", "netsuiteAuth over a fixed header, allocation with the guard"));
        figures.add(processor(
                "netsuiteAuthWithoutGuard", "netsuiteAuth over a fixed header, allocation without the guard"));
        return figures;
    }

    private Figure processor(String method, String what) {
        return Figure.printed(
                what,
                bytes(method) - bytes("fixedHeader"),
                "B/op",
                times("netsuiteAuth", nanos(method), "fixed header", nanos("fixedHeader"))
                        + ", each with a new exchange");
    }

    private static String times(String one, double oneNanos, String other, double otherNanos) {
        return String.format(Locale.ROOT, "%s %.1f ns, %s %.1f ns", one, oneNanos, other, otherNanos);
    }

    private double nanos(String method) {
        return result(method).getPrimaryResult().getScore();
    }

    private double bytes(String method) {
        return Objects.requireNonNull(
                        result(method).getSecondaryResults().get("gc.alloc.rate.norm"), "The GC profiler gave nothing")
                .getScore();
    }

    private RunResult result(String method) {
        return results.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }
}
