package io.github.camelnetsuite.token;

import java.io.IOException;

/** An answer that is longer than any real one; the rest of it is not read. */
final class AnswerTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLongException(int limit) {
        super("More than " + limit + " bytes");
    }
}
