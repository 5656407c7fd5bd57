package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.token.AccessTokenSource;
import java.time.Duration;

/**
 * What the calls of one account share.
 *
 * @param binding what is known of the account's way with query parameters
 * @param retryTimeout the most a call waits in all, for permits and before repeats
 */
record Calling(
        Wire wire,
        AccessTokenSource tokens,
        RequestLimiter limiter,
        Backoff backoff,
        Pauses pauses,
        ParameterBinding binding,
        Duration retryTimeout) {}
