package io.github.camelnetsuite.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.orders.Inbox;
import io.github.camelnetsuite.examples.flows.orders.WebhookSecret;
import io.github.camelnetsuite.examples.flows.orders.WebhookSignature;
import io.github.camelnetsuite.examples.flows.shop.Shelf;
import io.github.camelnetsuite.examples.flows.shop.ShopStandIn;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flows of one data folder, a shop and the lines on the console; started as often as a test likes. */
final class FlowsUnderTest implements AutoCloseable {

    static final WebhookSecret SECRET = WebhookSecret.of("the-secret-of-the-shop");
    static final WebhookSecret OLD_SECRET = WebhookSecret.of("the-secret-before-it");

    final FakeClock clock = new FakeClock();
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<JsonNode> products = new CopyOnWriteArrayList<>();
    final Set<String> productHeaders = new ConcurrentSkipListSet<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final NetSuiteSimulator netSuite;
    private final Path data;
    private final ShopStandIn shop;
    private final Map<String, String> properties = new LinkedHashMap<>(Map.of(
            "products.by-cron", "false",
            "products.at-start", "false",
            "orders.poll", "20",
            "orders.retry-pause", "1ms",
            // A seda consumer ends when its poll does.
            "camel.component.seda.default-poll-timeout", "20"));
    private Shelf shelf = products::add;
    private UnaryOperator<Inbox> inbox = UnaryOperator.identity();
    private @Nullable RunningFlows running;

    FlowsUnderTest(NetSuiteSimulator netSuite, Path data) {
        this.netSuite = netSuite;
        this.data = data;
        this.shop = ShopStandIn.openToHeaders((product, headers) -> {
            productHeaders.addAll(headers);
            shelf.put(product);
        });
    }

    /** What the four settings and two addresses in the environment would be for a simulator. */
    static Map<String, String> environment(NetSuiteSimulator netSuite) {
        return Map.of(
                "NETSUITE_ACCOUNT_ID", netSuite.accountId(),
                "NETSUITE_CONSUMER_KEY", netSuite.consumerKey(),
                "NETSUITE_CERTIFICATE_ID", netSuite.credentials().certificateId(),
                "NETSUITE_PRIVATE_KEY", netSuite.credentials().privateKeyPem(),
                "NETSUITE_SUITETALK_URL", netSuite.suiteTalkUrl().toString(),
                "NETSUITE_RESTLETS_URL", netSuite.restletsUrl().toString());
    }

    FlowsUnderTest withProducts() {
        return with("products.at-start", "true");
    }

    FlowsUnderTest with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    FlowsUnderTest withShelf(Shelf other) {
        shelf = other;
        return this;
    }

    FlowsUnderTest withInbox(UnaryOperator<Inbox> front) {
        inbox = front;
        return this;
    }

    FlowsUnderTest start(RouteForm form) throws Exception {
        AccountSettings account = AccountSettings.of(environment(netSuite)).orElseThrow();
        ShopSettings shopSettings = new ShopSettings(Optional.empty(), List.of(SECRET, OLD_SECRET), false);
        running = RunningFlows.start(
                new FlowSettings(form, data, 0, account, shopSettings, properties),
                shop.url(),
                new FlowParts(clock, new Narrator(lines::add), inbox));
        return this;
    }

    FlowsUnderTest restart(RouteForm form) throws Exception {
        running().close();
        lines.clear();
        products.clear();
        return start(form);
    }

    RunningFlows running() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    /** Waits until the product run is over. */
    void awaitProducts() throws InterruptedException {
        assertThat(running().firstRound().await(true, Duration.ofSeconds(60)))
                .as("product run over; %s", lines)
                .isTrue();
    }

    /** Waits until each order taken so far has had its try. */
    void awaitOrders() throws InterruptedException {
        assertThat(running().firstRound().await(false, Duration.ofSeconds(60)))
                .as("orders tried; %s", lines)
                .isTrue();
    }

    /** Posts an order as the shop does, signed now. */
    HttpResponse<String> post(String order) throws Exception {
        return post(order, timestamp(), SECRET);
    }

    HttpResponse<String> post(String order, String timestamp, WebhookSecret secret) throws Exception {
        return send(message(order)
                .header(WebhookSignature.TIMESTAMP, timestamp)
                .header(WebhookSignature.SIGNATURE, secret.sign(timestamp, bytes(order)))
                .build());
    }

    CompletableFuture<HttpResponse<String>> postAsync(String order) {
        return client.sendAsync(
                message(order)
                        .header(WebhookSignature.TIMESTAMP, timestamp())
                        .header(WebhookSignature.SIGNATURE, SECRET.sign(timestamp(), bytes(order)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Posts an order signed now that claims to be of this content type. */
    HttpResponse<String> post(String order, String contentType) throws Exception {
        return send(message(order)
                .setHeader("Content-Type", contentType)
                .header(WebhookSignature.TIMESTAMP, timestamp())
                .header(WebhookSignature.SIGNATURE, SECRET.sign(timestamp(), bytes(order)))
                .build());
    }

    /** Sends a message as it stands, and nothing after it; gives what comes back until the server closes the connection. */
    String sendRaw(String lengthHeader, String body) throws IOException {
        URI webhook = running().webhook();
        try (Socket socket = new Socket(webhook.getHost(), webhook.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(bytes("POST " + webhook.getPath()
                            + " HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n" + lengthHeader
                            + "\r\n\r\n" + body));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    HttpRequest.Builder message(String order) {
        return HttpRequest.newBuilder(running().webhook())
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(order)));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String timestamp() {
        return String.valueOf(clock.instant().getEpochSecond());
    }

    Path folder(String name) {
        return data.resolve(netSuite.accountId()).resolve(name);
    }

    /** The files in a folder, in order. */
    List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** An order of one piece of each item. */
    static String order(String id, String store, String... skus) {
        String lines = String.join(
                ", ",
                Stream.of(skus)
                        .map(sku -> "{\"sku\": \"" + sku + "\", \"quantity\": 1, \"price\": 9.50}")
                        .toList());
        return "{\"id\": \"" + id + "\", \"store\": \"" + store
                + "\", \"customer\": {\"id\": \"C-17\", \"name\": \"Fern & Thistle\", \"email\": \"orders@fern.example\"},"
                + " \"lines\": [" + lines + "]}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
        shop.close();
    }
}
