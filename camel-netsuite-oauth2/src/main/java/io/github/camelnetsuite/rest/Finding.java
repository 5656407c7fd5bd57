package io.github.camelnetsuite.rest;

import java.util.List;

/** What a look-up found after the answer to a write was lost. */
sealed interface Finding {

    /** The record, as it was sent. */
    record Ours(RestAnswer record) implements Finding {}

    /** No such record, or one that is not as the write would have left it. */
    record Absent() implements Finding {}

    /**
     * A record of that external ID which is not the one that was sent.
     *
     * @param where the fields that differ
     */
    record Another(RestAnswer record, List<String> where) implements Finding {}

    /** A record of which nobody can tell. */
    record Unclear(String why) implements Finding {}
}
