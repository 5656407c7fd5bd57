package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.CapturedLog;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operations that write send, what they give, and the line each leaves in the audit log. */
@Timeout(60)
class SafeWritesTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private CapturedLog audit;

    @BeforeEach
    void start() throws Exception {
        SimulatedAccount.configureAt(CLOCK, context, netsuite());
        context.start();
        audit = new CapturedLog("netsuite.audit");
    }

    @AfterEach
    void stop() throws Exception {
        audit.close();
        context.close();
    }

    @Test
    void aCreateWhoseAnswerIsLostIsMadeOnceAndSaysHowThatIsKnown() {
        long before = netsuite().records().count("customer");
        netsuite().faults().onWrites().once().loseAnswer();

        Exchange created = call("netsuite:create:customer", customer("SHOP-1"));

        assertThat(netsuite().records().count("customer")).isEqualTo(before + 1);
        assertThat(created.getMessage().getHeader(NetSuiteConstants.OUTCOME)).isEqualTo("found");
        assertThat(created.getMessage().getHeader(NetSuiteConstants.ATTEMPTS)).isEqualTo(1);
        String id = netsuite().records().idOfExternal("customer", "SHOP-1").orElseThrow();
        assertThat(created.getMessage().getHeader(NetSuiteConstants.ID)).isEqualTo(id);
        assertThat(line()).contains(" externalId=SHOP-1 id=" + id + " outcome=found attempts=1 ms=");
    }

    @Test
    void aWriteLeavesOneLineWithoutItsBody() {
        Exchange created = call("netsuite:create:customer", customer("SHOP-1"));

        String id = created.getMessage().getHeader(NetSuiteConstants.ID, String.class);
        assertThat(line())
                .matches("INFO time=2026-11-22T10:00:00Z account=default exchange=" + created.getExchangeId()
                        + " operation=create type=customer externalId=SHOP-1 id=" + id
                        + " outcome=answered attempts=1 ms=\\d+");
    }

    @Test
    void aWriteThatFailsLeavesOneToo() {
        Exchange failed = call("netsuite:update:customer/42", Map.of("companyNmae", "x"));

        assertThat(failed.getException()).isInstanceOf(NetSuiteDataException.class);
        assertThat(line())
                .matches(
                        "INFO time=\\S+ account=default exchange=\\S+ operation=update type=customer id=42"
                                + " error=NetSuiteDataException status=400 code=INVALID_CONTENT outcome=failed attempts=1 ms=\\d+");
    }

    @Test
    void aWriteOfWhichNobodyKnowsLeavesALineThatSaysSo() {
        netsuite().faults().onWrites().once().loseAnswer();

        Exchange failed = call("netsuite:create:customer", Map.of("companyName", "Acme"));

        assertThat(failed.getException()).isInstanceOf(NetSuiteUnavailableException.class);
        assertThat(line()).contains("error=NetSuiteUnavailableException outcome=unknown attempts=1");
    }

    @Test
    void aWriteThatIsRefusedBeforeAnyCallLeavesALineWithoutAttempts() {
        NetSuiteConfiguration readOnly = SimulatedAccount.configuration(netsuite());
        readOnly.setReadOnly(true);
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("audit", readOnly);

        Exchange failed = call("netsuite:delete:customer/42?account=audit", null);

        assertThat(failed.getException()).isInstanceOf(NetSuiteConfigurationException.class);
        assertThat(line())
                .contains("account=audit ")
                .contains(
                        "operation=delete type=customer id=42 error=NetSuiteConfigurationException outcome=failed attempts=0");
    }

    @Test
    void aRefusedBodyLeavesALineToo() {
        assertThat(call("netsuite:create:customer", "[]").getException()).isInstanceOf(NetSuiteDataException.class);
        assertThat(line())
                .contains("operation=create type=customer error=NetSuiteDataException outcome=failed attempts=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A B                        ; externalId=\"A B\"",
                "A\\nINFO outcome=answered  ; externalId=\"A\\u000aINFO outcome=answered\"",
                "A\" id=7                   ; externalId=\"A\\\" id=7\"",
                "A\\u2028B\\u001b[2J        ; externalId=\"A\\u2028B\\u001b[2J\"",
                "\u00dcber-7                ; externalId=\"\u00dcber-7\""
            })
    void noValueCanForgeAnAuditLine(String externalId, String shown) {
        call("netsuite:create:customer", "{\"externalId\": \"" + externalId.replace("\"", "\\\"") + "\", \"x\": 1}");

        assertThat(line()).contains(" " + shown + " ").doesNotContain("\n");
    }

    @Test
    void anUnknownFieldCanBeLetPass() {
        Exchange updated =
                call("netsuite:update:customer/42?propertyNameValidation=ignore", Map.of("companyNmae", "x"));

        assertThat(updated.getException()).isNull();
    }

    @Test
    void aWrongOptionFailsTheStart() {
        assertThatThrownBy(() -> call("netsuite:update:customer/42?propertyNameValidation=never", Map.of()))
                .hasCauseInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageContaining("NetSuite knows error, warning and ignore");
    }

    @Test
    void aFieldThatNetSuiteDropsIsFoundByReadingItBack() {
        netsuite().settings().dropping("customer", "email");

        Exchange updated = call(
                "netsuite:update:customer/42?verify=email,companyName",
                Map.of("email", "a@b.c", "companyName", "New name"));

        assertThat(updated.getException())
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessage(
                        "netsuite:update wrote customer/42 (internal ID 42), but did not keep email as sent. The role may lack"
                                + " the permission to write a field, the field may not be on the form, or a script changes it. The rest is"
                                + " written: do not send it again, put it right in NetSuite.");
        assertThat(((NetSuiteException) updated.getException()).errorPath()).hasValue("email");
        assertThat(updated.getMessage().getHeader(NetSuiteConstants.DROPPED)).isEqualTo(List.of("email"));
        assertThat(updated.getMessage().getHeader(NetSuiteConstants.ID)).isEqualTo("42");
        assertThat(line()).contains(" dropped=email ").contains(" outcome=answered ");
    }

    @Test
    void fieldsThatWereKeptAreFoundInOrder() {
        Exchange created = call("netsuite:create:customer?verify=companyName,subsidiary,phone", customer("SHOP-1"));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeader(NetSuiteConstants.DROPPED)).isNull();
    }

    @Test
    void aReadBackThatFailsSaysThatTheWriteTookPlace() {
        netsuite().faults().onApi().method("GET").refuse(403, "INSUFFICIENT_PERMISSION", "No.");

        Exchange updated = call("netsuite:update:customer/42?verify=companyName", Map.of("companyName", "New name"));

        assertThat(updated.getException())
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageStartingWith(
                        "netsuite:update wrote customer/42 (internal ID 42), but the fields to verify could not be"
                                + " read back");
    }

    @ParameterizedTest
    @CsvSource({"?externalId=SHOP-9, , SHOP-9", "'', SHOP-8, SHOP-8", "?externalId=SHOP-9, SHOP-8, SHOP-8"})
    void aCreateTakesItsExternalIdFromHeaderThenOption(String option, String header, String expected) {
        Map<String, Object> body = new HashMap<>(customer("x"));
        body.remove("externalId");
        template.request("netsuite:create:customer" + option, exchange -> {
            exchange.getMessage().setBody(body);
            if (header != null) {
                exchange.getMessage().setHeader(NetSuiteConstants.EXTERNAL_ID, header);
            }
        });

        assertThat(netsuite().records().idOfExternal("customer", expected)).isPresent();
    }

    @Test
    void twoExternalIdsForOneRecordAreRefusedBeforeAnyCall() {
        Exchange failed = call("netsuite:create:customer?externalId=SHOP-9", customer("SHOP-1"));

        assertThat(failed.getException())
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("The external ID in the message body is not the one given beside it");
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void anAmountKeepsItsDigits() {
        call("netsuite:update:customer/42", "{\"creditLimit\": 10.00, \"x\": 1200000.0}");

        assertThat(lastApiRequest().body()).isEqualTo("{\"creditLimit\":10.00,\"x\":1200000.0}");
    }

    @Test
    void aTransformNamesSourceAndTargetAndTakesAnExternalId() {
        answerWith(204, Map.of("Location", "https://x/services/rest/record/v1/itemFulfillment/77"), "");

        Exchange made =
                template.request("netsuite:transform:salesOrder/7/itemFulfillment", exchange -> exchange.getMessage()
                        .setHeader(NetSuiteConstants.EXTERNAL_ID, "F-7"));

        assertThat(made.getMessage().getBody()).isEqualTo(Map.of("id", "77"));
        assertThat(lastApiRequest().method()).isEqualTo("POST");
        assertThat(lastApiRequest().path())
                .isEqualTo("/services/rest/record/v1/salesOrder/7/!transform/itemFulfillment");
        assertThat(lastApiRequest().body()).isEqualTo("{\"externalId\":\"F-7\"}");
        assertThat(line())
                .contains(
                        "operation=transform type=itemFulfillment from=salesOrder/7 externalId=F-7 id=77 outcome=answered");
    }

    @Test
    void aTransformNeedsNoBody() {
        answerWith(204, Map.of(), "");

        assertThat(call("netsuite:transform:salesOrder/7/invoice", null).getException())
                .isNull();
        assertThat(lastApiRequest().body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"attach, !attach", "detach, !detach"})
    void attachAndDetachNameBothRecords(String operation, String verb) {
        answerWith(204, Map.of(), "");

        Exchange done = call("netsuite:" + operation + ":customer/42/contact/7", "{\"role\": {\"id\": \"-10\"}}");

        assertThat(done.getMessage().getBody()).isEqualTo(Map.of());
        assertThat(lastApiRequest().path()).isEqualTo("/services/rest/record/v1/customer/42/" + verb + "/contact/7");
        assertThat(line()).contains("operation=" + operation + " type=customer id=42 other=contact/7 outcome=answered");
    }

    @Test
    void anActionGivesWhatNetSuiteAnswers() {
        answerWith(200, Map.of("Content-Type", "application/json"), "{\"result\": true}");

        Exchange done = call("netsuite:action:salesOrder/7/approve", null);

        assertThat(done.getMessage().getBody()).asInstanceOf(MAP).containsEntry("result", true);
        assertThat(lastApiRequest().path()).isEqualTo("/services/rest/record/v1/salesOrder/7/@approve");
    }

    @ParameterizedTest
    @CsvSource({
        "transform:salesOrder/7, a record and the type to make of it",
        "transform:salesOrder, a record and the type to make of it",
        "attach:customer/42/contact, a record and a contact or file",
        "action:salesOrder/7, a record and an action"
    })
    void aResourceThatDoesNotFitIsRefusedBeforeAnyCall(String uri, String wanted) {
        assertThat(call("netsuite:" + uri, null).getException())
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining(wanted);
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void linesOfAReplacedSublistAreReplaced() {
        String order = template.request("netsuite:create:salesOrder", exchange -> exchange.getMessage()
                        .setBody(order(2)))
                .getMessage()
                .getHeader(NetSuiteConstants.ID, String.class);

        Exchange updated = call("netsuite:update:salesOrder/" + order + "?replace=item", Map.of("item", lines(1)));

        assertThat(updated.getException()).isNull();
        assertThat(lastApiRequest().query()).isEqualTo("replace=item");
        Object read =
                template.requestBody("netsuite:get:salesOrder/" + order + "?expandSubResources=true", (Object) null);
        assertThat(new JsonMapper().valueToTree(read).path("item").path("items"))
                .hasSize(1);
    }

    @Test
    void anOrderWhoseAnswerIsLostIsKnownByItsLines() {
        netsuite().faults().onWrites().once().loseAnswer();

        Exchange created = call("netsuite:create:salesOrder", order(3));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeader(NetSuiteConstants.OUTCOME)).isEqualTo("found");
    }

    @Test
    void anUpsertWithLinesWhoseAnswerIsLostAddsNoLineTwice() {
        netsuite().faults().onWrites().once().loseAnswer();

        Exchange put = call("netsuite:upsert:salesOrder/eid:SAFE-1", order(2));

        assertThat(put.getException()).isNull();
        assertThat(put.getMessage().getHeader(NetSuiteConstants.OUTCOME)).isEqualTo("found");
        assertThat(netsuite().requests().stream()
                        .filter(request -> request.method().equals("PUT")))
                .hasSize(1);
    }

    private Exchange call(String uri, @Nullable Object body) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    /** The one line that was written. */
    private String line() {
        assertThat(audit.lines()).hasSize(1);
        return audit.lines().get(0);
    }

    private static void answerWith(int status, Map<String, String> headers, String body) {
        netsuite().faults().onApi().method("POST").answer(status, headers, body);
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }

    private static RecordedRequest lastApiRequest() {
        List<RecordedRequest> requests = netsuite().requests().stream()
                .filter(request -> !request.isToken())
                .toList();
        return requests.get(requests.size() - 1);
    }

    private static Map<String, Object> customer(String externalId) {
        return Map.of("externalId", externalId, "companyName", "Acme", "subsidiary", Map.of("id", "1"));
    }

    private static Map<String, Object> order(int lines) {
        return Map.of("externalId", "SAFE-1", "entity", Map.of("id", "42"), "memo", "Web", "item", lines(lines));
    }

    private static Map<String, Object> lines(int count) {
        return Map.of(
                "items",
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> Map.of("item", Map.of("id", String.valueOf(number)), "quantity", number))
                        .toList());
    }
}
