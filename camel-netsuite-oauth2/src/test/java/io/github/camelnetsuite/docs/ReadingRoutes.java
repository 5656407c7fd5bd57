package io.github.camelnetsuite.docs;

import org.apache.camel.builder.RouteBuilder;

final class ReadingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:get
        from("direct:order").toD("netsuite:get:salesOrder/eid:${body}?expandSubResources=true");
        // end:get

        // snippet:list
        from("direct:new-customers")
                .to("netsuite:list:customer?q=RAW(dateCreated AFTER \"1/1/2026\")")
                .split(body())
                .streaming()
                .toD("netsuite:get:customer/${body[id]}?fields=companyName,email")
                .to("mock:customers");
        // end:list

        // snippet:suiteql
        from("direct:lines")
                .to("netsuite:suiteql?query=resource:classpath:docs/order-lines.sql&uniqueKey=l.uniquekey")
                .split(body())
                .streaming()
                .to("mock:lines");
        // end:suiteql

        // snippet:pages
        from("direct:items-to-warehouse")
                .to("netsuite:suiteql?query=RAW(SELECT id, itemid, upccode FROM item)&outputType=pages")
                .split(simple("${body}"))
                .streaming()
                .setBody(simple("${body[items]}"))
                .to("mock:batch-insert");
        // end:pages

        // snippet:restlet
        from("direct:reserve")
                .to("netsuite:restlet:customscript_stock/customdeploy_reserve?method=POST")
                .to("mock:reserved");

        from("direct:stock")
                .setHeader("CamelNetSuiteParameters", simple("${body}"))
                .to("netsuite:restlet:customscript_stock/customdeploy_stock?method=GET&parameters.site=LEEDS");
        // end:restlet

        // snippet:info
        from("direct:limits").to("netsuite:info:limits");
        from("direct:fields").to("netsuite:info:metadata/customer");
        // end:info

        // snippet:token
        from("direct:token").to("netsuite:token?account=exporting");
        from("direct:assertion").to("netsuite:assertion?account=exporting");
        // end:token
    }
}
