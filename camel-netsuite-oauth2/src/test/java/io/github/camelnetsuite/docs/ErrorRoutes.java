package io.github.camelnetsuite.docs;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import org.apache.camel.builder.RouteBuilder;

final class ErrorRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // snippet:errors
        onException(NetSuiteUnavailableException.class).maximumRedeliveries(3).redeliveryDelay(0);
        onException(NetSuiteDataException.class).handled(true).to("mock:correct-the-data");
        onException(NetSuiteAccessException.class).handled(true).to("mock:call-the-administrator");
        // end:errors

        from("direct:read").to("netsuite:get:customer/42");
    }
}
