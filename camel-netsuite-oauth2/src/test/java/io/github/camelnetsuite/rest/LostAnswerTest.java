package io.github.camelnetsuite.rest;

import static io.github.camelnetsuite.rest.CallEvent.Kind.ABSENT;
import static io.github.camelnetsuite.rest.CallEvent.Kind.FOUND;
import static io.github.camelnetsuite.rest.CallEvent.Kind.HEALED;
import static io.github.camelnetsuite.rest.CallEvent.Kind.LOST;
import static io.github.camelnetsuite.rest.CallEvent.Kind.REPEATED;
import static io.github.camelnetsuite.rest.CallEvent.Kind.UNCLEAR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an answer is lost nobody knows what NetSuite did: what is sent again, what is looked up, and what is left alone. */
@Timeout(60)
class LostAnswerTest {

    private static final String RECORDS = "/services/rest/record/v1/";
    private static final ResourcePath ORDER = ResourcePath.parse("salesOrder");
    private static final RecordBody BODY =
            CallBench.body("{'externalId': 'SHOP-7', 'entity': {'id': '42'}, 'memo': 'Web', 'item': {'items': ["
                    + "{'item': {'id': '5'}, 'quantity': 2}, {'item': {'id': 6}, 'quantity': 1.0}]}}");
    private static final String THERE =
            "{'id': '99', 'externalId': 'SHOP-7', 'entity': {'id': '42', 'refName': 'Acme'}, 'memo': 'Web', 'total': 30.5,"
                    + " 'item': {'totalResults': 2, 'items': [{'line': 1, 'item': {'id': '5'}, 'quantity': 2.0},"
                    + " {'line': 2, 'item': {'id': '6'}, 'quantity': 1}]}}";

    private final CallBench bench = new CallBench();

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void aReadIsSentAgainAfterACutConnectionAndAfterA5xx() {
        bench.server.losesTheAnswer().refuses(503, "X", "later").answers(200, "{\"id\": \"42\"}");

        RestAnswer answer = bench.client().send(RestRequest.record("GET", ResourcePath.parse("customer/42")));

        assertThat(answer.recordId()).hasValue("42");
        assertThat(bench.events()).containsExactly(REPEATED, REPEATED);
        assertThat(bench.pauses.taken()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void aReadIsSentAgainAfterAnAnswerThatBreaksOff() {
        bench.server
                .then(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("{\"id\": \"4".getBytes(UTF_8));
                    exchange.close();
                })
                .answers(200, "{\"id\": \"42\"}");

        RestAnswer answer = bench.client().send(RestRequest.record("GET", ResourcePath.parse("customer/42")));

        assertThat(answer.recordId()).hasValue("42");
    }

    @Test
    void threeRepeatsAreAll() {
        bench.server.refuses(500, "UNEXPECTED_ERROR", "An unexpected error occurred. Error ID: abc");

        assertThatThrownBy(() -> bench.client().send(RestRequest.record("GET", ResourcePath.parse("customer/42"))))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("Error ID: abc")
                .hasMessageEndingWith("It was sent 4 times.");
        assertThat(bench.server.calls()).hasSize(4);
    }

    @Test
    void whatReachedNobodyIsSentAgainWhateverItIs() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + nobody;
        try (CloseableHttpClient http =
                HttpClients.custom().disableAutomaticRetries().build()) {
            NetSuiteClient client = NetSuiteClient.builder(
                            http, ServiceUrls.of(AccountId.parse("1234567"), url, url), bench.tokens)
                    .pauses(bench.pauses)
                    .random(() -> 0.5)
                    .build();

            assertThatThrownBy(() -> new RecordWrites(client)
                            .create(ORDER, CallBench.body("{'memo': 'x'}"), WriteOptions.defaults()))
                    .isInstanceOf(NetSuiteUnavailableException.class)
                    .hasMessageContaining("so nothing was sent")
                    .hasMessageEndingWith("It was sent 4 times.");
        }
        assertThat(bench.pauses.taken()).hasSize(3);
    }

    @Test
    void aDeleteIsSentAgainAndThatTheRecordIsGoneThenIsSuccess() {
        bench.server.losesTheAnswer().hasNoSuchRecord();

        RestAnswer answer = bench.writes().delete(ResourcePath.parse("customer/42"));

        assertThat(answer.outcome()).isEqualTo(CallOutcome.GONE);
        assertThat(bench.server.calls())
                .containsExactly("DELETE " + RECORDS + "customer/42", "DELETE " + RECORDS + "customer/42");
    }

