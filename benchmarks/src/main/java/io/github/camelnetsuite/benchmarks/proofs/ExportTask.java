package io.github.camelnetsuite.benchmarks.proofs;

/**
 * Rows to be read by a client.
 *
 * @param warmUp so many rows are read before, uncounted
 * @param rows the most to read; 0 for all there are
 * @param heapEvery after so many rows the heap is measured, after a collection; 0 for never
 * @param workNanos what a route would take for each row
 */
record ExportTask(Account account, Way way, Breakage breakage, long warmUp, long rows, long heapEvery, long workNanos) {

    /** How rows are read. */
    enum Way {
        /** By {@code netsuite:suiteql} and a streaming split. */
        ROUTE,
        /** By a loop written by hand. */
        LOOP
    }
}
