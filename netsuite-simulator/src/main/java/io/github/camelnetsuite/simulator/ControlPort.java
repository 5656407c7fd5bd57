package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelnetsuite.simulator.store.RecordRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Lets another process on this machine turn the simulator's switches and read its counts, in JSON. It asks for no login and gives no
 * secret; it listens on loopback only, and takes nothing from a web page that was lured to it.
 */
final class ControlPort implements AutoCloseable {

    static final ObjectMapper JSON = JsonMapper.builder()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
    private static final int MOST_BYTES = 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ControlCommands commands;

    private ControlPort(HttpServer server, ExecutorService threads, ControlCommands commands) {
        this.server = server;
        this.threads = threads;
        this.commands = commands;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for any free one
     * @param faults to be set up, and their hits shown
     * @throws UncheckedIOException when the port is taken
     */
    static ControlPort start(NetSuiteSimulator simulator, int port, List<FaultOrder> faults) {
        try {
            var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            HttpServer server = HttpServer.create(address, 0);
            ExecutorService threads = Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "netsuite-simulator-control");
                thread.setDaemon(true);
                return thread;
            });
            var commands = new ControlCommands(simulator);
            faults.forEach(commands::order);
            var control = new ControlPort(server, threads, commands);
            server.setExecutor(threads);
            server.createContext("/", control::handle);
            server.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot serve the control port on 127.0.0.1:" + port
                            + ". Choose another port, or 0 for any free one.",
                    e);
        }
    }

    /** Where it listens. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = JSON.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Reply(int status, Object body) {

        static Reply error(int status, String why) {
            return new Reply(status, Map.of("error", why));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        if (!LOOPBACK.matcher(host).matches()) {
            return Reply.error(403, "The Host header has to name this machine.");
        }
        byte[] given = exchange.getRequestBody().readNBytes(MOST_BYTES);
        String contentType = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!exchange.getRequestMethod().equals("GET") && !contentType.startsWith("application/json")) {
            return Reply.error(415, "Use Content-Type: application/json.");
        }
        try {
            Map<String, Object> body =
                    given.length == 0 ? Map.of() : JSON.readValue(new String(given, StandardCharsets.UTF_8), OBJECT);
            return new Reply(
                    200,
                    commands.run(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            body));
        } catch (JsonProcessingException e) {
            return Reply.error(400, "The body is not a JSON object.");
        } catch (NoSuchElementException e) {
            return Reply.error(404, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | ClassCastException e) {
            return Reply.error(400, String.valueOf(e.getMessage()));
        } catch (RecordRefused refused) {
            return Reply.error(409, refused.detail());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
