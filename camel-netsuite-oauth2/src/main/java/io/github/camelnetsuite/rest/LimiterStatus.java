package io.github.camelnetsuite.rest;

/**
 * An account's permits at a moment.
 *
 * @param permits how many requests may be under way now
 * @param ceiling the most that may ever be, as configured
 * @param inFlight how many are under way
 * @param waitingPriority calls of the priority lane that wait for a permit
 * @param waitingBulk calls of the bulk lane that wait for a permit
 * @param granted permits given since the start
 * @param throttled requests NetSuite throttled since the start
 */
public record LimiterStatus(
        int permits, int ceiling, int inFlight, int waitingPriority, int waitingBulk, long granted, long throttled) {}
