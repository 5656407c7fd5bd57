package io.github.camelnetsuite.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the Actuator of an application on this port. */
final class Actuator {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Actuator(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/actuator");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create(base + path));
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }
}
