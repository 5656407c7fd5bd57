package io.github.camelnetsuite.rest;

import java.io.IOException;

/** Takes the answer of a call that was refused past the HTTP client, which would read the rest of it. */
final class RefusalException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient RefusedAnswer answer;

    RefusalException(RefusedAnswer answer) {
        this.answer = answer;
    }

    RefusedAnswer answer() {
        return answer;
    }
}