    @Test
    void aSuccessThatNamesNoRecordIsNotTakenForOne() {
        bench.server.answers(204, "");

        assertThatThrownBy(() -> bench.writes().create(ORDER, CallBench.body("{'memo': 'x'}"), WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessage(
                        "The answer 204 to POST /services/rest/record/v1/salesOrder does not name the record it made, as"
                                + " NetSuite does, so it may come from a proxy in between. Whether a write took place is unknown: look"
                                + " before repeating it.");
        assertThat(bench.server.calls()).hasSize(1);
    }

    @Test
    void aSuccessThatNamesNoRecordIsLookedUpByTheExternalId() {
        bench.server.answers(200, "{}").answers(200, THERE.replace('\'', '"'));

        RestAnswer answer = bench.writes().create(ORDER, BODY, WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
        assertThat(answer.recordId()).hasValue("99");
    }

    @Test
    void aDeleteOfWhatWasNeverThereIsAnError() {
        bench.server.hasNoSuchRecord();

        assertThatThrownBy(() -> bench.writes().delete(ResourcePath.parse("customer/42")))
                .isInstanceOf(NetSuiteDataException.class);
    }

    @Test
    void anUpsertWithoutLinesIsSentAgain() {
        bench.server.losesTheAnswer().answers(204, "");

        bench.writes()
                .upsert(
                        ResourcePath.parse("customer/eid:SHOP-7"),
                        CallBench.body("{'companyName': 'Acme'}"),
                        WriteOptions.defaults());

        assertThat(bench.server.calls()).hasSize(2).containsOnly("PUT " + RECORDS + "customer/eid:SHOP-7");
    }

    @Test
    void anUpsertWhoseLinesAreAllReplacedIsSentAgain() {
        bench.server.losesTheAnswer().answers(204, "");

        bench.writes()
                .upsert(
                        ResourcePath.parse("salesOrder/eid:SHOP-7"),
                        BODY,
                        WriteOptions.defaults().replace(Set.of("item")));

        assertThat(bench.server.calls())
                .hasSize(2)
                .containsOnly("PUT " + RECORDS + "salesOrder/eid:SHOP-7?replace=item");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'item': {'items': [{'item': {'id': '5'}}]}}",
                "{'addressBook': {'items': [{'label': 'x'}]}}",
                "{'accountingBookDetail': {'rows': {'items': [{'id': '5'}]}}}"
            })
    void anUpsertThatMightAddALineTwiceIsLookedUp(String body) {
        bench.server.losesTheAnswer().hasNoSuchRecord().answers(204, "");

        bench.writes()
                .upsert(
                        ResourcePath.parse("salesOrder/eid:SHOP-7"),
                        CallBench.body(body),
                        WriteOptions.defaults().replace(Set.of("other")));

        assertThat(bench.events()).containsExactly(LOST, ABSENT, REPEATED);
        assertThat(bench.server.calls().get(1))
                .isEqualTo("GET " + RECORDS + "salesOrder/eid:SHOP-7?expandSubResources=true");
    }

    @Test
    void anUpsertThatIsThereAsItWasSentIsNotSentAgain() {
        bench.server.losesTheAnswer().answers(200, there());

        RestAnswer answer =
                bench.writes().upsert(ResourcePath.parse("salesOrder/eid:SHOP-7"), BODY, WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
        assertThat(bench.server.calls()).hasSize(2);
    }

    @Test
    void anUpsertOfWhichNobodyCanTellIsNotSentAgain() {
        bench.server.losesTheAnswer().answers(200, there().replace("\"Web\"", "\"Other\""));

        assertThatThrownBy(() -> bench.writes()
                        .upsert(ResourcePath.parse("salesOrder/eid:SHOP-7"), BODY, WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("lines without a key, which NetSuite adds to those of the record")
                .hasMessageContaining("(memo)");
        assertThat(bench.server.calls()).hasSize(2);
        assertThat(bench.events()).containsExactly(LOST, UNCLEAR);
    }

    @Test
    void aCreateThatIsThereIsSuccessAndNotWrittenAgain() {
        bench.server.losesTheAnswer().answers(200, there());

        RestAnswer answer = bench.writes().create(ORDER, BODY, WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
        assertThat(answer.recordId()).hasValue("99");
        assertThat(bench.server.calls())
                .containsExactly(
                        "POST " + RECORDS + "salesOrder",
                        "GET " + RECORDS + "salesOrder/eid:SHOP-7?expandSubResources=true");
        assertThat(bench.events()).containsExactly(LOST, FOUND);
    }

    @Test
    void aCreateThatIsNotThereIsSentAgain() {
        bench.server.refuses(502, "X", "bad gateway").hasNoSuchRecord().written(RECORDS + "salesOrder/99");

        RestAnswer answer = bench.writes().create(ORDER, BODY, WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(answer.recordId()).hasValue("99");
        assertThat(bench.events()).containsExactly(LOST, ABSENT, REPEATED);
    }

    @Test
    void aCreateThatNetSuiteWasStillAtWorkOnIsFoundWhenTheRepeatIsRefusedAsADuplicate() {
        bench.server
                .losesTheAnswer()
                .hasNoSuchRecord()
                .refuses(400, "USER_ERROR", "Esta entidad ya existe.")
                .answers(200, there());

        RestAnswer answer = bench.writes().create(ORDER, BODY, WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
        assertThat(bench.server.calls())
                .filteredOn(call -> call.startsWith("POST"))
                .hasSize(2);
    }

    @Test
    void aCreateThatIsADuplicateFromTheStartIsAnError() {
        bench.server.refuses(400, "USER_ERROR", "Error while accessing a resource. This entity already exists.");

        assertThatThrownBy(() -> bench.writes().create(ORDER, BODY, WriteOptions.defaults()))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("external IDs are shared by groups of record types and ignore case");
        assertThat(bench.server.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'SHOP-7'                                      ; 'shop-7'                                  ; externalId (in its spelling)",
                "'entity': {'id': '42'                         ; 'entity': {'id': '43'                     ; entity",
                "'memo': 'Web'                                 ; 'memo': 'Fax'                             ; memo",
                "'item': {'id': '6'}                           ; 'item': {'id': '7'}                       ; item (line 2)",
                "'quantity': 2.0                               ; 'quantity': 3                             ; item (line 1)",
                "{'line': 2, 'item': {'id': '6'}, 'quantity': 1} ; {'line': 2, 'item': {'id': '6'}, 'quantity': 1}, {'line': 3} ; item (3 lines instead of 2)"
            })
    void aRecordOfThatExternalIdThatIsNotOursIsAnErrorAndNothingIsWritten(String ours, String theirs, String where) {
        String record =
                THERE.replace(ours, theirs).replace("'totalResults': 2, ", "").replace('\'', '"');
        bench.server.losesTheAnswer().answers(200, record);

        assertThatThrownBy(() -> bench.writes().create(ORDER, BODY, WriteOptions.defaults()))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("(internal ID 99) is not what was sent: it differs in " + where + ".");
        assertThat(bench.server.calls()).hasSize(2);
    }

    @Test
    void linesThatWereNotAllReadTellNothing() {
        bench.server.losesTheAnswer().answers(200, there().replace("\"totalResults\": 2", "\"totalResults\": 200"));

        assertThatThrownBy(() -> bench.writes().create(ORDER, BODY, WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("not all lines of item were read");
    }

    @Test
    void theFieldsToKnowARecordByCanBeChosen() {
        bench.server.losesTheAnswer().answers(200, there().replace("\"Web\"", "\"Web order of 22 Nov\""));

        RestAnswer answer =
                bench.writes().create(ORDER, BODY, WriteOptions.defaults().matchFields(List.of("entity")));

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
    }

    @Test
    void aCreateWithoutAnExternalIdIsNotSentAgain() {
        bench.server.losesTheAnswer();

        assertThatThrownBy(() -> bench.writes().create(ORDER, CallBench.body("{'memo': 'x'}"), WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("Whether a write took place is unknown");
        assertThat(bench.server.calls()).hasSize(1);
        assertThat(bench.events()).containsExactly(LOST);
    }

    @Test
    void anExternalIdThatCannotStandInAUrlIsSearchedFor() {
        bench.server
                .losesTheAnswer()
                .answers(200, "{\"items\": [{\"id\": \"99\"}], \"count\": 1}")
                .answers(200, "{\"id\": \"99\", \"externalId\": \"#1001|\\\"A\\\"\"}");

        RestAnswer answer = bench.writes()
                .create(ORDER, CallBench.body("{'externalId': '#1001|\\\"A\\\"'}"), WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
        assertThat(bench.server.calls().get(1))
                .isEqualTo("GET " + RECORDS + "salesOrder?q=externalId%20IS%20%22%231001%7C%5C%22A%5C%22%22&limit=2");
        assertThat(bench.server.calls().get(2)).isEqualTo("GET " + RECORDS + "salesOrder/99");
    }

    @Test
    void aLookUpThatFailsLeavesTheOutcomeUnknown() {
        bench.server.losesTheAnswer().refuses(403, "INSUFFICIENT_PERMISSION", "No.");

        assertThatThrownBy(() -> bench.writes().create(ORDER, BODY, WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("could not be looked up either, so whether it took effect is unknown")
                .hasMessageContaining("403 INSUFFICIENT_PERMISSION");
        assertThat(bench.server.calls()).hasSize(2);
    }

    @Test
    void aLookUpIsMadeHoweverLongTheLostAnswerWasWaitedFor() {
        bench.server
                .then(exchange -> {
                    bench.pauses.advance(Duration.ofMinutes(2));
                    exchange.close();
                })
                .throttles()
                .answers(200, there());

        assertThat(bench.writes().create(ORDER, BODY, WriteOptions.defaults()).outcome())
                .isEqualTo(CallOutcome.FOUND);
    }

    @Test
    void anUpdateThatIsThereIsNotSentAgainAndOneThatIsNotIs() {
        bench.server
                .losesTheAnswer()
                .answers(200, "{\"id\": \"42\", \"companyName\": \"Old\"}")
                .losesTheAnswer()
                .answers(200, "{\"id\": \"42\", \"companyName\": \"New\"}");

        RestAnswer answer = bench.writes()
                .update(
                        ResourcePath.parse("customer/42"),
                        CallBench.body("{'companyName': 'New', 'phone': null}"),
                        WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
        assertThat(bench.server.calls())
                .filteredOn(call -> call.startsWith("PATCH"))
                .hasSize(2);
    }

    @Test
    void anUpdateThatAddsLinesIsNotSentAgain() {
        bench.server.losesTheAnswer().answers(200, there());

        assertThatThrownBy(() -> bench.writes()
                        .update(
                                ResourcePath.parse("salesOrder/99"),
                                CallBench.body("{'item': {'items': [{'item': {'id': '5'}, 'quantity': 2}]}}"),
                                WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("lines without a key");
        assertThat(bench.server.calls()).hasSize(2);
    }

    @Test
    void aTransformWithAnExternalIdIsLookedUp() {
        bench.server
                .losesTheAnswer()
                .answers(200, "{\"id\": \"12\", \"externalId\": \"F-7\", \"createdFrom\": {\"id\": \"7\"}}");

        RestAnswer answer = transform("{'externalId': 'F-7'}", WriteOptions.defaults());

        assertThat(answer.outcome()).isEqualTo(CallOutcome.FOUND);
        assertThat(bench.server.calls())
                .containsExactly(
                        "POST " + RECORDS + "salesOrder/7/!transform/itemFulfillment",
                        "GET " + RECORDS + "itemFulfillment/eid:F-7?expandSubResources=true");
    }

    @Test
    void aTransformOfAnotherOrderIsNotOurs() {
        bench.server
                .losesTheAnswer()
                .answers(200, "{\"id\": \"12\", \"externalId\": \"F-7\", \"createdFrom\": {\"id\": \"8\"}}");

        assertThatThrownBy(() -> transform("{'externalId': 'F-7'}", WriteOptions.defaults()))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("it differs in createdFrom.");
    }

    @Test
    void aTransformThatIsNotThereIsNotSentAgainUnlessTheRouteSaysThatItMay() {
        bench.server.losesTheAnswer().hasNoSuchRecord();
        assertThatThrownBy(() -> transform("{'externalId': 'F-7'}", WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("was not there when it was looked up")
                .hasMessageContaining("repeatable=true");
        assertThat(bench.server.calls()).hasSize(2);
    }

    @Test
    void aRepeatableTransformIsLookedUpBeforeItIsSentAgain() {
        bench.server.losesTheAnswer().hasNoSuchRecord().written(RECORDS + "itemFulfillment/12");

        RestAnswer answer =
                transform("{'externalId': 'F-7'}", WriteOptions.defaults().repeatable(true));

        assertThat(answer.recordId()).hasValue("12");
        assertThat(bench.events()).containsExactly(LOST, ABSENT, REPEATED);
    }

    static Stream<ServicesOnce> services() {
        ResourcePath customer = ResourcePath.parse("customer/42");
        ResourcePath contact = ResourcePath.parse("contact/7");
        return Stream.of(
                new ServicesOnce(
                        "transform",
                        (writes, options) ->
                                writes.transform(ResourcePath.parse("salesOrder/7"), "invoice", null, options)),
                new ServicesOnce("attach", (writes, options) -> writes.attach(customer, contact, null, options)),
                new ServicesOnce("detach", (writes, options) -> writes.detach(customer, contact, null, options)),
                new ServicesOnce(
                        "action",
                        (writes, options) ->
                                writes.action(ResourcePath.parse("salesOrder/7"), "approve", null, options)));
    }

    record ServicesOnce(String name, Sending sending) {

        interface Sending {
            RestAnswer send(RecordWrites writes, WriteOptions options);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aRecordServiceIsSentAgainOnlyIfTheRouteSaysThatItMay(ServicesOnce service) {
        bench.server.losesTheAnswer().losesTheAnswer().answers(204, "");

        assertThatThrownBy(() -> service.sending.send(bench.writes(), WriteOptions.defaults()))
                .isInstanceOf(NetSuiteUnavailableException.class);
        assertThat(bench.server.calls()).hasSize(1);

        service.sending.send(bench.writes(), WriteOptions.defaults().repeatable(true));
        assertThat(bench.server.calls()).hasSize(3);
    }

    @Test
    void aJobWithAnIdempotencyKeyIsSentAgainAndItsRefusalNamesTheJobThatRuns() {
        bench.server
                .losesTheAnswer()
                .answers(
                        400,
                        ScriptedServer.error(400, "IDEMPOTENCY_ERROR", "Already submitted."),
                        "Location",
                        "/services/rest/async/v1/job/123");

        RestAnswer answer = bench.client()
                .send(RestRequest.record("POST", ORDER)
                        .idempotent("0b7b0b7e-9f0e-4a37-b7b0-0a34a0a1f2d3")
                        .body("{}".getBytes(UTF_8)));

        assertThat(answer.outcome()).isEqualTo(CallOutcome.ACCEPTED_BEFORE);
        assertThat(answer.location()).hasValue("/services/rest/async/v1/job/123");
    }

    @Test
    void a401IsHealedOnceAndCountsAsNoRepeat() {
        bench.server.refuses(401, "INVALID_LOGIN", "Invalid login attempt.").written(RECORDS + "salesOrder/99");

        bench.writes().create(ORDER, CallBench.body("{'memo': 'x'}"), WriteOptions.defaults());

        assertThat(bench.server.requests())
                .map(ScriptedServer.Request::authorization)
                .containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(bench.events()).containsExactly(HEALED);
        assertThat(bench.pauses.taken()).isEmpty();
    }

    @Test
    void aNewTokenThatIsRefusedIsAnError() {
        bench.tokens.beTooNew();
        bench.server.refuses(401, "INVALID_LOGIN", "Invalid login attempt.");

        assertThatThrownBy(() -> bench.client().send(RestRequest.record("GET", ResourcePath.parse("customer/42"))))
                .isInstanceOf(NetSuiteAccessException.class);
        assertThat(bench.server.calls()).hasSize(1);
    }

    @Test
    void aListenerThatFailsChangesNothing() {
        bench.server.losesTheAnswer().answers(200, "{}");
        NetSuiteClient client = bench.client().telling(event -> {
            throw new IllegalStateException("listener");
        });

        assertThat(client.send(RestRequest.record("GET", ResourcePath.parse("customer/42")))
                        .status())
                .isEqualTo(200);
    }

    private RestAnswer transform(String body, WriteOptions options) {
        return bench.writes()
                .transform(ResourcePath.parse("salesOrder/7"), "itemFulfillment", CallBench.body(body), options);
    }

    private static String there() {
        return THERE.replace('\'', '"');
    }
}
