package io.github.camelnetsuite.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.Nullable;

/** Both hosts of an account, answering as it is told and remembering what it was asked, but for access tokens. */
public final class ScriptedHosts implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Function<Asked, Answer>> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CloseableHttpClient http =
            HttpClients.custom().disableAutomaticRetries().build();

    public ScriptedHosts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What was asked of it. */
    public record Asked(String method, String path, String query, Map<String, List<String>> headers, String body) {

        /** The only value of a header; null when there is none. */
        @Nullable
        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : String.join(" and ", values);
        }
    }

    /** What it says, in ISO 8859-1, so that each character is a byte. */
    public record Answer(int status, String type, String bytes) {

        public static Answer json(String json) {
            return json(200, json);
        }

        public static Answer json(int status, String json) {
            return of(status, "application/json", json);
        }

        public static Answer of(int status, String type, String text) {
            return in(StandardCharsets.UTF_8, status, type, text);
        }

        public static Answer in(Charset charset, int status, String type, String text) {
            return new Answer(status, type, new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
        }
    }

    /** The next request is answered so. */
    public ScriptedHosts then(Answer answer) {
        return then(request -> answer);
    }

    public ScriptedHosts then(Function<Asked, Answer> answer) {
        script.add(answer);
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    NetSuiteClient client() {
        String url = url();
        return NetSuiteClient.builder(http, ServiceUrls.of(AccountId.parse("1234567"), url, url), new OneToken())
                .pauses(new VirtualPauses())
                .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Asked request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Answer answer = request.path().endsWith("/token")
                ? Answer.json("{\"access_token\": \"the-token\", \"expires_in\": 3600, \"token_type\": \"bearer\"}")
                : next(request);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        byte[] body = answer.bytes().getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer next(Asked request) {
        asked.add(request);
        Function<Asked, Answer> next = script.poll();
        return next == null ? Answer.json(500, "{\"title\": \"not in the script\"}") : next.apply(request);
    }

    @Override
    public void close() throws IOException {
        http.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
