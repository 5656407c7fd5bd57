package io.github.camelnetsuite.camel.auth;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.camel.NetSuiteAccount;
import io.github.camelnetsuite.rest.Lane;
import io.github.camelnetsuite.rest.RequestLimiter.Permit;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Permits for messages that a route sends to NetSuite itself, with the header of {@code netsuiteAuth}: taken before the message is
 * sent, given back when it has been. Who finds none in time is sent without, since an event cannot keep a message back.
 */
final class SentPermits {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteAuthProcessor.class);
    private static final String PERMIT = "CamelNetSuitePermit";

    private SentPermits() {}

    static void take(Exchange exchange, NetSuiteAccount account) {
        try {
            Permit permit = account.permit(Lane.PRIORITY);
            exchange.setProperty(PERMIT, permit);
            // Should nobody tell that it was sent.
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    permit.close();
                }
            });
        } catch (NetSuiteUnavailableException e) {
            LOG.warn("A message is sent to NetSuite without a permit. {}", e.getMessage());
        }
    }

    static void giveBack(Exchange exchange) {
        if (exchange.removeProperty(PERMIT) instanceof Permit permit) {
            if (exchange.getException() instanceof HttpOperationFailedException failed) {
                String body = failed.getResponseBody();
                permit.answered(failed.getStatusCode(), body == null ? "" : body);
            } else if (exchange.getException() == null) {
                permit.served();
            }
            permit.close();
        }
    }
}
