package io.github.camelnetsuite.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.springboot.WithNetSuiteSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

@Timeout(180)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "example.data=target/test-output/orders",
            "example.inbox-every=100",
            "example.webhook-secret=a-secret-for-tests-only"
        })
@WithNetSuiteSimulator
class OrdersApplicationTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    private NetSuiteSimulator netSuite;

    @Autowired
    private Catalogue catalogue;

    private final Shop shop;

    @Autowired
    OrdersApplicationTest(ApplicationContext application) {
        this.shop = new Shop(application);
    }

    @BeforeEach
    void waitForTheFirstRun() throws IOException {
        await().atMost(LONG).until(() -> !catalogue.since().containsValue(Catalogue.BEGINNING));
        for (String folder : List.of("inbox", "failed")) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aCustomerIsReadFromNetSuite() {
        HttpResponse<String> answer = shop.get("/customers/42");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("\"companyName\":").doesNotContain("Bearer");
        assertThat(netSuite.apiRequests()).isEqualTo(1);
    }

    @Test
    void aCustomerThatIsNotThereIsNotFound() {
        assertThat(shop.get("/customers/999999999").statusCode()).isEqualTo(404);
        assertThat(shop.get("/customers/..%2Femployee").statusCode()).isBetween(400, 404);
        assertThat(shop.get("/customers/eid:x").statusCode()).isEqualTo(404);
    }

    @Test
    void whatNetSuiteRefusesIsNotPassedOn() {
        netSuite.faults().onApi().status(503, "{\"title\":\"of no concern to the shop\"}");

        HttpResponse<String> answer = shop.get("/customers/42");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("NetSuite cannot be asked just now.");
    }

    @Test
    void theScheduledRunFillsTheCatalogue() {
        assertThat(shop.get("/items").body()).contains("\"SKU-000003\":{").contains("\"isinactive\":\"F\"");
    }

    @Test
    void anOrderBecomesACustomerAndASalesOrderOnce() {
        assertThat(shop.send(Shop.ORDER).statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> orders().size() == 1 && files("inbox").isEmpty());
        assertThat(shop.send(Shop.ORDER).statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> files("inbox").isEmpty());

        assertThat(orders()).hasSize(1);
        assertThat(files("failed")).isEmpty();
    }

    @Test
    void anOrderWaitsOnDiskWhileNetSuiteIsAway() {
        netSuite.faults().onApi().cutConnection();
        assertThat(shop.send(order("1002")).statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> netSuite.apiRequests() > 0);
        assertThat(files("inbox")).hasSize(1);

        netSuite.faults().clear();

        await().atMost(LONG).until(() -> files("inbox").isEmpty());
        assertThat(files("failed")).isEmpty();
    }

    @Test
    void anOrderNetSuiteWillNeverTakeIsPutAside() throws Exception {
        shop.send(order("1003").replace("SKU-000003", "NO-SUCH-ITEM"));

        await().atMost(LONG)
                .until(() -> files("failed").size() == 2 && files("inbox").isEmpty());
        assertThat(reason()).contains("NetSuite has no item 'NO-SUCH-ITEM'");
    }

    @Test
    void anotherOrderUnderTheSameNumberIsNotTakenForDone() throws Exception {
        shop.send(order("a8"));
        await().atMost(LONG).until(() -> orders().size() == 1 && files("inbox").isEmpty());

        shop.send(order("A8").replace("\"quantity\": 2", "\"quantity\": 78"));

        await().atMost(LONG)
                .until(() -> files("failed").size() == 2 && files("inbox").isEmpty());
        assertThat(reason()).contains("NetSuite has the sales order SHOP-A8 already, made of other content");
        assertThat(orders()).hasSize(1);
    }

    @Test
    void twoOrdersUnderOneNumberDoNotOverwriteEachOtherWhileTheyWait() throws Exception {
        netSuite.faults().onApi().cutConnection();
        shop.send(order("1007"));
        shop.send(order("1007").replace("\"quantity\": 2", "\"quantity\": 77"));
        assertThat(files("inbox")).hasSize(2);

        netSuite.faults().clear();

        await().atMost(LONG)
                .until(() -> files("failed").size() == 2 && files("inbox").isEmpty());
        assertThat(reason()).contains("made of other content");
        assertThat(netSuite.records().idOfExternal("salesOrder", "SHOP-1007")).isPresent();
    }

    @Test
    void aCustomerWhoseIdDidNotComeBackIsLookedUp() {
        shop.send(order("1008"));
        await().atMost(LONG).until(() -> orders().size() == 1 && files("inbox").isEmpty());
        netSuite.faults().onApi().method("PUT").pathMatching(".*customer.*").status(204, "");

        shop.send(order("1009"));

        await().atMost(LONG).until(() -> orders().size() == 2 && files("inbox").isEmpty());
        assertThat(files("failed")).isEmpty();
        assertThat(netSuite.records().idOfExternal("salesOrder", "SHOP-1009")).isPresent();
    }

    @Test
    void anAnswerThatNamesNoRecordDoesNotCountAsOne() {
        netSuite.faults()
                .onApi()
                .method("POST")
                .path("/services/rest/record/v1/salesOrder")
                .once()
                .status(204, "");

        shop.send(order("1012"));

        await().atMost(LONG)
                .until(() -> netSuite.records()
                                .idOfExternal("salesOrder", "SHOP-1012")
                                .isPresent()
                        && files("inbox").isEmpty());
        assertThat(files("failed")).isEmpty();
    }

    @Test
    void aCustomerThatNobodyCanNameIsNoReasonToTryForEver() throws Exception {
        netSuite.faults().onApi().method("PUT").pathMatching(".*customer.*").status(204, "");
        netSuite.faults().onApi().method("GET").pathMatching(".*customer.*").status(200, "{}");

        shop.send(order("1010"));

        await().atMost(LONG)
                .until(() -> files("failed").size() == 2 && files("inbox").isEmpty());
        assertThat(reason()).contains("NetSuite gave no internal ID for the customer SHOP-C-17.");
    }

    @Test
    void anItemNameThatTwoItemsHaveIsNotGuessed() throws Exception {
        netSuite.faults()
                .onApi()
                .path("/services/rest/query/v1/suiteql")
                .changeBody(body -> body.replace("SKU-000007", "SKU-000003"));

        shop.send(order("1011"));

        await().atMost(LONG)
                .until(() -> files("failed").size() == 2 && files("inbox").isEmpty());
        assertThat(reason()).contains("NetSuite has two items 'SKU-000003', with the internal IDs 3 and 7.");
    }

    @Test
    void nobodyElseMayReadTheCustomersOfTheOrders() throws Exception {
        assumeTrue(Files.getFileStore(data()).supportsFileAttributeView("posix"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
    }

    @Test
    void onlyTheShopMaySendOrders() {
        String now = String.valueOf(Instant.now().getEpochSecond());

        assertThat(shop.send(Shop.ORDER, now, "0".repeat(64)).statusCode()).isEqualTo(401);
        assertThat(shop.send(Shop.ORDER, "yesterday", "x").statusCode()).isEqualTo(401);
        assertThat(shop.send("{\"id\": \"1004\"}").statusCode()).isEqualTo(400);
        assertThat(shop.send("[]").statusCode()).isEqualTo(400);
        assertThat(shop.send(" ".repeat(300_000)).statusCode()).isEqualTo(413);
        assertThat(netSuite.requests()).isEmpty();
        assertThat(files("inbox")).isEmpty();
    }

    @Test
    void healthShowsTheAccount() {
        assertThat(shop.get("/actuator/health/netsuite/default/certificate").body())
                .contains("\"status\":\"UP\"")
                .contains("\"certificate.daysLeft\"");
    }

    private String reason() throws IOException {
        Path file = files("failed").stream()
                .filter(one -> one.toString().endsWith(".reason.txt"))
                .findFirst()
                .orElseThrow();
        return Files.readString(file);
    }

    private static String order(String id) {
        return Shop.ORDER.replace("\"1001\"", "\"" + id + "\"");
    }

    private List<?> orders() {
        return netSuite.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/record/v1/salesOrder"))
                .toList();
    }

    private Path data() {
        return Path.of("target", "test-output", "orders", netSuite.accountId());
    }

    private List<Path> files(String folder) {
        Path path = data().resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
