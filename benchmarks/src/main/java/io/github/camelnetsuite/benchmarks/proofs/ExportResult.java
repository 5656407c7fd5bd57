package io.github.camelnetsuite.benchmarks.proofs;

import java.util.List;

/**
 * What came of reading rows.
 *
 * @param repeated rows that had come before
 * @param missing IDs that never came, up to the highest that did, as ranges of first and last
 * @param heapBytes the most that was in use after a collection; 0 when none was asked for
 * @param allocatedBytes by all threads that live at the end
 * @param failure what the export ended with; empty when it ended well
 */
record ExportResult(
        long rows,
        long repeated,
        long highest,
        List<List<Long>> missing,
        double seconds,
        long heapBytes,
        long allocatedBytes,
        String failure) {

    double rowsPerSecond() {
        return rows / seconds;
    }

    double bytesPerRow() {
        return (double) allocatedBytes / rows;
    }

    /** How many of the rows with the IDs 1 to this never came, those left out that were deleted meanwhile. */
    long lost(long last, List<Long> deleted) {
        long lost = Math.max(0, last - highest);
        for (List<Long> range : missing) {
            lost += Math.max(0, Math.min(range.get(1), last) - range.get(0) + 1);
        }
        return lost
                - deleted.stream()
                        .distinct()
                        .filter(id -> id <= last && missed(id))
                        .count();
    }

    private boolean missed(long id) {
        return id > highest || missing.stream().anyMatch(range -> range.get(0) <= id && id <= range.get(1));
    }
}
