package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.benchmarks.Figure;
import io.github.camelnetsuite.benchmarks.proofs.TrafficResult.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Fifty routes in two JVMs share an account that serves five requests of 200 ms at a time: none fails, the account is used, and
 * webhooks do not wait behind bulk. The same traffic without the limiter is printed beside it.
 */
public final class LanesProof {

    private static final int LIMIT = 5;
    private static final Duration PROCESSING = Duration.ofMillis(200);
    private static final double MOST_PER_SECOND = LIMIT * 1000.0 / PROCESSING.toMillis();
    private static final int BULK_ROUTES = 20;
    private static final int WEBHOOK_ROUTES = 5;
    private static final Duration BETWEEN_WEBHOOKS = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HEAP = "128m";

    private LanesProof() {}

    public static List<Figure> measure() throws Exception {
        Run limited = Run.make(true);
        Run open = Run.make(false);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.exactly(
                "exchanges that failed", limited.failures().size(), 0, limited.count() + beside(open, Run::failed)));
        figures.add(Figure.atLeast(
                "requests served, of those the account can serve",
                100 * limited.served() / (MOST_PER_SECOND * MEASURED.toSeconds()),
                "%",
                60,
                limited.use() + beside(open, Run::use)));
        double median = percentile(limited.bulk(), 50);
        figures.add(Figure.gated(
                "p95 of the webhook lane against the median of bulk",
                percentile(limited.webhooks(), 95) / median,
                "x",
                Math.nextDown(1.0),
                limited.latencies() + beside(open, Run::latencies)));
        return figures;
    }

    private static String beside(Run open, Function<Run, String> what) {
        return "; without the limiter: " + what.apply(open);
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((sorted.size() * percent - 1) / 100);
    }

    /** What was measured in a minute; latencies in milliseconds, in ascending order. */
    private record Run(List<Double> bulk, List<Double> webhooks, List<String> failures, long served, long refused) {

        static Run make(boolean limited) throws IOException, InterruptedException {
            try (SimulatorJvm netSuite =
                            SimulatorJvm.start("--concurrency-limit=" + LIMIT, "--processing=" + PROCESSING);
                    ClientJvm one = client(netSuite, "a", limited);
                    ClientJvm two = client(netSuite, "b", limited)) {
                for (ClientJvm client : List.of(one, two)) {
                    client.answer(String.class, PATIENCE);
                }
                one.tell("go");
                two.tell("go");
                TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
                JsonNode before = netSuite.get("/traffic");
                long from = System.currentTimeMillis();
                TimeUnit.MILLISECONDS.sleep(MEASURED.toMillis());
                JsonNode after = netSuite.get("/traffic");
                long until = System.currentTimeMillis();
                one.tell("end");
                two.tell("end");
                List<TrafficResult> results =
                        List.of(one.answer(TrafficResult.class, PATIENCE), two.answer(TrafficResult.class, PATIENCE));
                long refused = difference(before, after, "refused");
                return new Run(
                        latencies(results, TrafficResult::bulk, from, until),
                        latencies(results, TrafficResult::webhooks, from, until),
                        results.stream()
                                .flatMap(result -> result.failures().stream())
                                .toList(),
                        difference(before, after, "apiRequests") - refused,
                        refused);
            }
        }

        private static ClientJvm client(SimulatorJvm netSuite, String node, boolean limited) throws IOException {
            TrafficTask task = new TrafficTask(
                    netSuite.account(), node, limited, BULK_ROUTES, WEBHOOK_ROUTES, BETWEEN_WEBHOOKS.toMillis());
            return ClientJvm.start(TrafficClient.class, HEAP, task);
        }

        private static long difference(JsonNode before, JsonNode after, String what) {
            return after.path(what).asLong() - before.path(what).asLong();
        }

        private static List<Double> latencies(
                List<TrafficResult> results, Function<TrafficResult, List<Sample>> of, long from, long until) {
            return results.stream()
                    .flatMap(result -> of.apply(result).stream())
                    .filter(sample -> sample.at() >= from && sample.at() < until)
                    .map(Sample::millis)
                    .sorted()
                    .toList();
        }

        String count() {
            return String.format(
                    Locale.ROOT,
                    "of %d bulk calls and %d webhooks%s",
                    bulk.size(),
                    webhooks.size(),
                    failures.isEmpty() ? "" : ", first: " + failures.get(0));
        }

        String failed() {
            return failures.size() + " " + count();
        }

        String use() {
            return String.format(
                    Locale.ROOT,
                    "%.1f/s of %.0f/s served, %d refused (%.0f %% of all)",
                    (double) served / MEASURED.toSeconds(),
                    MOST_PER_SECOND,
                    refused,
                    100.0 * refused / (served + refused));
        }

        String latencies() {
            return String.format(
                    Locale.ROOT,
                    "webhooks p50 %.0f, p95 %.0f ms; bulk p50 %.0f, p95 %.0f ms",
                    percentile(webhooks, 50),
                    percentile(webhooks, 95),
                    percentile(bulk, 50),
                    percentile(bulk, 95));
        }
    }
}
