package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.http.TestRequests;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {

    private static final String CUSTOMER = "/services/rest/record/v1/customer/42";
    private static final String RESTLET = "/app/site/hosting/restlet.nl?script=1&deploy=1";
    private static final Duration FOREVER = Duration.ofDays(1);

    private NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private Caller caller = new Caller(simulator);
    private String token = caller.accessToken();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void restart(NetSuiteSimulator.Builder builder) {
        simulator.close();
        simulator = builder.start();
        caller = new Caller(simulator);
        token = caller.accessToken();
    }

    private HttpRequest.Builder customer() {
        return Caller.request(simulator.suiteTalkUrl(), CUSTOMER).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder restlet() {
        return Caller.request(simulator.restletsUrl(), RESTLET).header("Authorization", "Bearer " + token);
    }

    private CompletableFuture<HttpResponse<String>> inBackground(HttpRequest.Builder request) {
        return CompletableFuture.supplyAsync(() -> caller.send(request));
    }

    private void awaitRunning(int count) {
        while (simulator.traffic().running() != count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oneLimitHoldsForBothPortsTogether() throws Exception {
        simulator.settings().concurrencyLimit(2);
        Gate gate = simulator.faults().onApi().times(2).hold();
        var rest = inBackground(customer());
        var restlet = inBackground(restlet());
        gate.awaitArrivals(2);

        assertThat(caller.send(customer()).statusCode()).isEqualTo(429);
        assertThat(caller.send(restlet()).body()).contains("SSS_REQUEST_LIMIT_EXCEEDED");

        gate.release();
        assertThat(rest.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(restlet.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
        assertThat(caller.send(customer()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestCountsForAsLongAsItIsProcessed() {
        simulator.settings().concurrencyLimit(1).processing(FOREVER);
        // The JDK's client repeats a GET whose connection breaks, but no POST.
        var first = inBackground(customer().POST(HttpRequest.BodyPublishers.ofString("{}")));
        awaitRunning(1);

        assertThat(caller.send(customer()).statusCode()).isEqualTo(429);
        assertThat(first).isNotDone();

        simulator.reset();
        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class);
        assertThat(caller.get(CUSTOMER).statusCode()).isEqualTo(200);
    }

    @Test
    void processingTakesItsTimeAndThenTheRequestIsServed() {
        simulator.settings().processing(Duration.ofMillis(1));

        assertThat(caller.send(customer()).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenIsGivenHoweverBusyTheAccountIs() {
        simulator.settings().concurrencyLimit(0).processing(FOREVER);

        assertThat(caller.accessToken()).isNotEmpty();
    }

    @Test
    void whatWasAskedIsCounted() throws Exception {
        simulator.settings().concurrencyLimit(2);
        Gate gate = simulator.faults().onApi().times(2).hold();
        var held = CompletableFuture.allOf(inBackground(customer()), inBackground(customer()));
        gate.awaitArrivals(2);
        caller.send(customer());
        gate.release();
        held.get(20, TimeUnit.SECONDS);
        awaitRunning(0);

        assertThat(simulator.traffic()).isEqualTo(new Traffic(1, 3, 1, 0, 0, 2));

        simulator.reset();
        assertThat(simulator.traffic()).isEqualTo(new Traffic(0, 0, 0, 0, 0, 0));
    }

    @Test
    void theBodyCanBeTheHelpsSampleWhichIsNotJson() {
        restart(NetSuiteSimulator.builder().quirk(Quirk.CONCURRENCY_BODY, "as in the sample, not JSON"));
        simulator.settings().concurrencyLimit(0);

        HttpResponse<String> response = caller.send(customer());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body())
                .contains("\"title\":\"Bad Request\"", "CONCURRENCY_LIMIT_EXCEEDED", "]\"o:errorCode\":\"USER_ERROR\"");
        assertThatThrownBy(() -> new ObjectMapper().readTree(response.body()))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void anOverloadedAccountCanKeepARequestWaitingUntilThereIsRoom() throws Exception {
        restart(NetSuiteSimulator.builder().quirk(Quirk.CONCURRENCY_QUEUE, "queued for 60 s"));
        simulator.settings().concurrencyLimit(1);
        Gate gate = simulator.faults().onApi().once().hold();
        var first = inBackground(customer());
        gate.awaitArrivals(1);
        var queued = inBackground(customer());

        gate.release();

        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(queued.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(simulator.traffic().mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aRequestThatHasWaitedLongEnoughIsRefused() {
        var conduct = new Conduct(Quirks.defaults().with(Quirk.CONCURRENCY_QUEUE, "queued for 60 s"));
        var limit = new ConcurrencyLimit(
                new Settings(settings -> settings.concurrencyLimit(0)),
                conduct,
                new ErrorResponses(conduct, "1234567"),
                Duration.ofMillis(5));

        Answer answer = limit.within(TestRequests.get(CUSTOMER), () -> Response.empty(200));

        assertThat(answer).isInstanceOfSatisfying(Response.class, response -> assertThat(response.status())
                .isEqualTo(429));
    }

    @Test
    void settingsGivenAtTheStartComeBackWithAReset() {
        restart(NetSuiteSimulator.builder().settings(settings -> settings.concurrencyLimit(7)));
        simulator.settings().concurrencyLimit(0);

        simulator.reset();

        assertThat(Caller.json(caller.get("/services/rest/system/v1/governanceLimits"))
                        .path("accountConcurrencyLimit")
                        .asInt())
                .isEqualTo(7);
    }
}
