package io.github.camelnetsuite.examples.boot;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * {@code POST /orders}: takes a signed order, answers when it is safe on disk, and brings it to NetSuite as a customer and a sales
 * order, each once. What NetSuite cannot do now is tried again until it can; what it will never do goes to a folder of its own.
 */
@Component
class OrderRoutes extends RouteBuilder {

    private final DataFolder data;

    OrderRoutes(DataFolder data) {
        this.data = data;
    }

    @Override
    public void configure() {
        // snippet:webhook
        from("platform-http:/orders?httpMethodRestrict=POST")
                .routeId("webhook")
                .onException(OrderRefused.class)
                .handled(true)
                .log(LoggingLevel.WARN, "An order was refused: ${exception.message}")
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, simple("${exception.status}"))
                .setBody(simple("${exception.message}"))
                .end()
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "An order could not be stored: ${exception.message}")
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(503))
                .setBody(constant("The order could not be stored. Send it again."))
                .end()
                .bean("webhook", "verified")
                .setVariable("order", method("webhook", "order"))
                .bean("dataFolder", "keep")
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(202))
                .setBody(simple("${variable.order.externalId} is safe."));
        // end:webhook

        // snippet:orders
        // A file is deleted when all went well; one that failed stays, and is taken again after a pause.
        from("file:" + data.inbox()
                        + "?delete=true&delay={{example.inbox-every}}&sortBy=file:modified&filter=#inboxRetries")
                .routeId("orders")
                .onException(
                        NetSuiteUnavailableException.class,
                        NetSuiteAccessException.class,
                        NetSuiteConfigurationException.class)
                .logExhausted(false)
                .bean("inboxRetries", "later")
                .end()
                // What no retry will help must not hold up the rest, whatever it is.
                .onException(Exception.class)
                .handled(true)
                .useOriginalMessage()
                .log(LoggingLevel.ERROR, "${header.CamelFileName} is put aside: ${exception.message}")
                .bean("dataFolder", "putAside")
                .end()
                .convertBodyTo(byte[].class)
                .setVariable("order", method("webhook", "order"))
                .to("direct:find-sales-order")
                .choice()
                .when(simple("${variable.found}"))
                .bean("orderRecords", "same")
                .log("Order ${variable.order.externalId} is in NetSuite already")
                .otherwise()
                .to("direct:create-sales-order")
                .log("Order ${variable.order.externalId} is sales order ${header.CamelNetSuiteId}")
                .end()
                .bean("inboxRetries", "forget");

        from("direct:find-sales-order")
                .routeId("find-sales-order")
                .errorHandler(noErrorHandler())
                .setVariable("found", constant(true))
                .setHeader("CamelNetSuiteExternalId", simple("${variable.order.externalId}"))
                .doTry()
                .to("netsuite:get:salesOrder?fields=id,memo")
                .doCatch(NetSuiteDataException.class)
                .onWhen(simple("${exception.status.orElse(0)} == 404"))
                .setVariable("found", constant(false))
                .end()
                // Or Camel would hang the 404 on the next exception, as if that had come of it.
                .removeProperty(Exchange.EXCEPTION_CAUGHT);

        from("direct:create-sales-order")
                .routeId("create-sales-order")
                .errorHandler(noErrorHandler())
                .setHeader("CamelNetSuiteExternalId", simple("${variable.order.customer.externalId}"))
                .setBody(method("orderRecords", "customer"))
                .to("netsuite:upsert:customer")
                .choice()
                .when(header("CamelNetSuiteId").isNull())
                // It is there now, or will be found missing.
                .to("netsuite:get:customer?fields=id")
                .setVariable("customerId", simple("${body[id]}"))
                .otherwise()
                .setVariable("customerId", header("CamelNetSuiteId"))
                .end()
                .removeHeaders("CamelNetSuite*")
                .setBody(method("orderRecords", "skus"))
                .to("netsuite:suiteql?query=resource:classpath:sql/items-by-sku.sql")
                .setBody(method("orderRecords", "salesOrder"))
                .to("netsuite:create:salesOrder");
        // end:orders
    }
}
