package io.github.camelnetsuite.token;

import io.github.camelnetsuite.NetSuiteException;

/**
 * Is told what happens to a token, for events, metrics and consoles; never gets the token itself. Called on the thread on which it
 * happened, after those who waited have been served; what it throws is logged and changes nothing. Must be thread-safe.
 */
public interface TokenListener {

    /** A token was granted; the status names its key and how long it lives. */
    default void granted(TokenStatus status) {}

    /** A try brought no token. A held one, if there is one, still serves. */
    default void failed(TokenStatus status, NetSuiteException failure) {}

    /** NetSuite refused the held token, and it was dropped. */
    default void invalidated(TokenStatus status) {}
}
