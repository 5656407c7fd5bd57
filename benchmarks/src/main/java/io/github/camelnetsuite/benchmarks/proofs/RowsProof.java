package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.benchmarks.Figure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A million rows through a streaming split in a JVM of 96 MB, while others insert, change and delete rows: those that exist throughout
 * come exactly once. The same run is made with paging that is broken on purpose, and has to be noticed.
 */
public final class RowsProof {

    private static final long ROWS = 1_000_000;

    /** Past NetSuite's cap of 100,000 too. */
    private static final long ROWS_BROKEN = 150_000;

    private static final long FEW_ROWS = 10_000;
    private static final String HEAP = "96m";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** What garbage the last collection left to the next one differs by. */
    private static final double FLAT_MEGABYTES = 4;

    private RowsProof() {}

    public static List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (SimulatorJvm netSuite = start(ROWS)) {
            ExportResult few = read(netSuite, Breakage.NONE, FEW_ROWS, FEW_ROWS / 10);
            Outcome all = Outcome.of(netSuite, ROWS, Breakage.NONE, ROWS / 50);
            figures.add(Figure.exactly(
                    "rows that exist throughout and are lost, of a million", all.lost(), 0, all.note(ROWS)));
            figures.add(Figure.exactly("rows that come twice", all.result().repeated(), 0, all.ending()));
            figures.add(Figure.printed(
                    "rows a second while others write", all.result().rowsPerSecond(), "/s", "-Xmx" + HEAP));
            figures.add(Figure.gated(
                    "heap in use at a million rows over that at 10,000",
                    megabytes(all.result().heapBytes() - few.heapBytes()),
                    "MB",
                    FLAT_MEGABYTES,
                    String.format(
                            Locale.ROOT,
                            "most in use after a collection: %.1f and %.1f MB of -Xmx%s",
                            megabytes(all.result().heapBytes()),
                            megabytes(few.heapBytes()),
                            HEAP)));
        }
        for (Breakage breakage : List.of(Breakage.NO_KEY, Breakage.OFFSET_NOT_RESET)) {
            try (SimulatorJvm netSuite = start(ROWS_BROKEN)) {
                Outcome broken = Outcome.of(netSuite, ROWS_BROKEN, breakage, 0);
                figures.add(Figure.atLeast(
                        "rows lost or twice with paging broken on purpose, " + breakage,
                        (double) (broken.lost() + broken.result().repeated()),
                        "",
                        1,
                        broken.note(ROWS_BROKEN) + "; " + broken.ending()));
            }
        }
        return figures;
    }

    private static SimulatorJvm start(long rows) throws IOException, InterruptedException {
        return SimulatorJvm.start("--items=" + rows, "--churn=inventoryItem=2,5,1", "--seed=7");
    }

    private static ExportResult read(SimulatorJvm netSuite, Breakage breakage, long most, long heapEvery)
            throws IOException, InterruptedException {
        ExportTask task = new ExportTask(netSuite.account(), ExportTask.Way.ROUTE, breakage, 0, most, heapEvery, 0);
        try (ClientJvm client = ClientJvm.start(ExportClient.class, HEAP, task)) {
            return client.answer(ExportResult.class, PATIENCE);
        }
    }

    private static double megabytes(long bytes) {
        return (double) bytes / (1 << 20);
    }

    /** What came, and what happened meanwhile. */
    private record Outcome(ExportResult result, long lost, int inserted, long changed, int deleted) {

        static Outcome of(SimulatorJvm netSuite, long rows, Breakage breakage, long heapEvery)
                throws IOException, InterruptedException {
            JsonNode before = netSuite.get("/churn");
            List<Long> deletedBefore = ids(before.path("deleted"));
            ExportResult result = read(netSuite, breakage, 0, heapEvery);
            JsonNode after = netSuite.get("/churn");
            List<Long> deleted = ids(after.path("deleted"));
            return new Outcome(
                    result,
                    result.lost(rows, deleted),
                    after.path("inserted").size() - before.path("inserted").size(),
                    after.path("changed").asLong() - before.path("changed").asLong(),
                    deleted.size() - deletedBefore.size());
        }

        private static List<Long> ids(JsonNode array) {
            List<Long> ids = new ArrayList<>();
            array.forEach(id -> ids.add(id.asLong()));
            return ids;
        }

        String note(long rows) {
            return String.format(
                    Locale.ROOT,
                    "%d rows came in %.1f s of %d at the start, while %d were inserted, %d changed, %d deleted",
                    result.rows(),
                    result.seconds(),
                    rows,
                    inserted,
                    changed,
                    deleted);
        }

        String ending() {
            return result.failure().isEmpty() ? "it ended without an error" : "it ended with: " + result.failure();
        }
    }
}
