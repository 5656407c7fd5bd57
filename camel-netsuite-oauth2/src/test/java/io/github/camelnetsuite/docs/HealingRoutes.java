package io.github.camelnetsuite.docs;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;

final class HealingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:healing
        onException(HttpOperationFailedException.class)
                .onWhen(simple("${exception.statusCode} == 401"))
                .maximumRedeliveries(1)
                .redeliveryDelay(0)
                .onRedelivery(netsuiteAuth());
        // end:healing

        from("direct:healing").process(netsuiteAuth()).to("{{netsuite.record.url}}/customer/42");
    }
}
