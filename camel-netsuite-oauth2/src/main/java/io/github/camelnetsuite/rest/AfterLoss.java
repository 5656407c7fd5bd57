package io.github.camelnetsuite.rest;

/** What to do when no answer came to a call, or a 5xx, so that nobody knows whether it took effect. */
sealed interface AfterLoss {

    /** The choices that need to know nothing more. */
    enum Plain implements AfterLoss {
        /** Send it again: twice is the same as once. */
        REPEAT,
        /** Report it: a repeat might do it twice. */
        FAIL
    }

    /**
     * Look for what the call would have written.
     *
     * @param again whether to send it again when it is not there
     */
    record LookUp(RecordLookUp record, boolean again) implements AfterLoss {}
}
