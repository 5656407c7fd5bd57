package io.github.camelnetsuite.simulator;

/**
 * How much was asked of the simulator since the last reset, by all clients together.
 *
 * @param tokenRequests requests for an access token
 * @param apiRequests all other requests, the refused ones included
 * @param refused how many were over the concurrency limit
 * @param running how many run now
 * @param processing how many of these let their processing time pass
 * @param mostAtOnce the most that ran at the same time
 */
public record Traffic(
        long tokenRequests, long apiRequests, long refused, int running, int processing, int mostAtOnce) {}
