package io.github.camelnetsuite.benchmarks.proofs;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Counts the rows that come, and what they cost. For one thread. */
final class RowTally {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long workNanos;
    private final long between;
    private final BitSet seen = new BitSet();
    private final long start = System.nanoTime();
    private final long allocatedBefore = allocated();
    private long rows;
    private long repeated;
    private long heap;
    private long pause;

    /**
     * Begins to count now.
     *
     * @param between rows between two measurements of the heap; 0 for none
     */
    RowTally(long workNanos, long between) {
        this.workNanos = workNanos;
        this.between = between;
    }

    void take(Map<String, ?> row) {
        int id = Integer.parseInt(String.valueOf(row.get("id")));
        rows++;
        if (seen.get(id)) {
            repeated++;
        }
        seen.set(id);
        if (between > 0 && rows % between == 0) {
            measureHeap();
        }
        work();
    }

    ExportResult result(String failure) {
        double seconds = (System.nanoTime() - start - pause) / 1e9;
        long allocated = allocated() - allocatedBefore;
        return new ExportResult(
                rows, repeated, Math.max(0, seen.length() - 1), missing(), seconds, heap, allocated, failure);
    }

    private void measureHeap() {
        long begin = System.nanoTime();
        System.gc();
        heap = Math.max(
                heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        pause += System.nanoTime() - begin;
    }

    private void work() {
        if (workNanos > 0) {
            long end = System.nanoTime() + workNanos;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    private List<List<Long>> missing() {
        List<List<Long>> ranges = new ArrayList<>();
        for (int from = seen.nextClearBit(1); from < seen.length(); ) {
            int next = seen.nextSetBit(from);
            ranges.add(List.of((long) from, next - 1L));
            from = seen.nextClearBit(next);
        }
        return ranges;
    }

    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
