package io.github.camelnetsuite;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting is missing or wrong, and no retry will help: fix the configuration. Raised before any network call where that is
 * possible.
 */
public final class NetSuiteConfigurationException extends NetSuiteException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String option;

    public NetSuiteConfigurationException(String message) {
        this(message, ErrorFacts.none(), null);
    }

    public NetSuiteConfigurationException(String message, ErrorFacts facts) {
        this(message, facts, null);
    }

    public NetSuiteConfigurationException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
        this.option = null;
    }

    private NetSuiteConfigurationException(String option, String message, @Nullable Throwable cause) {
        super(message, ErrorFacts.none(), cause);
        this.option = option;
    }

    /** One that comes of a single option, found before any call; {@link #option()} says how it is named. */
    public static NetSuiteConfigurationException ofOption(String option, String message) {
        return ofOption(option, message, null);
    }

    /** One that comes of a single option, found before any call; {@link #option()} says how it is named. */
    public static NetSuiteConfigurationException ofOption(String option, String message, @Nullable Throwable cause) {
        return new NetSuiteConfigurationException(option, message, cause);
    }

    /**
     * The option to set or correct, by its name in the component: {@code privateKey}, {@code http[proxyHost]}; of a named account
     * {@code accounts[eu].privateKey}. Empty when it is not one option that is at fault.
     */
    public Optional<String> option() {
        return Optional.ofNullable(option);
    }
}
