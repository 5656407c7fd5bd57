package io.github.camelnetsuite.benchmarks.proofs;

import io.github.camelnetsuite.benchmarks.Figure;
import io.github.camelnetsuite.benchmarks.proofs.ExportTask.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * An export by the connector beside a loop written by hand, each in a JVM of its own, in turns, at three latencies. The figures are
 * ratios of medians. The loop fetches a page, then uses its rows; the connector does both at once, so what it gains depends on how
 * long a row is used, and is shown for rows that are only counted and for rows that take 25 µs.
 */
public final class ExportProof {

    private static final long ROWS = 200_000;
    private static final long WARM_UP = 30_000;
    private static final String HEAP = "256m";
    private static final int ROUNDS = 3;
    private static final long WORK_NANOS = 25_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private ExportProof() {}

    public static List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (SimulatorJvm netSuite = SimulatorJvm.start("--items=" + ROWS)) {
            for (int latency : new int[] {0, 20, 100}) {
                delay(netSuite, latency);
                // The longer a page takes, the fewer tell.
                long rows = latency == 100 ? ROWS / 6 : ROWS / 3;
                figures.addAll(compare(netSuite, latency, latency == 0 ? ROWS : rows, 0));
                figures.addAll(compare(netSuite, latency, rows, WORK_NANOS));
            }
        }
        return figures;
    }

    private static void delay(SimulatorJvm netSuite, int millis) throws IOException, InterruptedException {
        netSuite.control("DELETE", "/faults", "");
        if (millis > 0) {
            netSuite.control(
                    "POST", "/faults", "{\"on\": \"suiteQl\", \"effect\": \"latency\", \"millis\": " + millis + "}");
        }
    }

    private static List<Figure> compare(SimulatorJvm netSuite, int latency, long rows, long work)
            throws IOException, InterruptedException {
        List<ExportResult> loops = new ArrayList<>();
        List<ExportResult> routes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            loops.add(read(netSuite, Way.LOOP, rows, work));
            routes.add(read(netSuite, Way.ROUTE, rows, work));
        }
        String where = String.format(Locale.ROOT, " at %d ms%s", latency, work == 0 ? "" : ", 25 µs of use a row");
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.exactly(
                "rows that did not come just once" + where, wrong(loops, rows) + wrong(routes, rows), 0, "both ways"));
        figures.add(ratio(
                "rows/s against the loop" + where, goal(latency), routes, loops, "rows/s", 1, r -> r.rowsPerSecond()));
        if (work == 0) {
            double megabyte = 1 << 20;
            figures.add(ratio(
                    "heap in use against the loop" + where, "", routes, loops, "MB", megabyte, r -> r.heapBytes()));
            figures.add(ratio(
                    "allocation a row against the loop" + where, "", routes, loops, "B", 1, r -> r.bytesPerRow()));
        }
        return figures;
    }

    private static String goal(int latency) {
        return switch (latency) {
            case 0 -> "goal 0.950; ";
            case 20 -> "goal 2; ";
            default -> "";
        };
    }

    private static ExportResult read(SimulatorJvm netSuite, Way way, long rows, long work)
            throws IOException, InterruptedException {
        ExportTask task = new ExportTask(netSuite.account(), way, Breakage.NONE, WARM_UP, rows, rows / 8, work);
        try (ClientJvm client = ClientJvm.start(ExportClient.class, HEAP, task)) {
            return client.answer(ExportResult.class, PATIENCE);
        }
    }

    private static long wrong(List<ExportResult> results, long rows) {
        return results.stream()
                .mapToLong(result -> Math.abs(rows - result.rows()) + result.repeated())
                .sum();
    }

    private static Figure ratio(
            String what,
            String goal,
            List<ExportResult> routes,
            List<ExportResult> loops,
            String unit,
            double size,
            ToDoubleFunction<ExportResult> of) {
        double route = median(routes, of);
        double loop = median(loops, of);
        return Figure.printed(
                what,
                route / loop,
                "x",
                String.format(
                        Locale.ROOT,
                        "%sconnector %.1f, loop %.1f %s, medians of %d",
                        goal,
                        route / size,
                        loop / size,
                        unit,
                        ROUNDS));
    }

    private static double median(List<ExportResult> results, ToDoubleFunction<ExportResult> of) {
        List<ExportResult> sorted =
                results.stream().sorted(Comparator.comparingDouble(of)).toList();
        return of.applyAsDouble(sorted.get(sorted.size() / 2));
    }
}
