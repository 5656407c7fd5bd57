package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.benchmarks.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Orders created and transformed against a server that writes and then loses its answer, or answers with 5xx or 429: each document is
 * there once, with just the lines, quantities and total that were sent.
 */
public final class WritesProof {

    private static final int ORDERS = 10_000;
    private static final int TRANSFORMED = 2_000;
    private static final String HEAP = "256m";
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private WritesProof() {}

    public static List<Figure> measure() throws Exception {
        // The rates of the 5xx and 429 are of the requests that are left, look-ups among them.
        try (SimulatorJvm netSuite = SimulatorJvm.start(
                "--seed=11",
                "--fault=on=writes,rate=0.05,effect=loseAnswer",
                "--fault=rate=0.02,effect=serverError",
                "--fault=rate=0.015,effect=html,status=503",
                "--fault=rate=0.018,effect=throttle")) {
            Documents orders = Documents.of(netSuite, "salesOrder");
            Documents fulfilments = Documents.of(netSuite, "itemFulfillment");
            Documents invoices = Documents.of(netSuite, "invoice");
            WritesResult result;
            WritesTask task = new WritesTask(netSuite.account(), ORDERS, TRANSFORMED, 16, 15);
            try (ClientJvm client = ClientJvm.start(WritesClient.class, HEAP, task)) {
                result = client.answer(WritesResult.class, PATIENCE);
            }
            JsonNode traffic = netSuite.get("/traffic");
            for (int number = 0; number < ORDERS; number++) {
                ShopOrder order = ShopOrder.of(number);
                orders.expect(order.externalId(), order.customer(), order.lines(), true);
                if (number < TRANSFORMED && order.isShipped(TRANSFORMED)) {
                    fulfilments.expect(order.externalIdOfTransformed(), order.customer(), order.lines(), false);
                } else if (number < TRANSFORMED) {
                    invoices.expect(order.externalIdOfTransformed(), order.customer(), order.billed(), true);
                }
            }
            return figures(result, traffic, List.of(orders, fulfilments, invoices));
        }
    }

    private static List<Figure> figures(WritesResult result, JsonNode traffic, List<Documents> documents)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        long expected = 0;
        for (Documents each : documents) {
            wrong.addAll(each.wrong());
            expected += each.count();
        }
        double writes = (double) result.attempts();
        double requests = traffic.path("apiRequests").asDouble();
        double lost = traffic.at("/faults/0/hits").asDouble();
        double refused = traffic.at("/faults/1/hits").asDouble()
                + traffic.at("/faults/2/hits").asDouble()
                + traffic.at("/faults/3/hits").asDouble();
        return List.of(
                Figure.exactly(
                        "documents that are not there just once and as they were sent",
                        wrong.size(),
                        0,
                        wrong.isEmpty() ? expected + " read back and compared" : first(wrong)),
                Figure.exactly(
                        "writes that failed",
                        result.failures().size(),
                        0,
                        result.failures().isEmpty() ? "no exchange" : first(result.failures())),
                Figure.atLeast(
                        "answers lost after writing", 100 * lost / writes, "%", 4, percent(lost, "writes", writes)),
                Figure.atLeast(
                        "requests answered with 5xx or 429",
                        100 * refused / requests,
                        "%",
                        4,
                        percent(refused, "requests", requests)),
                Figure.printed(
                        "documents a second", expected / result.seconds(), "/s", "outcomes: " + result.outcomes()));
    }

    private static String percent(double some, String what, double all) {
        return String.format(Locale.ROOT, "%.0f of %.0f %s", some, all, what);
    }

    private static String first(List<String> texts) {
        return texts.stream().limit(3).toList().toString();
    }
}
