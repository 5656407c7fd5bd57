package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.camel.RequestRows.Row;
import io.github.camelnetsuite.rest.ScriptedHosts;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** Sends a message through one operation, and tells what NetSuite was asked. */
final class RequestRun {

    private RequestRun() {}

    /** @param alteration what happens to each request but those for tokens between the connector and NetSuite */
    static List<Asked> of(Row row, NetSuiteSimulator credentials, UnaryOperator<ClassicHttpRequest> alteration)
            throws Exception {
        try (ScriptedHosts netsuite = new ScriptedHosts();
                CamelContext context = new DefaultCamelContext()) {
            row.answers().forEach(netsuite::then);
            ScriptedAccount.configure(context, credentials, netsuite).setAllowTokenExport(true);
            context.getComponent("http", HttpComponent.class)
                    .setHttpClientConfigurer(client -> client.addExecInterceptorFirst(
                            "alteration",
                            (request, scope, chain) -> chain.proceed(
                                    request.getPath().endsWith("/token") ? request : alteration.apply(request),
                                    scope)));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:run").to("netsuite:" + row.uri()).process(RequestRun::readAll);
                }
            });
            context.start();
            Exchange sent = context.createProducerTemplate()
                    .request("direct:run", exchange -> exchange.getMessage().setBody(row.body()));
            if (sent.getException() != null) {
                throw sent.getException();
            }
            return List.copyOf(netsuite.asked());
        }
    }

    private static void readAll(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Iterator<?> rows) {
            rows.forEachRemaining(row -> {});
        }
    }
}
