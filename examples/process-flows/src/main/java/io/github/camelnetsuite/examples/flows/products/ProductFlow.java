package io.github.camelnetsuite.examples.flows.products;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The product flow in Java; {@code routes/product-flow.yaml} is the same in YAML. */
public final class ProductFlow extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:triggers
        from("timer:products-at-start?repeatCount=1&delay=0")
                .routeId("products-at-start")
                .autoStartup("{{products.at-start}}")
                .to("seda:product-runs?size=1&discardWhenFull=true");

        from("quartz:products-by-cron?cron={{products.cron}}")
                .routeId("products-by-cron")
                .autoStartup("{{products.by-cron}}")
                .to("seda:product-runs?size=1&discardWhenFull=true");
        // end:triggers

        // snippet:flow
        from("seda:product-runs?size=1&discardWhenFull=true")
                .routeId("product-flow")
                .onException(Exception.class)
                .handled(true)
                .bean("productRun", "brokenOff")
                .end()
                .bean("productRun", "begin")
                .to("netsuite:suiteql?query=resource:classpath:sql/changed-items.sql")
                .split(body())
                .streaming()
                .setVariable("row", body())
                .doTry()
                .bean("productRun", "read")
                .idempotentConsumer(method("productMapping", "version"))
                .idempotentRepository("sentProducts")
                .eager(false)
                .completionEager(true)
                .bean("productMapping", "product")
                .marshal()
                .json(JsonLibrary.Jackson)
                // What started the run has headers of its own, which are of no concern to the shop.
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .to("{{shop.url}}/products?connectTimeout=5000&responseTimeout=15000")
                .bean("productRun", "sent")
                .endDoTry()
                .endDoTry()
                .doCatch(Exception.class)
                .bean("productRun", "failed")
                .end()
                .end()
                .bean("productRun", "finish");
        // end:flow
    }
}
