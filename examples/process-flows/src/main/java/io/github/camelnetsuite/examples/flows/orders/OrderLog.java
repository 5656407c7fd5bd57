package io.github.camelnetsuite.examples.flows.orders;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;

/** Reports what was done for an order. Thread-safe. */
public final class OrderLog {

    private final InboxRetries retries;
    private final Narrator narrator;
    private final FirstRound firstRound;

    public OrderLog(InboxRetries retries, Narrator narrator, FirstRound firstRound) {
        this.retries = retries;
        this.narrator = narrator;
        this.firstRound = firstRound;
    }

    public void customerCreated(@Variable("order") ShopOrder order, @Variable("recordId") String id) {
        narrator.say(
                "Order flow: created customer " + order.customerExternalId() + " in NetSuite, internal ID " + id + ".");
    }

    public void orderCreated(
            @Variable("order") ShopOrder order,
            @Variable("recordId") String id,
            @Header(Exchange.FILE_NAME_ONLY) String file) {
        narrator.say("Order flow: created sales order " + order.externalId() + " in NetSuite, internal ID " + id + ".");
        done(file);
    }

    public void alreadyThere(
            @Variable("order") ShopOrder order,
            @Variable("recordId") String id,
            @Header(Exchange.FILE_NAME_ONLY) String file) {
        narrator.say("Order flow: sales order " + order.externalId() + " is in NetSuite already, internal ID " + id
                + "; left as it is.");
        done(file);
    }

    private void done(String file) {
        retries.done(file);
        firstRound.orderTried(file, true);
    }
}
