package io.github.camelnetsuite.credentials;

import org.jspecify.annotations.Nullable;

/**
 * Key material that cannot be used. The message is the second half of a sentence, without its subject: whoever knows which
 * setting it came from puts that in front.
 */
class UnusableKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        this(message, null);
    }

    UnusableKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
