package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.rest.CallEvent;
import io.github.camelnetsuite.token.TokenStatus;

/**
 * Watches the accounts of the component, for metrics and events; never gets a token. Every bean of this type in the registry is
 * found when the component starts. Must be thread-safe and quick, and must not call the component; what it throws is logged and
 * changes nothing.
 */
public interface AccountListener {

    /** The account begins its work, or goes on with new settings, as an object of its own under the same name. */
    default void opened(NetSuiteAccount account) {}

    /**
     * The account has ended its work: the component stopped, or a reload replaced or removed the account and its calls are done;
     * its successor was opened before.
     */
    default void closed(NetSuiteAccount account) {}

    /** The account of this name was granted a token. */
    default void tokenGranted(String account, TokenStatus status) {}

    /** A try brought the account of this name no token. A held one, if there is one, still serves. */
    default void tokenFailed(String account, TokenStatus status, NetSuiteException failure) {}

    /** NetSuite refused the token that the account of this name held, and it was dropped. */
    default void tokenInvalidated(String account, TokenStatus status) {}

    /** Something happened to a call of the account of this name: it was sent, throttled, sent again or looked up. */
    default void callHappened(String account, CallEvent event) {}
}
