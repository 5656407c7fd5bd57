package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.token.BrokenConnection;

/** A request that brought no answer: what was seen, and what to do about it. */
final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient BrokenConnection broken;

    NoAnswerException(BrokenConnection broken) {
        super(broken.toString());
        this.broken = broken;
    }

    String seen() {
        return broken.seen();
    }

    String action() {
        return broken.advice();
    }
}
