package io.github.camelnetsuite.benchmarks.proofs;

/** Reads items of a simulator in another JVM, as its {@link ExportTask} says, and prints the {@link ExportResult}. */
public final class ExportClient {

    private ExportClient() {}

    public static void main(String[] arguments) throws Exception {
        Parent parent = Parent.listen();
        ExportTask task = Parent.task(arguments, ExportTask.class);
        try (Export export = task.way() == ExportTask.Way.LOOP
                ? new HandWrittenLoop(task.account())
                : new RouteExport(task.account(), task.breakage())) {
            if (task.warmUp() > 0) {
                export.read(task.warmUp(), row -> {});
            }
            RowTally tally = new RowTally(task.workNanos(), task.heapEvery());
            String failure = "";
            try {
                export.read(task.rows(), tally::take);
            } catch (Exception e) {
                failure = message(e);
            }
            parent.report(tally.result(failure));
        }
        System.exit(0);
    }

    private static String message(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : message(e.getCause());
    }
}
