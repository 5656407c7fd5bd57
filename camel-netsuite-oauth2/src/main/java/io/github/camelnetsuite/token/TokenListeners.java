package io.github.camelnetsuite.token;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener, whatever the others throw. */
final class TokenListeners {

    private static final Logger LOG = LoggerFactory.getLogger(TokenListeners.class);

    private final List<TokenListener> listeners;

    TokenListeners(List<TokenListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void tell(Consumer<TokenListener> event) {
        for (TokenListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "A token listener ({}) failed; the token is not affected.",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
