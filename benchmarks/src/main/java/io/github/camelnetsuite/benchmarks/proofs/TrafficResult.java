package io.github.camelnetsuite.benchmarks.proofs;

import java.util.List;

/**
 * What came of traffic.
 *
 * @param failures what the exchanges that failed ended with
 */
record TrafficResult(List<Sample> bulk, List<Sample> webhooks, List<String> failures) {

    /**
     * One exchange.
     *
     * @param at when it began, in milliseconds since 1970
     * @param millis how long it took
     */
    record Sample(long at, double millis) {}
}
