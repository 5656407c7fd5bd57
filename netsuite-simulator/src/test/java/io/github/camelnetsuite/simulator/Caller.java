package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Calls a simulator with the JDK's client, as a stranger would. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final NetSuiteSimulator simulator;

    private final Clock clock;

    Caller(NetSuiteSimulator simulator) {
        this(simulator, Clock.systemUTC());
    }

    Caller(NetSuiteSimulator simulator, Clock clock) {
        this.simulator = simulator;
        this.clock = clock;
    }

    HttpResponse<String> token(TestAssertion assertion) {
        return tokenForm("grant_type=client_credentials&client_assertion_type="
                + encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                + encode(assertion.text()));
    }

    HttpResponse<String> tokenForm(String form) {
        return send(request(simulator.suiteTalkUrl(), "/services/rest/auth/oauth2/v1/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** A fresh access token for the simulator's own credentials. */
    String accessToken() {
        return json(token(new TestAssertion(simulator, simulator.credentials(), "ES256", clock.instant())))
                .path("access_token")
                .asText();
    }

    HttpRequest.Builder authorized(String path) {
        return request(simulator.suiteTalkUrl(), path).header("Authorization", "Bearer " + accessToken());
    }

    HttpResponse<String> get(String path) {
        return send(authorized(path).GET());
    }

    HttpResponse<String> write(String method, String path, String body) {
        return send(authorized(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> suiteQl(String query, String parameters) {
        return send(authorized("/services/rest/query/v1/suiteql" + parameters)
                .header("Content-Type", "application/json")
                .header("Prefer", "transient")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.createObjectNode().put("q", query).toString())));
    }

    static HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return trySend(request);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> trySend(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + response.body(), e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
