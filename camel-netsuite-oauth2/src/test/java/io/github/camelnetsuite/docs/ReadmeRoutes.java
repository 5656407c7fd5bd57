package io.github.camelnetsuite.docs;

// snippet:java
import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;

import org.apache.camel.builder.RouteBuilder;

public class ReadmeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // No HTTP at all: a netsuite: endpoint.
        from("direct:customer").to("netsuite:get:customer/42");

        // Rows stream as Maps, page by page.
        from("direct:items")
                .to("netsuite:suiteql?query=resource:classpath:docs/changed-items.sql")
                .split(body())
                .streaming()
                .to("mock:shop");

        // Your own https: endpoint, with the header set in the route.
        from("direct:own").process(netsuiteAuth()).to("{{netsuite.record.url}}/customer/42");

        // Your own https: endpoint, authenticated inside camel-http: no token on the message.
        from("direct:inside").to("{{netsuite.record.url}}/customer/42?httpClientConfigurer=#netsuiteHttp");
    }
}
// end:java
