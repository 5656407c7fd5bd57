package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultRatesTest {

    private static final String CUSTOMER = "/services/rest/record/v1/customer/42";
    private static final String ORDERS = "/services/rest/record/v1/salesOrder";
    private static final String RESTLET = "/app/site/hosting/restlet.nl?script=1&deploy=1";

    private final NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private final Caller caller = new Caller(simulator);
    private final String token = caller.accessToken();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpRequest.Builder customer() {
        return Caller.request(simulator.suiteTalkUrl(), CUSTOMER).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder order(String externalId) {
        return Caller.request(simulator.suiteTalkUrl(), ORDERS)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"externalId\":\"" + externalId
                        + "\",\"entity\":{\"id\":\"42\"}," + "\"item\":{\"items\":[{\"item\":{\"id\":\"1\"}}]}}"));
    }

    private List<Integer> statuses(int requests) {
        return IntStream.range(0, requests)
                .map(i -> caller.send(customer()).statusCode())
                .boxed()
                .toList();
    }

    @Test
    void theSameSeedStrikesTheSameRequests() {
        Fault first = simulator.faults().seed(7).onApi().rate(0.3).serverError();
        List<Integer> statuses = statuses(60);
        simulator.faults().clear();
        simulator.faults().seed(7).onApi().rate(0.3).serverError();

        assertThat(statuses(60)).isEqualTo(statuses).contains(200, 500);
        assertThat(first.hits()).isBetween(6L, 36L);

        simulator.faults().clear();
        simulator.faults().seed(8).onApi().rate(0.3).serverError();
        assertThat(statuses(60)).isNotEqualTo(statuses);
    }

    @Test
    void eachFaultHasItsOwnDice() {
        simulator.faults().seed(7);
        simulator.faults().onToken().rate(0.3).serverError();
        simulator.faults().onApi().rate(0.3).serverError();
        List<Integer> alone = statuses(30);
        simulator.faults().clear();
        simulator.faults().seed(7);
        Fault token = simulator.faults().onToken().rate(0.3).serverError();
        simulator.faults().onApi().rate(0.3).serverError();
        IntStream.range(0, 20).forEach(i -> caller.tokenForm("x=y"));

        assertThat(statuses(30)).isEqualTo(alone);
        assertThat(token.hits()).isPositive();
    }

    @Test
    void aRateEndsWithItsNumberOfTimes() {
        Fault fault = simulator.faults().onApi().rate(0.5).times(2).serverError();

        statuses(40);

        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void noneAndAllAreRatesToo() {
        simulator.faults().onApi().rate(0).serverError();
        assertThat(statuses(10)).containsOnly(200);

        simulator.faults().onApi().rate(1).serverError();
        assertThat(statuses(10)).containsOnly(500);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aRateIsAShare(double rate) {
        FaultSetup setup = simulator.faults().onApi();

        assertThatThrownBy(() -> setup.rate(rate)).hasMessage("A rate is between 0 and 1, not " + rate);
    }

    @Test
    void ofEveryLostAnswerTheWriteHappened() {
        Fault losing = simulator.faults().seed(3).onWrites().rate(0.4).loseAnswer();
        int lost = 0;
        for (int i = 0; i < 20; i++) {
            try {
                assertThat(caller.trySend(order("SHOP-A" + i)).statusCode()).isEqualTo(204);
            } catch (IOException e) {
                lost++;
            }
        }

        assertThat(lost).isPositive().isEqualTo((int) losing.hits());
        for (int i = 0; i < 20; i++) {
            assertThat(simulator.records().idOfExternal("salesOrder", "SHOP-A" + i))
                    .isPresent();
        }
    }

    @Test
    void aProxyCanLoseTheAnswer() {
        simulator.faults().onWrites().once().loseAnswerBehind(504);

        HttpResponse<String> response = caller.send(order("SHOP-7"));

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
        assertThat(simulator.records().idOfExternal("salesOrder", "SHOP-7")).isPresent();
    }

    @Test
    void aServerErrorAndAThrottleDoNothing() {
        simulator.faults().onWrites().once().serverError();
        simulator.faults().onWrites().once().throttle();

        HttpResponse<String> broken = caller.send(order("SHOP-7"));
        HttpResponse<String> throttled = caller.send(order("SHOP-7"));

        assertThat(Caller.json(broken).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo("UNEXPECTED_ERROR");
        assertThat(broken.body()).containsPattern("Error ID: [0-9A-F]{12}");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(simulator.records().idOfExternal("salesOrder", "SHOP-7")).isEmpty();
    }

    @Test
    void restletsFailInTheirOwnForm() {
        simulator.faults().onRestlets().once().serverError();
        simulator.faults().onRestlets().once().throttle();
        HttpRequest.Builder restlet =
                Caller.request(simulator.restletsUrl(), RESTLET).header("Content-Type", "application/json");

        HttpResponse<String> broken = caller.send(restlet);
        HttpResponse<String> throttled = caller.send(restlet);

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(Caller.json(broken).at("/error/code").asText()).isEqualTo("UNEXPECTED_ERROR");
        assertThat(throttled.statusCode()).isEqualTo(400);
        assertThat(Caller.json(throttled).at("/error/code").asText()).isEqualTo("SSS_REQUEST_LIMIT_EXCEEDED");
    }

    @Test
    void aQueryIsNoWrite() {
        simulator.faults().onWrites().serverError();
        Fault queries = simulator.faults().onSuiteQl().once().serverError();

        assertThat(caller.suiteQl("SELECT id FROM item", "").statusCode()).isEqualTo(500);
        assertThat(caller.suiteQl("SELECT id FROM item", "").statusCode()).isEqualTo(200);
        assertThat(queries.hits()).isEqualTo(1);
    }
}
