package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ControlPortTest {

    private static final String CUSTOMER = "/services/rest/record/v1/customer/42";

    private final NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private final Caller caller = new Caller(simulator);
    private final ControlPort control =
            ControlPort.start(simulator, 0, List.of(FaultOrder.parse("on=token,effect=serverError,times=1")));

    @AfterEach
    void stop() {
        control.close();
        simulator.close();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return caller.send(Caller.request(control.url(), path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode ask(String method, String path, String body) {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Caller.json(response);
    }

    private JsonNode get(String path) {
        return ask("GET", path, "");
    }

    @Test
    void itListsWhatItCanDo() {
        assertThat(get("/").fieldNames()).toIterable().contains("GET /traffic", "POST /faults", "PATCH /settings");
    }

    @Test
    void settingsAreReadAndChanged() {
        ask(
                "PATCH",
                "/settings",
                "{\"concurrencyLimit\":5,\"integrationConcurrencyLimit\":4,\"processing\":\"PT0.002S\","
                        + "\"closedBefore\":\"2026-01-31\",\"m2mGrant\":false,\"integrationEnabled\":true,\"roleEnabled\":true}");

        assertThat(get("/settings"))
                .hasToString(
                        "{\"concurrencyLimit\":5,\"integrationConcurrencyLimit\":4,\"processing\":\"PT0.002S\","
                                + "\"closedBefore\":\"2026-01-31\",\"integrationEnabled\":true,\"roleEnabled\":true,\"m2mGrant\":false}");
        assertThat(simulator.settings().m2mGrant()).isFalse();
    }

    @Test
    void trafficAndFaultsAreCounted() {
        ask(
                "POST",
                "/faults",
                "{\"on\":\"api\",\"method\":\"GET\",\"rate\":1,\"times\":2,\"effect\":\"throttle\",\"seed\":7}");
        caller.tokenForm("x=y");
        HttpRequest.Builder customer = caller.authorized(CUSTOMER);
        assertThat(caller.send(customer).statusCode()).isEqualTo(429);
        assertThat(caller.send(customer).statusCode()).isEqualTo(429);
        assertThat(caller.send(customer).statusCode()).isEqualTo(200);

        assertThat(get("/traffic"))
                .hasToString(
                        "{\"tokenRequests\":2,\"apiRequests\":3,\"refused\":0,\"running\":0,\"processing\":0,\"mostAtOnce\":1,"
                                + "\"faults\":[{\"fault\":\"effect=serverError,on=token,times=1\",\"hits\":1},"
                                + "{\"fault\":\"effect=throttle,method=GET,on=api,rate=1,times=2\",\"hits\":2}]}");
        assertThat(get("/requests")
                        .path("GET /services/rest/record/v1/customer/{id}")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void faultsEnd() {
        ask("POST", "/faults", "{\"effect\":\"serverError\"}");
        assertThat(caller.send(caller.authorized(CUSTOMER)).statusCode()).isIn(401, 500);

        ask("DELETE", "/faults", "{}");

        assertThat(caller.get(CUSTOMER).statusCode()).isEqualTo(200);
        assertThat(get("/traffic").path("faults")).isEmpty();
    }

    @Test
    void recordsAreWrittenAndSummedUp() {
        long before = get("/summary/customer").path("count").asLong();
        String id = ask(
                        "POST",
                        "/records/customer",
                        "{\"externalId\":\"X-1\",\"companyName\":\"N\",\"subsidiary\":{\"id\":\"1\"}}")
                .path("id")
                .asText();
        ask("PATCH", "/records/customer/eid:X-1", "{\"comments\":\"hello\"}");

        assertThat(get("/records/customer/" + id).path("comments").asText()).isEqualTo("hello");
        assertThat(get("/summary/customer").path("count").asLong()).isEqualTo(before + 1);

        ask("DELETE", "/records/customer/eid:X-1", "{}");
        assertThat(send("GET", "/records/customer/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void rowsGrowAndChurn() {
        assertThat(ask("POST", "/grow", "{\"type\":\"inventoryItem\",\"rows\":100}")
                        .path("ids"))
                .hasToString("[81,180]");
        ask("POST", "/churn", "{\"type\":\"inventoryItem\",\"inserts\":1,\"changes\":2,\"deletes\":3,\"seed\":4}");
        ask("DELETE", "/faults", "{}");
        caller.suiteQl("SELECT id FROM item", "");
        ask("DELETE", "/churn", "{}");
        caller.suiteQl("SELECT id FROM item", "");

        JsonNode churn = get("/churn");
        assertThat(churn.path("inserted")).hasToString("[181]");
        assertThat(churn.path("deleted")).hasSize(3);
        assertThat(churn.path("changed").asInt()).isEqualTo(2);
    }

    @Test
    void tokensExpireAndAResetStartsAnew() {
        ask("DELETE", "/faults", "{}");
        HttpRequest.Builder customer = caller.authorized(CUSTOMER);
        ask("POST", "/expire-tokens", "{}");
        assertThat(caller.send(customer).statusCode()).isEqualTo(401);

        ask("POST", "/reset", "{}");

        assertThat(get("/traffic").path("apiRequests").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/nothing||404|There is no GET /nothing",
                "PUT|/records/customer/42|{}|404|GET / lists",
                "GET|/records/customer/4711||404|There is no customer 4711",
                "GET|/records/unicorn/1||400|There is no record type 'unicorn'",
                "PATCH|/settings|{\"speed\":1}|400|There is no setting 'speed'",
                "PATCH|/settings|{\"processing\":\"fast\"}|400|PT0.2S",
                "PATCH|/settings|{\"closedBefore\":\"soon\"}|400|2026-01-31",
                "PATCH|/settings|{\"concurrencyLimit\":1.5}|400|not a whole number",
                "PATCH|/settings|{\"roleEnabled\":\"no\"}|400|Boolean",
                "POST|/faults|{\"effect\":\"explode\"}|400|There are loseAnswer",
                "POST|/faults|{\"on\":\"mars\",\"effect\":\"html\"}|400|It can be on token",
                "POST|/faults|{\"often\":1}|400|A fault has no 'often'",
                "POST|/faults|{\"effect\":\"html\",\"rate\":2}|400|between 0 and 1",
                "POST|/grow|{\"rows\":1}|400|'type' is missing",
                "POST|/records/customer|{}|409|Please enter value(s) for",
                "POST|/grow|[]|400|not a JSON object"
            })
    void whatIsWrongIsSaid(String method, String path, String body, int status, String why) {
        HttpResponse<String> response = send(method, path, body == null ? "" : body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Caller.json(response).path("error").asText()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", ""})
    void aWebPageThatWasLuredHereCanDoNothing(String host) throws IOException {
        try (var client = new RawClient(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), control.url().getPort()))) {
            assertThat(client.exchange("GET /traffic HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
        }
        assertThat(caller.send(Caller.request(control.url(), "/reset")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aTakenPortIsSaidPlainly() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> ControlPort.start(simulator, taken.getLocalPort(), List.of()))
                    .hasMessage("Cannot serve the control port on 127.0.0.1:" + taken.getLocalPort()
                            + ". Choose another port, or 0 for any free one.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on=writes,effect=loseAnswer,rate=0.05",
                "on=restlets,effect=loseAnswerBehind,status=502",
                "on=suiteQl,effect=cutConnection,times=3",
                "on=any,effect=truncateBody",
                "effect=html,status=503,pathMatching=.*/customer/.*",
                "effect=recordChanged,path=/x",
                "effect=expiredToken",
                "effect=latency,millis=1"
            })
    void faultsAreOrderedInWords(String words) {
        assertThat(FaultOrder.parse(words).setUp(simulator.faults()).hits()).isZero();
    }

    @Test
    void aWordWithoutValueIsRefused() {
        assertThatThrownBy(() -> FaultOrder.parse("effect")).hasMessage("'effect' is not like rate=0.05");
    }
}
