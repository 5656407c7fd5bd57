package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultsTest {

    private static final String CUSTOMER = "/services/rest/record/v1/customer/42";
    private static final String ORDERS = "/services/rest/record/v1/salesOrder";
    private static final String ORDER = "{\"externalId\":\"SHOP-7\",\"entity\":{\"id\":\"42\"},"
            + "\"item\":{\"items\":[{\"item\":{\"id\":\"1\"}}]}}";

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final NetSuiteSimulator simulator =
            NetSuiteSimulator.builder().clock(clock).start();
    private final Caller caller = new Caller(simulator, clock);
    private final String token = caller.accessToken();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpRequest.Builder customer() {
        return Caller.request(simulator.suiteTalkUrl(), CUSTOMER).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder createOrder() {
        return Caller.request(simulator.suiteTalkUrl(), ORDERS)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ORDER));
    }

    private CompletableFuture<HttpResponse<String>> inBackground(HttpRequest.Builder request) {
        return CompletableFuture.supplyAsync(() -> caller.send(request));
    }

    private static HttpResponse<String> result(CompletableFuture<HttpResponse<String>> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aFaultOnTheTokenEndpointStrikesAsOftenAsSaid() {
        Fault fault = simulator.faults().onToken().times(2).status(500, "{\"error\":\"server_error\"}");
        TestAssertion assertion = new TestAssertion(simulator, simulator.credentials(), "ES256", clock.instant());

        assertThat(caller.token(assertion).body()).isEqualTo("{\"error\":\"server_error\"}");
        assertThat(caller.send(customer()).statusCode()).isEqualTo(200);
        assertThat(caller.token(assertion).statusCode()).isEqualTo(500);
        assertThat(caller.token(assertion).statusCode()).isEqualTo(200);
        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void aFaultIsForTheMethodAndPathNamed() {
        simulator.faults().onApi().method("POST").path(ORDERS).once().status(503, "");

        assertThat(caller.send(customer()).statusCode()).isEqualTo(200);
        assertThat(caller.send(createOrder()).statusCode()).isEqualTo(503);
        assertThat(caller.send(createOrder()).statusCode()).isEqualTo(204);
    }

    @Test
    void aStandingFaultLastsUntilItIsRemoved() {
        Fault fault = simulator.faults().onApi().html(502);

        HttpResponse<String> response = caller.send(customer());
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(caller.send(customer()).statusCode()).isEqualTo(502);
        fault.remove();
        assertThat(caller.send(customer()).statusCode()).isEqualTo(200);
    }

    @Test
    void ofALostAnswerTheWriteHappened() {
        simulator.faults().onApi().method("POST").path(ORDERS).once().loseAnswer();

        assertThatThrownBy(() -> caller.trySend(createOrder())).isInstanceOf(IOException.class);

        assertThat(simulator.records().idOfExternal("salesOrder", "SHOP-7")).isPresent();
    }

    @Test
    void ofACutConnectionTheWriteDidNotHappen() {
        simulator.faults().onApi().pathMatching(".*/salesOrder").once().cutConnection();

        assertThatThrownBy(() -> caller.trySend(createOrder())).isInstanceOf(IOException.class);

        assertThat(simulator.records().idOfExternal("salesOrder", "SHOP-7")).isEmpty();
    }

    @Test
    void aBodyBreaksOffHalfWay() {
        simulator.faults().onApi().once().truncateBody();

        assertThatThrownBy(() -> caller.trySend(customer()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void aHugeBodyStreams() throws Exception {
        simulator.faults().onApi().once().hugeBody(50);

        assertThat(caller.send(customer()).body().length()).isGreaterThan(50 * 1024 * 1024);
    }

    @Test
    void aRedirectNamesItsTarget() {
        simulator.faults().onApi().once().redirectTo(URI.create("http://evil.example/"));

        HttpResponse<String> response = caller.send(customer());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("http://evil.example/");
    }

    @Test
    void theDateHeaderFollowsTheClockAndCanBeOff() {
        assertThat(caller.send(customer()).headers().firstValue("Date")).hasValue("Sun, 1 Mar 2026 10:00:00 GMT");

        simulator.faults().onApi().once().dateSkew(Duration.ofMinutes(-7));

        assertThat(caller.send(customer()).headers().firstValue("Date")).hasValue("Sun, 1 Mar 2026 09:53:00 GMT");
    }

    @Test
    void aTokenExpiresJustBeforeItIsUsed() {
        simulator.faults().onApi().once().expiredToken();

        assertThat(caller.send(customer()).statusCode()).isEqualTo(401);
        assertThat(caller.get(CUSTOMER).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerGrowsAFieldNobodyKnows() {
        simulator.faults().onApi().once().unknownField();

        assertThat(caller.send(customer()).body()).endsWith("\"x-unheard-of\":{\"since\":\"2031.1\"}}");
    }

    @Test
    void aHeldAnswerComesWhenItIsReleased() throws Exception {
        Gate gate = simulator.faults().onApi().once().hold();
        var answer = inBackground(createOrder());

        gate.awaitArrivals(1);

        assertThat(simulator.records().idOfExternal("salesOrder", "SHOP-7")).isPresent();
        assertThat(answer).isNotDone();
        gate.release();
        assertThat(result(answer).statusCode()).isEqualTo(204);
    }

    @Test
    void aHangingRequestIsServedOnlyWhenReleased() throws Exception {
        Gate gate = simulator.faults().onApi().hang();
        var first = inBackground(createOrder());
        gate.awaitArrivals(1);
        assertThat(simulator.records().idOfExternal("salesOrder", "SHOP-7")).isEmpty();
        var second = inBackground(customer());
        gate.awaitArrivals(2);

        gate.releaseOne();
        CompletableFuture.anyOf(first, second).get(20, TimeUnit.SECONDS);

        assertThat(List.of(first.isDone(), second.isDone())).containsOnlyOnce(true);
        gate.release();
        assertThat(result(first).statusCode()).isEqualTo(204);
        assertThat(result(second).statusCode()).isEqualTo(200);
    }

    @Test
    void theRequestOverTheLimitIsRefused() throws Exception {
        simulator.settings().concurrencyLimit(1);
        Gate gate = simulator.faults().onApi().once().hold();
        var first = inBackground(customer());
        gate.awaitArrivals(1);

        HttpResponse<String> rest = caller.send(customer());
        HttpResponse<String> restlet =
                caller.send(Caller.request(simulator.restletsUrl(), "/app/site/hosting/restlet.nl?script=1&deploy=1")
                        .header("Content-Type", "application/json"));

        assertThat(rest.statusCode()).isEqualTo(429);
        assertThat(rest.headers().firstValue("Retry-After")).isEmpty();
        assertThat(Caller.json(rest).path("o:errorCode").asText()).isEqualTo("CONCURRENCY_LIMIT_EXCEEDED");
        assertThat(Caller.json(rest).at("/o:errorDetails/0/detail").asText())
                .isEqualTo("Concurrent request limit exceeded. Request blocked.");
        assertThat(restlet.statusCode()).isEqualTo(400);
        assertThat(Caller.json(restlet).at("/error/code").asText()).isEqualTo("SSS_REQUEST_LIMIT_EXCEEDED");
        gate.release();
        assertThat(result(first).statusCode()).isEqualTo(200);
    }

    @Test
    void aResetEndsFaultsAndOpensGates() throws Exception {
        Gate gate = simulator.faults().onApi().hang();
        var waiting = inBackground(customer());
        gate.awaitArrivals(1);

        simulator.reset();

        assertThat(result(waiting).statusCode()).isIn(200, 401);
        assertThat(caller.get(CUSTOMER).statusCode()).isEqualTo(200);
    }
}
