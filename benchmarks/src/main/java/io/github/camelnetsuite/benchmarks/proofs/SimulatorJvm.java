package io.github.camelnetsuite.benchmarks.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.simulator.SimulatorMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A simulator in a JVM of its own. */
final class SimulatorJvm implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(10);
    private static final String READY = "As environment variables:";
    private static final JsonMapper JSON = new JsonMapper();

    private final ChildJvm jvm;
    private final Map<String, String> printed;
    private final HttpClient http = HttpClient.newHttpClient();

    private SimulatorJvm(ChildJvm jvm, Map<String, String> printed) {
        this.jvm = jvm;
        this.printed = printed;
    }

    /** Starts one with these options, and waits until it is ready. */
    static SimulatorJvm start(String... options) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("--port=0", "--restlets-port=0", "--control-port=0", "--until-stdin-ends"));
        arguments.addAll(List.of(options));
        ChildJvm jvm = ChildJvm.start(SimulatorMain.class, List.of("-Xmx1g"), arguments);
        Map<String, String> printed = new HashMap<>();
        for (String line = jvm.line(START); !line.startsWith(READY); line = jvm.line(START)) {
            String[] parts = line.strip().split(" {2,}", 2);
            if (parts.length == 2) {
                printed.put(parts[0], parts[1]);
            }
        }
        return new SimulatorJvm(jvm, printed);
    }

    Account account() {
        return new Account(
                printed("suitetalk URL"),
                printed("restlets URL"),
                printed("account ID"),
                printed("consumer key"),
                printed("certificate ID"),
                printed("private key"));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return control("GET", path, "");
    }

    /** The record, or whatever else may not be there; null when it is not. */
    @Nullable
    JsonNode find(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, "");
        return answer.statusCode() == 404 ? null : read(answer);
    }

    JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        return read(send(method, path, body));
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(printed("control URL") + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("The control port answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String printed(String name) {
        return Objects.requireNonNull(printed.get(name), () -> "The simulator printed no " + name);
    }

    @Override
    public void close() throws InterruptedException {
        jvm.close();
    }
}
