package io.github.camelnetsuite.benchmarks.proofs;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** As a user writes it: {@code netsuite:suiteql} and a streaming split. */
final class RouteExport implements Export {

    private static final String CONSUMER = "consumer";

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    RouteExport(Account account, Breakage breakage) throws Exception {
        if (breakage != Breakage.NONE) {
            context.getComponent("http", HttpComponent.class)
                    .setHttpClientConfigurer(builder -> builder.addExecInterceptorLast("breakage", breakage.handler()));
        }
        context.getComponent("netsuite", NetSuiteComponent.class).setConfiguration(account.configuration());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:export")
                        .to("netsuite:suiteql")
                        .split(body())
                        .streaming()
                        .process(RouteExport::consume);
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    @Override
    public void read(long most, Consumer<Map<String, ?>> rows) throws Exception {
        Exchange read = template.send("direct:export", exchange -> {
            exchange.setProperty(CONSUMER, rows);
            exchange.getMessage().setBody(QUERY);
            if (most > 0) {
                exchange.getMessage().setHeader(NetSuiteConstants.LIMIT, most);
            }
        });
        if (read.getException() != null) {
            throw read.getException();
        }
    }

    @SuppressWarnings("unchecked")
    private static void consume(Exchange exchange) {
        Consumer<Map<String, ?>> rows = exchange.getProperty(CONSUMER, Consumer.class);
        rows.accept(exchange.getMessage().getBody(Map.class));
    }

    @Override
    public void close() throws Exception {
        template.close();
        context.close();
    }
}
