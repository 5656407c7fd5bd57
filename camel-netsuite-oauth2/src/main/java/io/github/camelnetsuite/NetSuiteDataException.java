package io.github.camelnetsuite;

import org.jspecify.annotations.Nullable;

/**
 * NetSuite understood the caller and refused the request itself: correct the data, the record reference or the query.
 */
public final class NetSuiteDataException extends NetSuiteException {

    private static final long serialVersionUID = 1L;

    public NetSuiteDataException(String message) {
        this(message, ErrorFacts.none(), null);
    }

    public NetSuiteDataException(String message, ErrorFacts facts) {
        this(message, facts, null);
    }

    public NetSuiteDataException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
