package io.github.camelnetsuite.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that plays answers one after the other, the last one for ever, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Step> script = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();

    /** One request as it came. */
    record Request(String method, String target, String authorization, String nameValidation, String body) {

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    /** Answers one request. */
    interface Step {
        void answer(HttpExchange exchange) throws IOException;
    }

    ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ScriptedServer then(Step step) {
        synchronized (script) {
            script.add(step);
        }
        return this;
    }

    /** Answers with this body; headers come in pairs of name and value. */
    ScriptedServer answers(int status, String body, String... headers) {
        return then(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** Answers as NetSuite answers a write: 204 and where the record is. */
    ScriptedServer written(String location) {
        return answers(204, "", "Location", location);
    }

    /** Ends the connection without an answer. */
    ScriptedServer losesTheAnswer() {
        return then(HttpExchange::close);
    }

    /** An error in NetSuite's own form. */
    ScriptedServer refuses(int status, String code, String detail) {
        return answers(status, error(status, code, detail));
    }

    ScriptedServer throttles() {
        return refuses(429, "CONCURRENCY_LIMIT_EXCEEDED", "Concurrent request limit exceeded. Request blocked.");
    }

    ScriptedServer hasNoSuchRecord() {
        return refuses(404, "NONEXISTENT_ID", "The record instance does not exist.");
    }

    static String error(int status, String code, String detail) {
        return "{\"type\":\"https://www.rfc-editor.org/rfc/rfc9110.html\",\"title\":\"Error\",\"status\":" + status
                + ",\"o:errorDetails\":[{\"detail\":\"" + detail + "\",\"o:errorCode\":\"" + code + "\"}]}";
    }

    List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Method and target of each request so far. */
    List<String> calls() {
        return requests().stream().map(Request::toString).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (requests) {
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-NetSuite-PropertyNameValidation")),
                    body));
        }
        Step step;
        synchronized (script) {
            step = script.size() > 1 ? script.poll() : script.peek();
        }
        if (step == null) {
            throw new AssertionError("The script is empty");
        }
        step.answer(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
