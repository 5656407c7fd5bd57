package io.github.camelnetsuite.rest;

/**
 * Which of an account's two lines a call stands in while all permits are taken. A call of the priority lane goes before those of
 * the bulk lane.
 */
public enum Lane {
    /** For calls somebody waits for: webhooks, single records. */
    PRIORITY,
    /** For calls that come in numbers: pages of queries and collections, loads. */
    BULK
}
