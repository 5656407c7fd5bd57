package io.github.camelnetsuite.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In test mode, where the Dev Service is NetSuite. */
@QuarkusTest
@Timeout(180)
class ExampleTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    Flows flows;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI application;

    @Test
    void bothFlowsRunOnceAndAllIsWell() throws Exception {
        assertThat(flows.firstRound().await(true, Duration.ofMinutes(2))).isTrue();
        assertThat(flows.firstRound().well()).isTrue();
        await().atMost(Duration.ofMinutes(2)).until(() -> flows.firstRound().ordersWell() >= 2);
    }

    // snippet:test
    @Test
    void theRestEndpointReadsACustomer() throws Exception {
        HttpResponse<String> answer = get("customers/42");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"id\":\"42\"");
    }
    // end:test

    @Test
    void aCustomerThatNetSuiteDoesNotHaveIsNotFound() throws Exception {
        HttpResponse<String> answer = get("customers/4711");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such customer.").doesNotContain("/services/rest");
    }

    @Test
    void anUnsignedOrderIsRefused() throws Exception {
        assertThat(post("{}").statusCode()).isEqualTo(401);
    }

    @Test
    void anOrderLargerThanTheWebhookTakesIsRefusedWithTheReason() throws Exception {
        HttpResponse<String> answer = post("x".repeat(262_145));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"status\":413,\"reason\":\"The body is larger than 262144 bytes.\"}");
    }

    private HttpResponse<String> post(String order) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(application.resolve("orders"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(application.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
