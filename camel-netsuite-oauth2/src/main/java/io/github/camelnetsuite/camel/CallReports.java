package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.rest.CallEvent;
import io.github.camelnetsuite.rest.CallListener;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes Camel events of what happens to the calls of one account. */
final class CallReports {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteAccount.class);

    private final CamelContext context;
    private final String account;

    CallReports(CamelContext context, String account) {
        this.context = context;
        this.account = account;
    }

    /** Tells the event notifiers, in the name of this exchange; null for a call that belongs to none. */
    CallListener of(@Nullable Exchange exchange) {
        return event -> {
            // Every attempt would be too much; Camel has events of its own for sending.
            if (event.kind() != CallEvent.Kind.SENT) {
                raise(new NetSuiteCallEvent(context, exchange, account, event));
            }
        };
    }

    private void raise(NetSuiteCallEvent event) {
        try {
            context.getManagementStrategy().notify(event);
        } catch (Exception e) {
            LOG.warn("An event notifier failed on '{}'; the call is not affected.", event, e);
        }
    }
}
