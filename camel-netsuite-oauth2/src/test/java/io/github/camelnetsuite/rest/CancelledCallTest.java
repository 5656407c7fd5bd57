package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call whose answer nobody wants any more waits for nothing, and is not sent again. */
@Timeout(60)
class CancelledCallTest {

    private final CallBench bench = new CallBench();
    private final Cancellation cancellation = new Cancellation();
    private final RestRequest request = RestRequest.path("GET", "/page").cancellation(cancellation);

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void itIsNotSentWhenItComesTooLate() {
        cancellation.cancel();

        assertThatThrownBy(() -> bench.client().send(request))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessage("The call to NetSuite was not made: nobody waits for its answer any more.");
        assertThat(bench.server.calls()).isEmpty();
    }

    @Test
    void itLeavesTheLineForAPermit() throws Exception {
        for (int i = 0; i < 5; i++) {
            bench.limiter.turn(Lane.BULK).acquire(Duration.ZERO);
        }
        FutureTask<RestAnswer> call = inOtherThread(bench.client());
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> bench.limiter.status().waitingPriority() == 1);

        cancellation.cancel();

        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
                .hasRootCauseMessage("The call to NetSuite was not made: nobody waits for its answer any more.");
        assertThat(bench.limiter.status().waitingPriority()).isZero();
    }

    @Test
    void itsPauseEnds() throws Exception {
        bench.server.answers(429, "", "Retry-After", "50");
        String url = bench.server.url().toString();
        try (CloseableHttpClient http = HttpClients.createMinimal()) {
            NetSuiteClient client = NetSuiteClient.builder(
                            http, ServiceUrls.of(AccountId.parse("1234567"), url, url), bench.tokens)
                    .listener(event -> {
                        if (event.kind() == CallEvent.Kind.THROTTLED) {
                            cancellation.cancel();
                        }
                    })
                    .build();

            assertThatThrownBy(() -> client.send(request))
                    .isInstanceOf(NetSuiteUnavailableException.class)
                    .hasMessageEndingWith("It was not sent again, because nobody waits for the answer any more.");
        }
        assertThat(bench.server.calls()).hasSize(1);
    }

    @Test
    void itIsCutOffAndNotSentAgain() {
        bench.server.then(exchange -> {
            cancellation.cancel();
            exchange.close();
        });

        assertThatThrownBy(() -> bench.client().send(request)).isInstanceOf(NetSuiteUnavailableException.class);
        assertThat(bench.server.calls()).hasSize(1);
        assertThat(bench.pauses.taken()).isEmpty();
    }

    private FutureTask<RestAnswer> inOtherThread(NetSuiteClient client) {
        FutureTask<RestAnswer> call = new FutureTask<>(() -> client.send(request));
        Thread thread = new Thread(call, "caller");
        thread.setDaemon(true);
        thread.start();
        return call;
    }
}
