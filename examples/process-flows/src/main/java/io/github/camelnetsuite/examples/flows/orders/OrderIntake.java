package io.github.camelnetsuite.examples.flows.orders;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Puts an order that has passed all checks into the inbox. Thread-safe if the inbox is. */
public final class OrderIntake {

    private final Inbox inbox;
    private final Narrator narrator;
    private final FirstRound firstRound;

    public OrderIntake(Inbox inbox, Narrator narrator, FirstRound firstRound) {
        this.inbox = inbox;
        this.narrator = narrator;
        this.firstRound = firstRound;
    }

    /** Stores the order under a name of its own for each message, so that no two messages share a file. */
    public void keep(@Variable("order") ShopOrder order, @Variable("message") String message, @Body byte[] body)
            throws IOException {
        String file = order.externalId() + "." + message + ".json";
        firstRound.orderTaken(file);
        try {
            inbox.put(file, body);
        } catch (IOException | RuntimeException e) {
            firstRound.orderNotTaken(file);
            throw e;
        }
        narrator.say(
                "Order flow: " + order.externalId() + " arrived, its signature is right, and it is safe in the inbox.");
    }
}
