package io.github.camelnetsuite.examples.flows;

import static io.github.camelnetsuite.examples.flows.FlowsUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(180)
class OrderFlowTest {

    /** How long the connector itself waits, before the flow has its turn. */
    private static final String WAITS = "camel.component.netsuite.retryTimeout";

    private static final String ORDERS = "/services/rest/record/v1/salesOrder";
    private static final String CUSTOMERS = "/services/rest/record/v1/customer";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    @TempDir
    private Path data;

    private NetSuiteSimulator netSuite;
    private FlowsUnderTest flows;
    private long ordersBefore;
    private long customersBefore;

    @BeforeEach
    void flows() {
        netSuite = NETSUITE.simulator();
        flows = new FlowsUnderTest(netSuite, data);
        ordersBefore = netSuite.records().count("salesOrder");
        customersBefore = netSuite.records().count("customer");
    }

    @AfterEach
    void close() {
        flows.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachStoreSellsForItsOwnSubsidiary(RouteForm form) throws Exception {
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003", "SKU-000007"));
        flows.post(order("1001", "eu", "SKU-000010"));
        flows.awaitOrders();

        assertSubsidiary("salesOrder", "SHOP-UK-1001", "1");
        assertSubsidiary("customer", "SHOP-UK-C-17", "1");
        assertSubsidiary("salesOrder", "SHOP-EU-1001", "2");
        assertSubsidiary("customer", "SHOP-EU-C-17", "2");
        assertThat(record("salesOrder", "SHOP-UK-1001"))
                .hasEntrySatisfying("total", total -> assertThat(total).hasToString("19"))
                .containsEntry("otherRefNum", "1001");
        await().atMost(Duration.ofSeconds(60)).until(() -> flows.files("inbox").isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aRedeliveryChangesNothingAlsoAfterSomebodyEditedTheOrder(RouteForm form) throws Exception {
        flows.start(form);
        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();
        netSuite.records().edit("salesOrder", "eid:SHOP-UK-1001", Map.of("memo", "Call before delivery"));
        Map<String, Object> edited = record("salesOrder", "SHOP-UK-1001");
        int requests = netSuite.requests().size();

        flows.clock.advance(Duration.ofSeconds(1));
        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();

        assertThat(record("salesOrder", "SHOP-UK-1001")).isEqualTo(edited);
        assertThat(netSuite.requests().subList(requests, netSuite.requests().size()))
                .extracting(RecordedRequest::method)
                .containsOnly("GET");
        assertOrdersAndCustomersCreated(1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anotherOrderUnderTheSameNumberIsNotTakenForDone(RouteForm form) throws Exception {
        flows.start(form);
        flows.post(order("a1", "uk", "SKU-000003"));
        flows.awaitOrders();
        Map<String, Object> first = record("salesOrder", "SHOP-UK-A1");

        flows.post(order("A1", "uk", "SKU-000003"));
        flows.post(order("a1", "uk", "SKU-000007"));
        flows.awaitOrders();

        assertThat(flows.lines.stream().filter(line -> line.contains("is now a dead letter in")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "NetSuite has the sales order SHOP-UK-A1 already, made of other content, and it was left as"
                                        + " it is. If this is another order, it needs a number of its own; if it is a change, make"
                                        + " it in NetSuite."));
        assertThat(record("salesOrder", "SHOP-UK-A1")).isEqualTo(first);
        assertOrdersAndCustomersCreated(1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anotherInstanceThatWasFasterWithAnotherOrderIsNoSuccess(RouteForm form) throws Exception {
        flows.start(form);
        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();
        netSuite.faults()
                .onApi()
                .method("GET")
                .path(ORDERS + "/eid:SHOP-UK-1001")
                .once()
                .status(404, "{}");

        flows.post(order("1001", "uk", "SKU-000007"));
        flows.awaitOrders();

        assertThat(flows.lines)
                .anyMatch(line -> line.contains("is now a dead letter in") && line.contains("made of other content"));
        assertOrdersAndCustomersCreated(1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aDeadLetterThatCannotBeWrittenStaysInTheInboxForAWhile(RouteForm form) throws Exception {
        flows.start(form);
        Path deadLetters = flows.folder("dead-letters");
        Files.delete(deadLetters);
        Files.writeString(deadLetters, "in the way");

        flows.post(order("1001", "us", "SKU-000003"));
        flows.awaitOrders();

        assertThat(flows.files("inbox")).hasSize(1);
        assertThat(flows.lines).anySatisfy(line -> assertThat(line)
                .contains(
                        "stays in the inbox, next try in 1 ms: it should become a dead letter (No subsidiary is set for"
                                + " the store 'us'.")
                .contains("), but " + deadLetters + " cannot be written: "));
        Files.delete(deadLetters);
        Files.createDirectory(deadLetters);
        whileTimePasses(() ->
                flows.files("dead-letters").size() == 2 && flows.files("inbox").isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void anOrderLeftInTheInboxByACrashIsProcessedAtTheNextStart(RouteForm form) throws Exception {
        leaveInInbox("SHOP-UK-1001.x.json", order("1001", "uk", "SKU-000003"));

        flows.start(form);
        flows.awaitOrders();

        assertOrdersAndCustomersCreated(1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseMayReadTheCustomersOfTheOrders(RouteForm form) throws Exception {
        assumeTrue(Files.getFileStore(data).supportsFileAttributeView("posix"));
        leaveInInbox("SHOP-UK-1001.x.json", order("1001", "uk", "SKU-000003"));
        Files.setPosixFilePermissions(flows.folder("."), PosixFilePermissions.fromString("rwxr-xr-x"));

        flows.start(form);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(flows.folder("."))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerCreatedBeforeACrashIsNotCreatedAgain(RouteForm form) throws Exception {
        String customer = netSuite.records()
                .create(
                        "customer",
                        Map.of(
                                "externalId", "SHOP-UK-C-17",
                                "companyName", "Fern & Thistle",
                                "subsidiary", Map.of("id", "1")));
        leaveInInbox("SHOP-UK-1001.x.json", order("1001", "uk", "SKU-000003"));

        flows.start(form);
        flows.awaitOrders();

        assertThat(record("salesOrder", "SHOP-UK-1001"))
                .extracting("entity", map(String.class, Object.class))
                .containsEntry("id", customer);
        assertOrdersAndCustomersCreated(1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerDoesNotMakeASecondOrderOrCustomer(RouteForm form) throws Exception {
        netSuite.faults().onApi().method("POST").path(CUSTOMERS).once().loseAnswer();
        netSuite.faults().onApi().method("POST").path(ORDERS).once().loseAnswer();
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();

        assertOrdersAndCustomersCreated(1, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> flows.files("inbox").isEmpty());
        assertThat(flows.files("dead-letters")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatNamesNoRecordDoesNotCountAsOne(RouteForm form) throws Exception {
        netSuite.faults().onApi().method("POST").path(CUSTOMERS).once().status(200, "{}");
        netSuite.faults().onApi().method("POST").path(ORDERS).once().status(204, "");
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        whileTimePasses(() ->
                netSuite.records().idOfExternal("salesOrder", "SHOP-UK-1001").isPresent()
                        && flows.files("inbox").isEmpty());

        assertOrdersAndCustomersCreated(1, 1);
        assertThat(flows.files("dead-letters")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherInstanceThatWasFasterIsNoReasonForADeadLetter(RouteForm form) throws Exception {
        netSuite.faults()
                .onApi()
                .method("GET")
                .path(ORDERS + "/eid:SHOP-UK-1001")
                .once()
                .status(404, "{}");
        netSuite.faults()
                .onApi()
                .method("GET")
                .path(CUSTOMERS + "/eid:SHOP-UK-C-17")
                .once()
                .status(404, "{}");
        String customer = netSuite.records()
                .create(
                        "customer",
                        Map.of(
                                "externalId", "SHOP-UK-C-17",
                                "companyName", "Fern & Thistle",
                                "subsidiary", Map.of("id", "1")));
        netSuite.records()
                .create(
                        "salesOrder",
                        Map.of(
                                "externalId", "SHOP-UK-1001",
                                "entity", Map.of("id", customer),
                                "item", Map.of("items", List.of(Map.of("item", Map.of("id", "3"), "quantity", 1)))));
        Map<String, Object> theirs = record("salesOrder", "SHOP-UK-1001");
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();

        assertThat(record("salesOrder", "SHOP-UK-1001")).isEqualTo(theirs);
        assertOrdersAndCustomersCreated(1, 1);
        assertThat(flows.files("dead-letters")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whileNetSuiteIsDownAnOrderStaysInTheInbox(RouteForm form) throws Exception {
        netSuite.faults().onApi().method("POST").path(ORDERS).times(3).status(503, "{}");
        flows.with(WAITS, "0").start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        whileTimePasses(() ->
                netSuite.records().idOfExternal("salesOrder", "SHOP-UK-1001").isPresent());

        assertThat(flows.lines.stream().filter(line -> line.contains("stays in the inbox, next try in")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("next try in 1 ms: NetSuite answered 503"))
                .anySatisfy(line -> assertThat(line).contains("next try in 2 ms: NetSuite answered 503"))
                .anySatisfy(line -> assertThat(line).contains("next try in 4 ms: NetSuite answered 503"));
        assertThat(flows.files("dead-letters")).isEmpty();
        assertOrdersAndCustomersCreated(1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedLoginIsNotTheFaultOfTheOrder(RouteForm form) throws Exception {
        netSuite.settings().integrationEnabled(false);
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();

        assertThat(flows.files("inbox")).hasSize(1);
        assertThat(flows.files("dead-letters")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOrderThatFailsForADayBecomesADeadLetter(RouteForm form) throws Exception {
        netSuite.faults().onApi().method("POST").path(ORDERS).status(503, "{}");
        flows.with("orders.retry-attempts", "2").with(WAITS, "0").start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        whileTimePasses(() ->
                flows.files("dead-letters").size() == 2 && flows.files("inbox").isEmpty());

        assertOrdersAndCustomersCreated(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeProcessedBecomesADeadLetterWithItsReason(RouteForm form) throws Exception {
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003", "SKU-999999"));
        flows.awaitOrders();

        List<String> files = flows.files("dead-letters");
        assertThat(files).hasSize(2);
        assertThat(files.get(1)).isEqualTo(files.get(0) + ".reason.txt");
        assertThat(Files.readString(flows.folder("dead-letters").resolve(files.get(0))))
                .isEqualTo(order("1001", "uk", "SKU-000003", "SKU-999999"));
        assertThat(Files.readString(flows.folder("dead-letters").resolve(files.get(1))))
                .isEqualTo("""
                        2026-03-01T12:00:00Z UnmappableOrder
                        NetSuite has no item 'SKU-999999', or the role may not see it. Create it or correct its name, then replay.
                        """);
        await().atMost(Duration.ofSeconds(60)).until(() -> flows.files("inbox").isEmpty());
        assertOrdersAndCustomersCreated(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anItemNameThatTwoItemsHaveIsNotGuessed(RouteForm form) throws Exception {
        netSuite.faults()
                .onApi()
                .path("/services/rest/query/v1/suiteql")
                .changeBody(body -> body.replace("SKU-000007", "SKU-000003"));
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003", "SKU-000007"));
        flows.awaitOrders();

        assertThat(flows.lines).anySatisfy(line -> assertThat(line)
                .contains("is now a dead letter in")
                .contains(
                        "NetSuite has two items 'SKU-000003', with the internal IDs 3 and 7, and nothing says which of them"
                                + " was sold. Rename one, then replay."));
        assertOrdersAndCustomersCreated(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatNetSuiteRefusesBecomesADeadLetterAtOnce(RouteForm form) throws Exception {
        netSuite.records()
                .create(
                        "customer",
                        Map.of(
                                "externalId", "SHOP-UK-C-17",
                                "companyName", "Fern & Thistle",
                                "subsidiary", Map.of("id", "2")));
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();

        assertThat(flows.lines).anySatisfy(line -> assertThat(line)
                .contains("is now a dead letter in")
                .contains("NetSuite answered 400 USER_ERROR")
                .contains("Invalid subsidiary reference key 1"));
        assertOrdersAndCustomersCreated(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anExternalIdTakenByAnotherKindOfRecordIsADeadLetter(RouteForm form) throws Exception {
        netSuite.records()
                .create(
                        "invoice",
                        Map.of(
                                "externalId", "SHOP-UK-1001",
                                "entity", Map.of("id", "2"),
                                "item", Map.of("items", List.of(Map.of("item", Map.of("id", "3"), "quantity", 1)))));
        flows.start(form);

        flows.post(order("1001", "uk", "SKU-000003"));
        flows.awaitOrders();

        assertThat(flows.lines)
                .anySatisfy(line ->
                        assertThat(line).contains("is now a dead letter in").contains("This entity already exists."));
        assertOrdersAndCustomersCreated(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNoOrderOrOfAnUnknownStoreDoesNotHoldUpTheOthers(RouteForm form) throws Exception {
        leaveInInbox("a.json", "not an order");
        leaveInInbox("b.json", order("1001", "us", "SKU-000003"));
        leaveInInbox("c.json", order("1001", "uk", "SKU-000003"));

        flows.start(form);
        flows.awaitOrders();

        assertThat(flows.lines)
                .contains("Order flow: a.json is now a dead letter in " + flows.folder("dead-letters")
                        + ": The body is not well-formed JSON (line 1, column 5).")
                .contains("Order flow: b.json is now a dead letter in " + flows.folder("dead-letters")
                        + ": No subsidiary is set for the store 'us'. Add it to orders.subsidiaries (eu, uk are there),"
                        + " then replay.");
        assertOrdersAndCustomersCreated(1, 1);
    }

    private void whileTimePasses(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            flows.clock.advance(Duration.ofMillis(1));
            return condition.call();
        });
    }

    private void leaveInInbox(String name, String content) throws Exception {
        Files.createDirectories(flows.folder("inbox"));
        Files.writeString(flows.folder("inbox").resolve(name), content);
    }

    private Map<String, Object> record(String type, String externalId) {
        return netSuite.records().read(type, "eid:" + externalId).orElseThrow();
    }

    private void assertSubsidiary(String type, String externalId, String subsidiary) {
        assertThat(record(type, externalId))
                .extracting("subsidiary", map(String.class, Object.class))
                .containsEntry("id", subsidiary);
    }

    private void assertOrdersAndCustomersCreated(long orders, long customers) {
        assertThat(netSuite.records().count("salesOrder") - ordersBefore)
                .as("sales orders created; %s", flows.lines)
                .isEqualTo(orders);
        assertThat(netSuite.records().count("customer") - customersBefore)
                .as("customers created; %s", flows.lines)
                .isEqualTo(customers);
    }
}
