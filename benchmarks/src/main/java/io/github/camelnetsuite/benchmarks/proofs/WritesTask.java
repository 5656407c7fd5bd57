package io.github.camelnetsuite.benchmarks.proofs;

/**
 * Documents to be written by a client.
 *
 * @param orders how many are created, from number 0
 * @param transformed how many of these are transformed then
 * @param callers threads that write at the same time
 * @param permits the most requests at once
 */
record WritesTask(Account account, int orders, int transformed, int callers, int permits) {}
