package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.rest.CallListener;
import io.github.camelnetsuite.token.TokenListener;
import io.github.camelnetsuite.token.TokenStatus;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener, whatever the others throw. */
final class AccountListeners {

    private static final Logger LOG = LoggerFactory.getLogger(AccountListeners.class);

    private final List<AccountListener> listeners;

    AccountListeners(Collection<AccountListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void opened(NetSuiteAccount account) {
        tell(listener -> listener.opened(account));
    }

    void closed(NetSuiteAccount account) {
        tell(listener -> listener.closed(account));
    }

    /** Passes on what happens to the token of the account of this name. */
    TokenListener ofToken(String account) {
        return new TokenListener() {

            @Override
            public void granted(TokenStatus status) {
                tell(listener -> listener.tokenGranted(account, status));
            }

            @Override
            public void failed(TokenStatus status, NetSuiteException failure) {
                tell(listener -> listener.tokenFailed(account, status, failure));
            }

            @Override
            public void invalidated(TokenStatus status) {
                tell(listener -> listener.tokenInvalidated(account, status));
            }
        };
    }

    /** Passes on what happens to the calls of the account of this name. */
    CallListener ofCalls(String account) {
        return event -> tell(listener -> listener.callHappened(account, event));
    }

    private void tell(Consumer<AccountListener> event) {
        for (AccountListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "An account listener ({}) failed; the account is not affected.",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
