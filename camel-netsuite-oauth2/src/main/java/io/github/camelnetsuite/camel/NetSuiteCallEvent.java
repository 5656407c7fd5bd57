package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.CallEvent;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells the event notifiers of the context that something happened to a call to NetSuite on its way to an answer: it was throttled,
 * sent again, looked up after its answer was lost, or healed of a refused token. Its source is the exchange, or the context for
 * calls that belong to no exchange.
 */
public final class NetSuiteCallEvent implements CamelEvent {

    private final CamelContext context;
    private final @Nullable Exchange exchange;
    private final String account;
    private final CallEvent event;
    private long timestamp;

    NetSuiteCallEvent(CamelContext context, @Nullable Exchange exchange, String account, CallEvent event) {
        this.context = context;
        this.exchange = exchange;
        this.account = account;
        this.event = event;
    }

    /** Name of the account, as it is configured. */
    public String account() {
        return account;
    }

    /** What happened. */
    public CallEvent event() {
        return event;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    @Override
    public Object getSource() {
        return exchange == null ? context : exchange;
    }

    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    @Override
    public String toString() {
        return "NetSuite account '" + account + "': " + event.kind() + " " + event.call();
    }
}
