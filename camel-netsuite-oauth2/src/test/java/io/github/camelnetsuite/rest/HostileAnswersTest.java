package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No answer, however long or slow, holds a route for ever. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileAnswersTest {

    private static final RestRequest CALL = RestRequest.record("GET", ResourcePath.parse("customer/42"));

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CloseableHttpClient http =
            HttpClients.custom().disableAutomaticRetries().build();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        http.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"<html>, is not the JSON object it should be", "[, is not the JSON object it should be"})
    void anAnswerWithoutEndThatIsNoJsonObjectIsCutOff(String start, String expected) {
        answerWithoutEnd(200, start);

        assertThatThrownBy(() -> client(Duration.ofMinutes(10)).send(CALL))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void anObjectWithoutEndIsCutOffAtTheBound() {
        answerWithoutEnd(200, "{\"id\": ");

        assertThatThrownBy(() -> client(Duration.ofMinutes(10)).send(CALL))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("is larger than 64 MiB");
    }

    @Test
    void aRefusalWithoutEndIsStillARefusal() {
        answerWithoutEnd(404, "no such record");

        assertThatThrownBy(() -> client(Duration.ofMinutes(10)).send(CALL))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("NetSuite answered 404 to GET /services/rest/record/v1/customer/42");
    }

    @ParameterizedTest
    @CsvSource({"200", "404"})
    void anAnswerThatStopsHalfwayIsCutOffInTime(int status) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
            exchange.close();
        });

        assertThatThrownBy(() -> client(Duration.ofMillis(500)).send(CALL))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessage(
                        "The answer of 127.0.0.1 to GET /services/rest/record/v1/customer/42 was not complete within 0"
                                + " s, so it was cut off. NetSuite or a proxy is overloaded; ask for less at a time, such as with a"
                                + " smaller pageSize. Whether a write took place is unknown: look before repeating it.");
        assertThat(end.getCount()).isOne();
    }

    private void answerWithoutEnd(int status, String start) {
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(start.getBytes(StandardCharsets.US_ASCII));
            while (end.getCount() > 0) {
                body.write(spaces);
            }
        });
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private NetSuiteClient client(Duration longest) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new NetSuiteClient(http, ServiceUrls.of(AccountId.parse("1234567"), url, url), new OneToken(), longest);
    }
}
