// snippet:java
package io.github.camelnetsuite.docs;

import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import org.apache.camel.builder.RouteBuilder;

public class CallRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // The order in the body has an externalId, so a lost answer leads to a look-up, never to a second order.
        from("direct:order").to("netsuite:create:salesOrder");

        // All lines are replaced, so it does no harm to send the order twice.
        from("direct:whole-order").to("netsuite:upsert:salesOrder?replace=item");

        // The fulfilment gets an external ID of its own.
        from("direct:fulfil")
                .setHeader(NetSuiteConstants.RESOURCE, simple("salesOrder/eid:${header.orderNumber}/itemFulfillment"))
                .setHeader(NetSuiteConstants.EXTERNAL_ID, simple("F-${header.orderNumber}"))
                .setBody(simple("${null}"))
                .to("netsuite:transform?repeatable=true");

        from("direct:approve").setBody(simple("${null}")).to("netsuite:action:salesOrder/7/approve");
        from("direct:attach").setBody(simple("${null}")).to("netsuite:attach:customer/42/contact/7");

        // A load in the night: calls of other routes go first.
        from("direct:load").to("netsuite:upsert:customer?lane=BULK");

        // What the role may not write NetSuite drops without a word; here that is noticed, and let pass.
        from("direct:verified")
                .onException(NetSuiteDataException.class)
                .onWhen(header(NetSuiteConstants.DROPPED).isNotNull())
                .continued(true)
                .log("NetSuite dropped ${header.CamelNetSuiteDropped} of customer ${header.CamelNetSuiteId}")
                .end()
                .to("netsuite:update:customer/42?verify=email,phone");
    }
}
// end:java
