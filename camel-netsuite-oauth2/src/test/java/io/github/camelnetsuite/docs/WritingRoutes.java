package io.github.camelnetsuite.docs;

import org.apache.camel.builder.RouteBuilder;

final class WritingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:create
        from("direct:new-customer").to("netsuite:create:customer").to("mock:created");
        // end:create

        // snippet:update
        from("direct:new-address").toD("netsuite:update:customer/eid:${header.customer}?verify=email");
        // end:update

        // snippet:upsert
        from("direct:sync-customer")
                .setHeader("CamelNetSuiteExternalId", simple("SHOP-${body[number]}"))
                .setBody(simple("${body[customer]}"))
                .to("netsuite:upsert:customer");
        // end:upsert

        // snippet:delete
        from("direct:forget-customer").toD("netsuite:delete:customer/eid:SHOP-${body}");
        // end:delete

        // snippet:transform
        from("direct:invoice")
                .setHeader("CamelNetSuiteExternalId", simple("INV-${header.order}"))
                .toD("netsuite:transform:salesOrder/${header.order}/invoice");
        // end:transform

        // snippet:attach
        from("direct:primary-contact")
                .setBody(constant("{\"role\": {\"id\": \"-10\"}}"))
                .toD("netsuite:attach:customer/${header.customer}/contact/${header.contact}");

        from("direct:former-contact")
                .setBody(simple("${null}"))
                .toD("netsuite:detach:customer/${header.customer}/contact/${header.contact}");
        // end:attach

        // snippet:action
        from("direct:approved").setBody(simple("${null}")).toD("netsuite:action:salesOrder/${header.order}/approve");
        // end:action
    }
}
