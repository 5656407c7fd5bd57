package io.github.camelnetsuite.examples.boot;

import io.github.camelnetsuite.NetSuiteDataException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.stereotype.Component;

/** {@code GET /customers/42}: a customer, fresh from NetSuite. */
@Component
class CustomerRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:rest
        onException(NetSuiteDataException.class)
                .onWhen(simple("${exception.status.orElse(0)} == 404"))
                .handled(true)
                .to("direct:not-found");
        // What NetSuite said is for the log, not for whoever asks.
        onException(Exception.class)
                .handled(true)
                .log("Customer ${header.id}: ${exception.message}")
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(503))
                .setBody(constant("NetSuite cannot be asked just now."));

        from("platform-http:/customers/{id}?httpMethodRestrict=GET")
                .routeId("customer")
                .filter(simple("${header.id} !regex '[0-9]{1,18}'"))
                .to("direct:not-found")
                .stop()
                .end()
                .setHeader("CamelNetSuiteResource", simple("customer/${header.id}"))
                .to("netsuite:get?fields=companyName,email,subsidiary")
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .marshal()
                .json(JsonLibrary.Jackson);
        // end:rest

        from("direct:not-found")
                .routeId("not-found")
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(404))
                .setBody(constant("There is no such customer."));
    }
}
