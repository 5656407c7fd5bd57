package io.github.camelnetsuite.examples.boot;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.stereotype.Component;

/** Keeps a catalogue of NetSuite's items up to date on a schedule, and shows it as {@code GET /items}. */
@Component
class ItemRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:schedule
        from("timer:items?delay=0&period={{example.items-every}}")
                .routeId("items")
                .setBody(method("catalogue", "since"))
                .to("netsuite:suiteql?query=resource:classpath:sql/changed-items.sql")
                .split(body())
                .streaming()
                .bean("catalogue", "put")
                .end()
                .bean("catalogue", "finish");
        // end:schedule

        from("platform-http:/items?httpMethodRestrict=GET")
                .routeId("catalogue")
                .removeHeaders("*")
                .setBody(method("catalogue", "items"))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .marshal()
                .json(JsonLibrary.Jackson);
    }
}
