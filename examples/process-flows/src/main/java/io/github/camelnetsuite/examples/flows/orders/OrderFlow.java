package io.github.camelnetsuite.examples.flows.orders;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import org.apache.camel.builder.RouteBuilder;

/** The order flow in Java; {@code routes/order-flow.yaml} is the same in YAML. */
public final class OrderFlow extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:webhook
        from("platform-http:/orders?httpMethodRestrict=POST&requestTimeout={{orders.receive-timeout}}")
                .routeId("order-webhook")
                .onException(WebhookRefused.class)
                .handled(true)
                .bean("webhookAnswer", "refused")
                .end()
                .onException(MalformedOrder.class)
                .handled(true)
                .bean("webhookAnswer", "malformed")
                .end()
                .onException(Exception.class)
                .handled(true)
                .bean("replayGuard", "forget")
                .bean("webhookAnswer", "notStored")
                .end()
                .bean("jsonOnly", "check")
                .convertBodyTo(byte[].class)
                .bean("webhookSignature", "verify")
                .setVariable("order", method("shopOrderReader", "read"))
                .setVariable("message", method("replayGuard", "admit"))
                .bean("orderIntake", "keep")
                .bean("replayGuard", "stored")
                .bean("webhookAnswer", "accepted");
        // end:webhook

        // snippet:inbox
        from("file:{{flows.data}}/inbox?delete=true&initialDelay=0&delay={{orders.poll}}&sortBy=file:modified&filter=#inboxRetries")
                .routeId("order-flow")
                .onException(
                        NetSuiteUnavailableException.class,
                        NetSuiteAccessException.class,
                        NetSuiteConfigurationException.class)
                .onWhen(method("inboxRetries", "hope"))
                .logExhausted(false)
                .bean("inboxRetries", "later")
                .end()
                .onException(Exception.class)
                .handled(true)
                .useOriginalMessage()
                .bean("deadLetters", "bury")
                .end()
                .setVariable("order", method("shopOrderReader", "read"))
                .setVariable("type", constant("salesOrder"))
                .setVariable("externalId", simple("${variable.order.externalId}"))
                .to("direct:find-record")
                .choice()
                .when(simple("${variable.recordId} != null"))
                .bean("duplicates", "judge")
                .bean("orderLog", "alreadyThere")
                .otherwise()
                .to("direct:customer")
                .to("direct:sales-order")
                .end();
        // end:inbox

        // snippet:customer
        from("direct:customer")
                .routeId("customer")
                .errorHandler(noErrorHandler())
                .setVariable("type", constant("customer"))
                .setVariable("externalId", simple("${variable.order.customerExternalId}"))
                .to("direct:find-record")
                .filter(simple("${variable.recordId} == null"))
                .setBody(method("orderMapping", "customer"))
                .to("direct:create-record")
                .bean("orderLog", "customerCreated")
                .end()
                .setVariable("customerId", variable("recordId"));
        // end:customer

        // snippet:sales-order
        from("direct:sales-order")
                .routeId("sales-order")
                .errorHandler(noErrorHandler())
                .setBody(method("orderMapping", "skus"))
                .to("netsuite:suiteql?query=resource:classpath:sql/items-by-sku.sql")
                .setBody(method("orderMapping", "salesOrder"))
                .setVariable("type", constant("salesOrder"))
                .setVariable("externalId", simple("${variable.order.externalId}"))
                .to("direct:create-record")
                .bean("duplicates", "judge")
                .bean("orderLog", "orderCreated");
        // end:sales-order

        // snippet:once
        from("direct:find-record")
                .routeId("find-record")
                .errorHandler(noErrorHandler())
                .removeVariable("recordId")
                .removeVariable("recordMemo")
                .setHeader("CamelNetSuiteResource", variable("type"))
                .setHeader("CamelNetSuiteExternalId", variable("externalId"))
                .doTry()
                .to("netsuite:get")
                .setVariable("recordId", simple("${body[id]}"))
                .setVariable("recordMemo", simple("${body[memo]}"))
                .doCatch(NetSuiteDataException.class)
                .onWhen(simple("${exception.status.orElse(0)} == 404"))
                .end()
                // Or Camel would hang the 404 on the next exception, as if that had come of it.
                .removeProperty("CamelExceptionCaught")
                .removeHeaders("CamelNetSuite*");

        from("direct:create-record")
                .routeId("create-record")
                .errorHandler(noErrorHandler())
                .removeVariable("recordId")
                .removeVariable("recordMemo")
                .setHeader("CamelNetSuiteResource", variable("type"))
                .doTry()
                .to("netsuite:create")
                .setVariable("recordId", header("CamelNetSuiteId"))
                .doCatch(NetSuiteDataException.class)
                .setVariable("refusal", simple("${exception}"))
                .to("direct:find-record")
                .bean("refusal", "judge")
                .end()
                .removeHeaders("CamelNetSuite*");
        // end:once
    }
}
