package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTest {

    private static final String SERVER_TIME = "/services/rest/system/v1/serverTime";

    private final NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private final Caller caller = new Caller(simulator);
    private final String token = caller.accessToken();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpRequest.Builder serverTime() {
        return Caller.request(simulator.suiteTalkUrl(), SERVER_TIME).header("Authorization", "Bearer " + token);
    }

    private String raw(String request) throws IOException {
        try (var client = new RawClient(simulator.suiteTalkAddress())) {
            return client.exchange(request);
        }
    }

    @Test
    void oneConnectionServesRequestAfterRequest() throws IOException {
        String head = "GET " + SERVER_TIME + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n";

        String answers = raw(head + "\r\n" + head + "Connection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    }

    @Test
    void aBodyMayComeInChunks() throws IOException {
        String answer = raw(String.join(
                "\r\n",
                "POST /services/rest/auth/oauth2/v1/token HTTP/1.1",
                "Host: x",
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "b",
                "grant_type=",
                "3;x=y",
                "foo",
                "0",
                "",
                ""));

        assertThat(answer).startsWith("HTTP/1.1 400").endsWith("{\"error\":\"unsupported_grant_type\"}");
    }

    @Test
    void aCallerWhoWaitsForContinueIsToldTo() throws IOException {
        String answer = raw(String.join(
                "\r\n",
                "POST /services/rest/auth/oauth2/v1/token HTTP/1.1",
                "Host: x",
                "Expect: 100-continue",
                "Content-Length: 1",
                "Connection: close",
                "",
                "x"));

        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400");
    }

    @Test
    void whatIsNotHttpIsNotAnswered() throws IOException {
        assertThat(raw("\u0016\u0003\u0001 hello\r\n\r\n")).isEmpty();
    }

    @Test
    void manyCallersAreServedAtOnce() {
        Gate gate = simulator.faults().onApi().hang();
        var answers = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> caller.send(serverTime()), task -> {
                    var thread = new Thread(task);
                    thread.setDaemon(true);
                    thread.start();
                }))
                .toList();

        gate.awaitArrivals(100);
        gate.release();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void requestsAreRecordedWithoutTheirToken() {
        caller.write("PATCH", "/services/rest/record/v1/customer/42?x=1", "{\"comments\":\"hello\"}");

        RecordedRequest token = simulator.requests().get(simulator.requests().size() - 2);
        RecordedRequest patch = simulator.requests().get(simulator.requests().size() - 1);
        assertThat(token.isToken()).isTrue();
        assertThat(token.bodySize()).isPositive();
        assertThat(token.body()).isEmpty();
        assertThat(patch.method()).isEqualTo("PATCH");
        assertThat(patch.path()).isEqualTo("/services/rest/record/v1/customer/42");
        assertThat(patch.query()).isEqualTo("x=1");
        assertThat(patch.body()).isEqualTo("{\"comments\":\"hello\"}");
        assertThat(patch.header("authorization").orElse("")).matches("Bearer #[0-9a-f]{12}");
        assertThat(simulator.requests().toString()).doesNotContain(this.token);
    }

    @Test
    void aForgottenSimulatorKeepsNoJvmAlive() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("netsuite-simulator"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
