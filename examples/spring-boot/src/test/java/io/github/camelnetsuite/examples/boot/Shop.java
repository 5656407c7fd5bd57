package io.github.camelnetsuite.examples.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** A shop that knows the secret of the application beside it, and sends what it is given. */
final class Shop {

    private static final Logger LOG = LoggerFactory.getLogger(Shop.class);

    static final String ORDER = """
            {"id": "1001",
             "customer": {"id": "C-17", "name": "Fern & Thistle", "email": "orders@fern.example"},
             "lines": [{"sku": "SKU-000003", "quantity": 2, "price": 24.50}, {"sku": "SKU-000007", "quantity": 1, "price": 99}]}
            """;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Webhook webhook;
    private final URI base;

    Shop(ApplicationContext application) {
        this.webhook = application.getBean(Webhook.class);
        this.base =
                URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
    }

    /** Signs and sends an order. */
    HttpResponse<String> send(String order) {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpResponse<String> answer =
                send(order, timestamp, webhook.sign(timestamp, order.getBytes(StandardCharsets.UTF_8)));
        LOG.info("The shop sent a signed order, answered {}: {}", answer.statusCode(), answer.body());
        return answer;
    }

    HttpResponse<String> send(String order, String timestamp, String signature) {
        return ask(HttpRequest.newBuilder(base.resolve("/orders"))
                .header("Content-Type", "application/json")
                .header(Webhook.TIMESTAMP, timestamp)
                .header(Webhook.SIGNATURE, signature)
                .POST(HttpRequest.BodyPublishers.ofString(order)));
    }

    HttpResponse<String> get(String path) {
        return ask(HttpRequest.newBuilder(base.resolve(path)));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the application was asked", e);
        }
    }
}
