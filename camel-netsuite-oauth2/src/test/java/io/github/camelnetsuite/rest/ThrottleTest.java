package io.github.camelnetsuite.rest;

import static io.github.camelnetsuite.rest.CallEvent.Kind.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.utils.DateUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A throttled call did nothing, so it waits and is sent again, whatever it is. */
@Timeout(60)
class ThrottleTest {

    private static final ResourcePath CUSTOMER = ResourcePath.parse("customer");

    private final CallBench bench = new CallBench();

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void aThrottledWriteIsSentAgainAfterPausesThatGrow() {
        bench.server.throttles().throttles().throttles().written("/services/rest/record/v1/customer/7");

        RestAnswer answer =
                bench.writes().create(CUSTOMER, CallBench.body("{'companyName': 'Acme'}"), WriteOptions.defaults());

        assertThat(answer.recordId()).hasValue("7");
        assertThat(bench.server.calls()).hasSize(4).containsOnly("POST /services/rest/record/v1/customer");
        assertThat(bench.pauses.taken())
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(bench.events()).containsExactly(THROTTLED, THROTTLED, THROTTLED);
        assertThat(bench.limiter.status().permits()).as("halved three times").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":\"SSS_REQUEST_LIMIT_EXCEEDED\",\"message\":\"Request limit exceeded\"}}",
                "{\"error\" : {\"code\" : \"SSS_REQUEST_LIMIT_EXCEEDED\", \"message\" : \"L\u00edmite excedido\"}}",
                "\"{\\\"error\\\":{\\\"code\\\":\\\"SSS_REQUEST_LIMIT_EXCEEDED\\\"}}\"",
                "{\"type\":\"error.SuiteScriptError\",\"name\":\"SSS_REQUEST_LIMIT_EXCEEDED\",\"message\":\"Too many\"}",
                "<error><code>SSS_REQUEST_LIMIT_EXCEEDED</code><message>Too many</message></error>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<error>\n  <code>SSS_REQUEST_LIMIT_EXCEEDED</code></error>",
                "error code: SSS_REQUEST_LIMIT_EXCEEDED\nerror message: Too many",
                "Request failed: SSS_REQUEST_LIMIT_EXCEEDED"
            })
    void aRestletSaysItWith400InAnyFormOfBody(String body) {
        bench.server.answers(400, body).answers(200, "{\"ok\": true}");

        RestAnswer answer = bench.client().send(RestRequest.path("POST", "/app/site/hosting/restlet.nl"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(bench.events()).containsExactly(THROTTLED);
    }

    @Test
    void aThrottleWhoseBodyIsDamagedOrMissingIsStillOne() {
        bench.server
                .answers(429, "{\"title\":\"Bad Request\" \"status\":429,\"o:errorCode\":\"USER_ERROR\"}")
                .answers(429, "")
                .answers(200, "{}");

        bench.client().send(get());

        assertThat(bench.events()).containsExactly(THROTTLED, THROTTLED);
    }

    @Test
    void retryAfterIsWaitedOutInFull() {
        // The server dates its answers by the real time, which is not the client's here.
        bench.server
                .answers(429, "", "Retry-After", "20")
                .then(exchange -> {
                    Instant until = Instant.now().plusSeconds(30);
                    exchange.getResponseHeaders().add("Retry-After", DateUtils.formatStandardDate(until));
                    exchange.sendResponseHeaders(429, -1);
                    exchange.close();
                })
                .answers(200, "{}");

        bench.client().send(get());

        assertThat(bench.pauses.taken().get(0)).isEqualTo(Duration.ofMillis(20_500));
        assertThat(bench.pauses.taken().get(1)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(32));
    }

    @Test
    void aRetryAfterBeyondTheTimeThatIsLeftEndsTheCallAtOnce() {
        bench.server.answers(429, "", "Retry-After", "61");

        assertThatThrownBy(() -> bench.client().send(get()))
                .isInstanceOfSatisfying(NetSuiteUnavailableException.class, e -> assertThat(e.retryAfter())
                        .hasValue(Duration.ofSeconds(61)))
                .hasMessageEndingWith("It was sent once, and retryTimeout (60000 ms) leaves no time for more.");
        assertThat(bench.pauses.taken()).isEmpty();
    }

    @Test
    void theWaitingIsBoundedByRetryTimeout() {
        bench.server.throttles();

        assertThatThrownBy(() -> bench.client(Duration.ofSeconds(60)).send(get()))
                .isInstanceOfSatisfying(
                        NetSuiteException.class, e -> assertThat(e.errorCode()).hasValue("CONCURRENCY_LIMIT_EXCEEDED"))
                .hasMessageContaining("The account's limit of concurrent requests is reached.")
                .hasMessageEndingWith("It was sent 9 times, and retryTimeout (60000 ms) leaves no time for more.");
        assertThat(bench.pauses.taken().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void withoutRetryTimeoutNothingIsWaitedFor() {
        bench.server.throttles();

        assertThatThrownBy(() -> bench.client(Duration.ZERO).send(get()))
                .isInstanceOf(NetSuiteUnavailableException.class);
        assertThat(bench.server.calls()).hasSize(1);
    }

    @Test
    void aContextThatStopsEndsThePause() throws Exception {
        bench.server.throttles();
        NetSuiteClient client = NetSuiteClient.builder(
                        HttpClients.createDefault(),
                        ServiceUrls.of(
                                AccountId.parse("1234567"),
                                bench.server.url().toString(),
                                bench.server.url().toString()),
                        bench.tokens)
                .retryTimeout(Duration.ofHours(1))
                .random(() -> 1)
                .build();
        CompletableFuture<Throwable> call = CompletableFuture.supplyAsync(() -> {
            try {
                return new AssertionError(client.send(get()));
            } catch (NetSuiteException e) {
                return e;
            }
        });

        client.endPauses();

        assertThat(call.get(30, TimeUnit.SECONDS))
                .hasMessageEndingWith("It was not sent again, because the Camel context is stopping.");
    }

    @Test
    void aCallHoldsNoPermitWhileItPauses() {
        bench.server.throttles().then(exchange -> {
            assertThat(bench.limiter.status().inFlight()).isEqualTo(1);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        bench.client().send(get());

        assertThat(bench.limiter.status().inFlight()).isZero();
        assertThat(bench.limiter.status().granted()).isEqualTo(2);
    }

    private static RestRequest get() {
        return RestRequest.record("GET", ResourcePath.parse("customer/42"));
    }
}
