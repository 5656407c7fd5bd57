package io.github.camelnetsuite.examples.flows;

import static io.github.camelnetsuite.examples.flows.FlowsUnderTest.OLD_SECRET;
import static io.github.camelnetsuite.examples.flows.FlowsUnderTest.SECRET;
import static io.github.camelnetsuite.examples.flows.FlowsUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.examples.flows.orders.WebhookSecret;
import io.github.camelnetsuite.examples.flows.orders.WebhookSignature;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(180)
class OrderWebhookTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private static final String ORDER = order("1001", "uk", "SKU-000003");

    @TempDir
    private Path data;

    private FlowsUnderTest flows;

    @BeforeEach
    void flows() {
        flows = new FlowsUnderTest(NETSUITE.simulator(), data);
    }

    @AfterEach
    void close() {
        flows.close();
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatIsNotRightIsRefusedWithItsReason(RouteForm form) throws Exception {
        flows.start(form);

        assertAnswer(
                flows.send(flows.message(ORDER).build()),
                401,
                "The header X-Shop-Timestamp is missing or is not seconds since 1970.");
        assertAnswer(
                flows.send(flows.message(ORDER)
                        .header(WebhookSignature.TIMESTAMP, flows.timestamp())
                        .build()),
                401,
                "The header X-Shop-Signature is missing or is not one or two signatures of 64 hex digits.");
        assertAnswer(
                flows.post(ORDER, flows.timestamp(), WebhookSecret.random()),
                401,
                "The signature is wrong. It is HMAC-SHA256 over time stamp, full stop and body, with our secret.");
        assertAnswer(
                flows.post(ORDER, String.valueOf(flows.clock.instant().getEpochSecond() - 301), SECRET),
                401,
                "The time stamp is 301 s from our time; at most 300 s are allowed. Send the message anew, or correct the"
                        + " clock.");
        assertAnswer(
                flows.post("{\"id\": 7", flows.timestamp(), SECRET),
                400,
                "The body is not well-formed JSON" + " (line 1, column 9).");
        assertAnswer(
                flows.post("{\"id\": \"7\"}", flows.timestamp(), SECRET),
                400,
                "store has to be text of 1 to 200 characters.");
        assertAnswer(
                flows.post(" ".repeat(262_145), flows.timestamp(), SECRET),
                413,
                "The body is larger than 262144 bytes.");
        assertThat(flows.send(HttpRequest.newBuilder(flows.running().webhook()).build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(flows.send(HttpRequest.newBuilder(flows.running().webhook())
                                .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                                .build())
                        .statusCode())
                .isEqualTo(415);
        assertThat(flows.files("inbox")).isEmpty();
        assertThat(NETSUITE.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSameMessageIsTakenOnce(RouteForm form) throws Exception {
        flows.start(form);

        assertThat(flows.post(ORDER).statusCode()).isEqualTo(202);
        assertAnswer(
                flows.post(ORDER),
                409,
                "This very message has been here before and is safe; nothing was done again. To send an order again, sign it"
                        + " anew.");
    }

    @ParameterizedTest
    @EnumSource
    void onlyJsonIsTaken(RouteForm form) throws Exception {
        flows.start(form);

        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "garbage")) {
            assertAnswer(
                    flows.post(ORDER, type), 415, "The header Content-Type is missing or is not application/json.");
        }
        assertThat(flows.post(ORDER, "Application/JSON; charset=nonsense").statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyInChunksIsBoundedAsWell(RouteForm form) throws Exception {
        flows.with("camel.server.max-body-size", "100").start(form);

        // The last chunk, which would end the body, is never sent.
        String answer = flows.sendRaw("Transfer-Encoding: chunked", "65\r\n" + "x".repeat(101) + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("Connection: close")
                .endsWith("{\"status\":413,\"reason\":\"The body is larger than 100 bytes.\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aSenderThatNeverEndsIsGivenUp(RouteForm form) throws Exception {
        flows.with("orders.receive-timeout", "200").start(form);

        String answer = flows.sendRaw("Content-Length: 10", "{");

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains("Connection: close")
                .endsWith(
                        "{\"status\":503,\"reason\":\"The message did not arrive, or could not be stored, within 200 ms. Send"
                                + " it again.\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aSecondCopyIsNotCalledSafeWhileTheFirstMayStillFail(RouteForm form) throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean diskFull = new AtomicBoolean(true);
        flows.withInbox(inbox -> (file, order) -> {
                    if (diskFull.get()) {
                        writing.countDown();
                        await(goOn);
                        throw new IOException("No space left on device");
                    }
                    inbox.put(file, order);
                })
                .start(form);

        CompletableFuture<HttpResponse<String>> first = flows.postAsync(ORDER);
        await(writing);
        assertAnswer(
                flows.post(ORDER),
                503,
                "A copy of this message is being stored just now. Send it again to learn what became of it.");
        goOn.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        diskFull.set(false);

        assertThat(flows.post(ORDER).statusCode()).isEqualTo(202);
        assertThat(flows.post(ORDER).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource
    void theConsoleShowsNeitherSecretNorSignatureNorWhoHasOrdered(RouteForm form) throws Exception {
        flows.start(form);

        flows.post(ORDER);
        flows.post(ORDER, flows.timestamp(), WebhookSecret.random());
        flows.post(ORDER.replace("{\"id\"", "{\"ID\""), flows.timestamp(), SECRET);
        flows.awaitOrders();

        assertThat(String.join("\n", flows.lines))
                .contains("created sales order SHOP-UK-1001")
                .contains("refused with 401")
                .contains("refused with 400")
                .doesNotContain("the-secret-of-the-shop")
                .doesNotContain(SECRET.sign(flows.timestamp(), ORDER.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("orders@fern.example")
                .doesNotContain("Fern");
    }

    @ParameterizedTest
    @EnumSource
    void whileTheSecretIsRotatedBothServe(RouteForm form) throws Exception {
        flows.start(form);

        HttpResponse<String> withOld = flows.post(ORDER, flows.timestamp(), OLD_SECRET);

        assertThat(withOld.statusCode()).isEqualTo(202);
        assertThat(withOld.body()).isEqualTo("{\"accepted\":\"SHOP-UK-1001\"}");
        assertThat(withOld.headers().map()).doesNotContainKeys("x-shop-signature", "x-shop-timestamp");
    }

    @ParameterizedTest
    @EnumSource
    void anOrderIsAcknowledgedOnlyWhenItIsSafe(RouteForm form) throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        flows.withInbox(inbox -> (file, order) -> {
                    writing.countDown();
                    await(goOn);
                    inbox.put(file, order);
                })
                .start(form);

        CompletableFuture<HttpResponse<String>> answer = flows.postAsync(ORDER);
        await(writing);
        assertThat(answer).isNotDone();
        goOn.countDown();

        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource
    void anOrderThatCannotBeStoredIsNotAcknowledgedAndMayComeAgainAsItIs(RouteForm form) throws Exception {
        AtomicBoolean diskFull = new AtomicBoolean(true);
        flows.withInbox(inbox -> (file, order) -> {
                    if (diskFull.get()) {
                        throw new IOException("No space left on device");
                    }
                    inbox.put(file, order);
                })
                .start(form);

        assertAnswer(flows.post(ORDER), 503, "The order could not be stored. Send it again.");
        diskFull.set(false);
        assertThat(flows.post(ORDER).statusCode()).isEqualTo(202);
        flows.awaitOrders();

        assertThat(NETSUITE.simulator().records().idOfExternal("salesOrder", "SHOP-UK-1001"))
                .isPresent();
        assertThat(flows.lines)
                .contains("Order flow: an order could not be stored: java.io.IOException: No space left on device");
    }

    @ParameterizedTest
    @EnumSource
    void aMessageMayComeFromAClockThatIsAheadButNotByMoreThanTheWindow(RouteForm form) throws Exception {
        flows.start(form);
        String ahead = flows.timestamp();
        flows.clock.advance(Duration.ofMinutes(-5));

        assertThat(flows.post(ORDER, ahead, SECRET).statusCode()).isEqualTo(202);
        flows.clock.advance(Duration.ofSeconds(-1));
        assertThat(flows.post(ORDER, ahead, SECRET).statusCode()).isEqualTo(401);
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.body()).contains("\"status\":" + status).contains("\"reason\":\"" + reason + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
