package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.camel.NetSuiteAccount;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import io.github.camelnetsuite.rest.NetSuiteClient;
import io.github.camelnetsuite.rest.RecordBody;
import io.github.camelnetsuite.rest.RecordWrites;
import io.github.camelnetsuite.rest.RequestLimiter;
import io.github.camelnetsuite.rest.ResourcePath;
import io.github.camelnetsuite.rest.WriteOptions;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/**
 * Routes that share an account: some write in numbers, some because somebody waits. Each takes an external ID as the body. Without the
 * limiter everything else is the same: the loop that waits out throttles, and its pauses.
 */
final class TrafficRoutes implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final CamelContext context = new DefaultCamelContext();

    private TrafficRoutes() {}

    static TrafficRoutes start(TrafficTask task) throws Exception {
        TrafficRoutes routes = new TrafficRoutes();
        NetSuiteComponent component = routes.context.getComponent("netsuite", NetSuiteComponent.class);
        component.setConfiguration(task.account().configuration());
        routes.context.start();
        NetSuiteAccount account = component.account(null);
        account.tokens().get();
        HttpClient http = HttpClients.custom()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(100)
                        .setMaxConnPerRoute(100)
                        .build())
                .build();
        for (int i = 0; i < task.bulkRoutes(); i++) {
            routes.add(task.limited() ? limitedBulk(routes.bulk(i)) : openBulk(routes.bulk(i), writes(http, account)));
        }
        for (int i = 0; i < task.webhookRoutes(); i++) {
            String name = routes.webhook(i);
            routes.add(task.limited() ? limitedWebhook(name) : openWebhook(name, http, account));
        }
        return routes;
    }

    CamelContext context() {
        return context;
    }

    String bulk(int number) {
        return "direct:bulk-" + number;
    }

    String webhook(int number) {
        return "direct:webhook-" + number;
    }

    private void add(RouteBuilder route) throws Exception {
        context.addRoutes(route);
    }

    private static RouteBuilder limitedBulk(String name) {
        return route(
                name,
                exchange -> {
                    String externalId = exchange.getMessage().getBody(String.class);
                    exchange.getMessage().setHeader(NetSuiteConstants.EXTERNAL_ID, externalId);
                    exchange.getMessage().setBody(customer(externalId));
                },
                "netsuite:upsert:customer?lane=BULK");
    }

    private static RouteBuilder limitedWebhook(String name) {
        return route(
                name,
                exchange -> exchange.getMessage()
                        .setBody(order(exchange.getMessage().getBody(String.class))),
                "netsuite:create:salesOrder");
    }

    private static RouteBuilder route(String name, Processor before, String endpoint) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(name).process(before).to(endpoint);
            }
        };
    }

    private static RouteBuilder openBulk(String name, RecordWrites writes) {
        return openRoute(name, exchange -> {
            String externalId = exchange.getMessage().getBody(String.class);
            writes.upsert(
                    ResourcePath.parse("customer/eid:" + externalId),
                    body(customer(externalId)),
                    WriteOptions.defaults());
        });
    }

    private static RouteBuilder openWebhook(String name, HttpClient http, NetSuiteAccount account) {
        return openRoute(name, exchange -> {
            String externalId = exchange.getMessage().getBody(String.class);
            // As many may be under way as webhooks come.
            writes(http, account)
                    .create(ResourcePath.parse("salesOrder"), body(order(externalId)), WriteOptions.defaults());
        });
    }

    private static RouteBuilder openRoute(String name, Processor call) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(name).process(call);
            }
        };
    }

    private static RecordWrites writes(HttpClient http, NetSuiteAccount account) {
        return new RecordWrites(NetSuiteClient.builder(http, account.urls(), account.tokens())
                .limiter(new RequestLimiter("one route", 1))
                .build());
    }

    private static RecordBody body(Map<String, Object> fields) {
        return RecordBody.of(JSON.convertValue(fields, ObjectNode.class));
    }

    private static Map<String, Object> customer(String externalId) {
        return Map.of(
                "companyName",
                externalId,
                "subsidiary",
                Map.of("id", "1"),
                "comments",
                "Loaded at " + System.nanoTime());
    }

    private static Map<String, Object> order(String externalId) {
        return Map.of(
                "externalId",
                externalId,
                "entity",
                Map.of("id", "1"),
                "item",
                Map.of("items", List.of(Map.of("item", Map.of("id", "1"), "quantity", 1))));
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
