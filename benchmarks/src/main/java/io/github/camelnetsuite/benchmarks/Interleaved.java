package io.github.camelnetsuite.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Times two ways of doing a thing in turns, so that whatever else the machine does meets both alike. The first way is timed twice
 * in each round: by how much its two medians differ is what the machine's noise alone makes of nothing.
 *
 * @param base median of the first way, in nanoseconds
 * @param subject median of the second way, in nanoseconds
 * @param control median of the first way again, in nanoseconds
 */
record Interleaved(double base, double subject, double control) {

    static Interleaved time(int warmUp, int rounds, Callable<?> base, Callable<?> subject) throws Exception {
        List<Callable<?>> ways = List.of(base, subject, base);
        double[][] nanos = new double[ways.size()][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int turn = 0; turn < ways.size(); turn++) {
                int way = Math.floorMod(round + turn, ways.size()); // each goes first in a third of the rounds
                long took = nanos(ways.get(way));
                if (round >= 0) {
                    nanos[way][round] = took;
                }
            }
        }
        return new Interleaved(median(nanos[0]), median(nanos[1]), median(nanos[2]));
    }

    /** By how much the second way takes longer, in microseconds. */
    double overMicros() {
        return (subject - base) / 1_000;
    }

    /** By how much the first way takes longer than itself, in microseconds. */
    double noiseMicros() {
        return (control - base) / 1_000;
    }

    private static long nanos(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        Object result = work.call();
        long took = System.nanoTime() - start;
        if (result == null) {
            throw new IllegalStateException("Nothing came of what was to be timed");
        }
        return took;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
