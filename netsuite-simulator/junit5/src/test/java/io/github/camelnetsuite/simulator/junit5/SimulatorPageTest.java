package io.github.camelnetsuite.simulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.Gate;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.restlet.Restlet;
import io.github.camelnetsuite.simulator.restlet.ScriptError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page about the simulator shows. */
@Timeout(60)
class SimulatorPageTest {

    // snippet:extension
    @RegisterExtension
    static final NetSuiteSimulatorExtension netSuite =
            NetSuiteSimulatorExtension.with(builder -> builder.accountId("1234567_SB1"));

    @Test
    void knowsItsAccount() {
        NetSuiteSimulator simulator = netSuite.simulator();
        assertThat(simulator.credentials().accountId()).isEqualTo("1234567_SB1");
        // simulator.suiteTalkUrl(), simulator.restletsUrl(), simulator.consumerKey()
    }
    // end:extension

    @Test
    void faultsStrikeInTheOrderTheyWereSetUp() throws Exception {
        NetSuiteSimulator simulator = netSuite.simulator();
        // snippet:faults
        simulator.faults().onToken().times(3).status(500, "{\"error\":\"server_error\"}");
        simulator
                .faults()
                .onApi()
                .method("POST")
                .path("/services/rest/record/v1/salesOrder")
                .once()
                .loseAnswer();
        simulator.faults().seed(7).onWrites().rate(0.05).loseAnswer();
        // end:faults

        assertThat(post(simulator).get().statusCode()).isEqualTo(500);
    }

    @Test
    void aGateHoldsAnAnswer() throws Exception {
        NetSuiteSimulator simulator = netSuite.simulator();
        // snippet:gate
        Gate gate = simulator.faults().onToken().hold();
        CompletableFuture<HttpResponse<String>> answer = post(simulator);
        gate.awaitArrivals(1); // the answer is ready and waits
        gate.release();
        // end:gate

        assertThat(answer.get().statusCode()).isEqualTo(400);
    }

    @Test
    void aTestDeploysItsOwnRestlet() {
        NetSuiteSimulator simulator = netSuite.simulator();
        // snippet:restlet
        simulator
                .restlets()
                .deploy(
                        "customscript_stock",
                        "customdeploy_stock",
                        Restlet.get(call ->
                                        Map.of("item", call.parameter("item").orElseThrow(), "onHand", 5))
                                .andPost(call -> {
                                    throw new ScriptError(
                                            "SSS_USAGE_LIMIT_EXCEEDED", "Script Execution Usage Limit Exceeded");
                                }));
        // end:restlet

        assertThat(simulator.restlets().find("customscript_stock", "1")).isPresent();
    }

    private static CompletableFuture<HttpResponse<String>> post(NetSuiteSimulator simulator) {
        URI token = simulator.suiteTalkUrl().resolve("/services/rest/auth/oauth2/v1/token");
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(token)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
