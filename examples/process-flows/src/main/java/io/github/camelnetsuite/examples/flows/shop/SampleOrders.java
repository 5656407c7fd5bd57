package io.github.camelnetsuite.examples.flows.shop;

import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.orders.WebhookSecret;
import io.github.camelnetsuite.examples.flows.orders.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Sends a few signed orders to the webhook, as the stand-in shop's customers would cause: two stores, and one order twice. */
public final class SampleOrders {

    /** An order of a customer in one store, and of another in the other; the simulator's sample company has these items. */
    private static final List<String> ORDERS = List.of("""
            {"id": "1001", "store": "uk",
             "customer": {"id": "C-17", "name": "Fern & Thistle", "email": "orders@fern.example"},
             "lines": [{"sku": "SKU-000003", "quantity": 2, "price": 24.50}, {"sku": "SKU-000007", "quantity": 1, "price": 99}]}
            """, """
            {"id": "1001", "store": "eu",
             "customer": {"id": "C-17", "name": "Lampenhuis Vermeer", "email": "inkoop@vermeer.example"},
             "lines": [{"sku": "SKU-000010", "quantity": 5, "price": 12.95}]}
            """, """
            {"id": "1001", "store": "uk", "note": "sent again, since the shop is not sure of the first time",
             "customer": {"id": "C-17", "name": "Fern & Thistle", "email": "orders@fern.example"},
             "lines": [{"sku": "SKU-000003", "quantity": 2, "price": 24.50}, {"sku": "SKU-000007", "quantity": 1, "price": 99}]}
            """);

    private final URI webhook;
    private final WebhookSecret secret;
    private final Clock clock;
    private final Narrator narrator;

    public SampleOrders(URI webhook, WebhookSecret secret, Clock clock, Narrator narrator) {
        this.webhook = webhook;
        this.secret = secret;
        this.clock = clock;
        this.narrator = narrator;
    }

    /** Sends them one after the other and gives whether all of them were taken. */
    public boolean send() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        boolean taken = true;
        for (String order : ORDERS) {
            HttpResponse<String> answer = client.send(request(order), HttpResponse.BodyHandlers.ofString());
            narrator.say("Shop: sent a signed order, answered " + answer.statusCode() + " " + answer.body());
            taken &= answer.statusCode() == 202;
        }
        return taken;
    }

    private HttpRequest request(String order) {
        byte[] body = order.getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(webhook)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header(WebhookSignature.TIMESTAMP, timestamp)
                .header(WebhookSignature.SIGNATURE, secret.sign(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
