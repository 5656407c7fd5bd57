package io.github.camelnetsuite;

import org.jspecify.annotations.Nullable;

/**
 * A setting is missing or wrong, and no retry will help: fix the configuration. Raised before any network call where that is
 * possible.
 */
public final class NetSuiteConfigurationException extends NetSuiteException {

    private static final long serialVersionUID = 1L;

    public NetSuiteConfigurationException(String message) {
        this(message, ErrorFacts.none(), null);
    }

    public NetSuiteConfigurationException(String message, ErrorFacts facts) {
        this(message, facts, null);
    }

    public NetSuiteConfigurationException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
