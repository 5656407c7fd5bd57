package io.github.camelnetsuite.benchmarks.proofs;

import java.util.List;
import java.util.Map;

/**
 * What came of writing documents.
 *
 * @param outcomes how many writes ended in which way, by the header that says so
 * @param attempts how many times anything was written in all
 * @param failures what the exchanges that failed ended with
 */
record WritesResult(Map<String, Integer> outcomes, long attempts, double seconds, List<String> failures) {}
