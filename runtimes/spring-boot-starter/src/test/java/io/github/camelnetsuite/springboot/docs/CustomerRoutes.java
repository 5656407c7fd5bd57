package io.github.camelnetsuite.springboot.docs;

// snippet:routes
import io.github.camelnetsuite.camel.auth.NetSuiteAuthProcessor;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

@Component
public class CustomerRoutes extends RouteBuilder {

    private final NetSuiteAuthProcessor netsuiteAuth;

    public CustomerRoutes(NetSuiteAuthProcessor netsuiteAuth) {
        this.netsuiteAuth = netsuiteAuth;
    }

    @Override
    public void configure() {
        // No HTTP at all.
        from("direct:customer").to("netsuite:get:customer/42");

        // Your own https: endpoint, with the header set in the route.
        from("direct:own").process(netsuiteAuth).to("{{netsuite.record.url}}/customer/42");

        // Your own https: endpoint, authenticated inside camel-http.
        from("direct:inside").to("{{netsuite.record.url}}/customer/42?httpClientConfigurer=#netsuiteHttp");
    }
}
// end:routes
