package io.github.camelnetsuite;

import org.jspecify.annotations.Nullable;

/**
 * NetSuite refused the login or the permission: an administrator has to look there. The Login Audit Trail holds the cause that
 * NetSuite does not put on the wire.
 *
 * @see "NetSuite help: Using the Login Audit Trail"
 */
public final class NetSuiteAccessException extends NetSuiteException {

    private static final long serialVersionUID = 1L;

    public NetSuiteAccessException(String message) {
        this(message, ErrorFacts.none(), null);
    }

    public NetSuiteAccessException(String message, ErrorFacts facts) {
        this(message, facts, null);
    }

    public NetSuiteAccessException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
