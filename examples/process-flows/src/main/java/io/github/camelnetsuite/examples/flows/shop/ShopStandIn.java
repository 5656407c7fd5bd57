package io.github.camelnetsuite.examples.flows.shop;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Receives products on loopback as a shop would: {@code POST /products} with one product as JSON. */
public final class ShopStandIn implements AutoCloseable {

    private static final int MOST_BYTES = 1 << 20;

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final BiConsumer<JsonNode, Set<String>> shelf;

    private ShopStandIn(HttpServer server, BiConsumer<JsonNode, Set<String>> shelf) {
        this.server = server;
        this.shelf = shelf;
    }

    /** Opens the shop on a free port. */
    public static ShopStandIn open(Shelf shelf) {
        return openToHeaders((product, headers) -> shelf.put(product));
    }

    /** Opens the shop on a free port; what takes a product also learns the names of the headers it came with, in lower case. */
    public static ShopStandIn openToHeaders(BiConsumer<JsonNode, Set<String>> shelf) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ShopStandIn shop = new ShopStandIn(server, shelf);
            server.createContext("/products", shop::receive);
            server.start();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in shop cannot open a port", e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, "Use POST.");
                return;
            }
            try {
                JsonNode product = json.readTree(exchange.getRequestBody().readNBytes(MOST_BYTES));
                shelf.accept(product, names(exchange.getRequestHeaders()));
                answer(exchange, 200, "");
            } catch (JacksonException e) {
                answer(exchange, 400, "The product is not JSON.");
            } catch (IllegalArgumentException e) {
                answer(exchange, 422, String.valueOf(e.getMessage()));
            }
        }
    }

    private static Set<String> names(Headers headers) {
        return headers.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
