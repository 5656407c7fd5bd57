package io.github.camelnetsuite.rest;

/** How it is known that a call succeeded. */
public enum CallOutcome {
    /** NetSuite answered so. */
    ANSWERED,
    /** The answer was lost; the record was looked up, is the one that was sent, and was not written again. */
    FOUND,
    /** The answer to a delete was lost; at the repeat the record was gone. */
    GONE,
    /** NetSuite had accepted a job with the same idempotency key before. */
    ACCEPTED_BEFORE
}
