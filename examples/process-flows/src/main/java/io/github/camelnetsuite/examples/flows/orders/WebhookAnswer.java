package io.github.camelnetsuite.examples.flows.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.Variable;

/** Tells the sender of a webhook message what became of it, as JSON. Thread-safe. */
public final class WebhookAnswer {

    private final JsonMapper json = new JsonMapper();
    private final Narrator narrator;

    public WebhookAnswer(Narrator narrator) {
        this.narrator = narrator;
    }

    /** 202: the order is safe and will be worked on. */
    public void accepted(@Variable("order") ShopOrder order, Exchange exchange) {
        answer(exchange, 202, Map.of("accepted", order.externalId()));
    }

    /** The status of the refusal and its reason. */
    public void refused(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) WebhookRefused refused, Exchange exchange) {
        refused(refused.status(), String.valueOf(refused.getMessage()), exchange);
    }

    /** 400: it is not an order. */
    public void malformed(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) MalformedOrder malformed, Exchange exchange) {
        refused(400, String.valueOf(malformed.getMessage()), exchange);
    }

    /** 503: it may well be an order, but it could not be stored. */
    public void notStored(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure, Exchange exchange) {
        narrator.say("Order flow: an order could not be stored: " + failure);
        refused(503, "The order could not be stored. Send it again.", exchange);
    }

    private void refused(int status, String reason, Exchange exchange) {
        narrator.say("Order flow: a message was refused with " + status + ": " + reason);
        answer(exchange, status, Map.of("status", status, "reason", reason));
    }

    /** What came as a header does not go back as one. */
    private void answer(Exchange exchange, int status, Map<String, ?> content) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(text(content));
    }

    String text(Map<String, ?> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of text cannot be written as JSON", e);
        }
    }
}
