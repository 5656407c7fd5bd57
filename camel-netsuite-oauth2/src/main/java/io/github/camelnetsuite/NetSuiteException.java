package io.github.camelnetsuite;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call to NetSuite that did not succeed. The message says what happened, the likely cause and the next step. The four
 * types differ by what the reader can do, so that a route can tell them apart with {@code onException}:
 *
 * <ul>
 *   <li>{@link NetSuiteConfigurationException}: fix the configuration
 *   <li>{@link NetSuiteAccessException}: look in NetSuite
 *   <li>{@link NetSuiteDataException}: correct the data
 *   <li>{@link NetSuiteUnavailableException}: wait
 * </ul>
 *
 * No message holds a private key, a client assertion or an access token.
 */
public abstract sealed class NetSuiteException extends RuntimeException
        permits NetSuiteConfigurationException,
                NetSuiteAccessException,
                NetSuiteDataException,
                NetSuiteUnavailableException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorFacts facts;

    NetSuiteException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, cause);
        this.facts = facts;
    }

    /** HTTP status of the answer; empty when no answer came. */
    public OptionalInt status() {
        Integer status = facts().status();
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The OAuth {@code error}, the {@code o:errorCode} or the RESTlet error code; empty when the answer had none. */
    public Optional<String> errorCode() {
        return Optional.ofNullable(facts().errorCode());
    }

    /** The part of the request NetSuite objects to, such as {@code item.items[0].item}; empty when it named none. */
    public Optional<String> errorPath() {
        return Optional.ofNullable(facts().errorPath());
    }

    /** How long the server asked to wait before the next try; empty when it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(facts().retryAfter());
    }

    @SuppressWarnings("NullAway") // transient: null after deserialisation
    private ErrorFacts facts() {
        return facts == null ? ErrorFacts.none() : facts;
    }
}
