package io.github.camelnetsuite;

import org.jspecify.annotations.Nullable;

/**
 * Nothing is wrong with the request, but it could not be served now: a throttle, a server error, a time-out or a broken
 * connection. Waiting and trying again may help.
 */
public final class NetSuiteUnavailableException extends NetSuiteException {

    private static final long serialVersionUID = 1L;

    public NetSuiteUnavailableException(String message) {
        this(message, ErrorFacts.none(), null);
    }

    public NetSuiteUnavailableException(String message, ErrorFacts facts) {
        this(message, facts, null);
    }

    public NetSuiteUnavailableException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
