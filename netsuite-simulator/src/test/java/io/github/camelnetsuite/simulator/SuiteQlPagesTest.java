package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelnetsuite.simulator.store.RecordSummary;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SuiteQlPagesTest {

    private NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void restart(NetSuiteSimulator.Builder builder) {
        simulator.close();
        simulator = builder.start();
        caller = new Caller(simulator);
    }

    private JsonNode page(String query, int limit, long offset) {
        HttpResponse<String> response = caller.suiteQl(query, "?limit=" + limit + "&offset=" + offset);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Caller.json(response);
    }

    private List<String> all(String query, int limit) {
        var seen = new ArrayList<String>();
        boolean more = true;
        for (int offset = 0; more; offset += limit) {
            JsonNode page = page(query, limit, offset);
            seen.addAll(page.path("items").findValuesAsText("id"));
            more = page.path("hasMore").asBoolean();
        }
        return seen;
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM item ORDER BY id",
                "SELECT i.id FROM item i ORDER BY i.id",
                "SELECT id FROM item ORDER BY 1",
                "SELECT id, itemid AS sku FROM item ORDER BY sku",
                "SELECT id FROM item ORDER BY isinactive, id",
                "SELECT id FROM item ORDER BY NVL(weight, 0) DESC NULLS LAST, id ASC",
                "SELECT DISTINCT id FROM item ORDER BY id",
                "SELECT id, COUNT(*) AS n FROM item GROUP BY id ORDER BY id",
                "SELECT id FROM item UNION SELECT id FROM item ORDER BY id",
                "SELECT * FROM item ORDER BY itemid"
            })
    void anOrderThatLeavesNothingOpenGivesEachRowOnce(String query) {
        assertThat(all(query, 7)).hasSize(80).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM item",
                "SELECT id FROM item ORDER BY isinactive",
                "SELECT id FROM item ORDER BY TO_CHAR(createddate, 'YYYY')",
                "SELECT id, itemtype AS kind FROM item ORDER BY kind",
                "SELECT id, itemtype FROM item ORDER BY 2 DESC"
            })
    void whereTwoRowsTieOneComesTwiceAndOneNever(String query) {
        List<String> seen = all(query, 40);

        assertThat(seen).hasSize(80);
        assertThat(seen.stream().distinct()).hasSize(79);
    }

    @Test
    void aJoinOrderedByTheHeadTiesToo() {
        String query = "SELECT l.id, t.id AS head FROM transaction t JOIN transactionline l ON l.transaction = t.id"
                + " WHERE l.mainline = 'F' AND t.type = 'SalesOrd' AND t.id IN (2, 4) ORDER BY t.id";

        assertThat(all(query, 2)).hasSize(4);
        restart(NetSuiteSimulator.builder().quirk(Quirk.PAGES_WITHOUT_ORDER, "repeat and lose after changes"));
        assertThat(all(query, 1)).containsExactly("1", "2", "1", "2");
        page(query, 1, 0);
        simulator.records().edit("customer", "42", Map.of("comments", "another table"));
        assertThat(page(query, 1, 1).at("/items/0/id").asText()).isEqualTo("1");
    }

    @Test
    void tiesCanBeKeptInPlaceUntilTheDataChanges() {
        restart(NetSuiteSimulator.builder().quirk(Quirk.PAGES_WITHOUT_ORDER, "repeat and lose after changes"));
        String query = "SELECT id FROM item ORDER BY isinactive";
        assertThat(all(query, 40)).doesNotHaveDuplicates();

        JsonNode first = page(query, 40, 0);
        simulator.records().edit("customer", "42", Map.of("comments", "another table"));
        JsonNode second = page(query, 40, 40);

        String last = first.path("items").get(39).path("id").asText();
        assertThat(second.path("items").get(0).path("id").asText()).isEqualTo(last);
    }

    @Test
    void aRowThatGoesMovesTheOthersOverTheEdgeOfThePage() {
        String query = "SELECT id FROM item ORDER BY id";
        page(query, 40, 0);
        simulator.records().delete("inventoryItem", "7");

        assertThat(page(query, 40, 40).path("items").findValuesAsText("id")).isEqualTo(numbers(42, 80));
    }

    @Test
    void aRowThatIsAddedInFrontComesTwice() {
        String query = "SELECT id FROM item ORDER BY id DESC";
        page(query, 40, 0);
        simulator.records().grow("inventoryItem", 1);

        JsonNode second = page(query, 40, 40);

        assertThat(second.at("/items/0/id").asText()).isEqualTo("41");
        assertThat(second.path("totalResults").asInt()).isEqualTo(81);
        assertThat(second.path("hasMore").asBoolean()).isTrue();
    }

    @Test
    void pagesMayBeReadInAnyOrderAndAgain() {
        String query = "SELECT id FROM item ORDER BY id";

        assertThat(page(query, 20, 40).path("items").findValuesAsText("id")).isEqualTo(numbers(41, 60));
        assertThat(page(query, 20, 60).path("items").findValuesAsText("id")).isEqualTo(numbers(61, 80));
        assertThat(page(query, 20, 20).path("items").findValuesAsText("id")).isEqualTo(numbers(21, 40));
        assertThat(page(query, 20, 40).path("items").findValuesAsText("id")).isEqualTo(numbers(41, 60));
        assertThat(page(query, 20, 0).path("items").findValuesAsText("id")).isEqualTo(numbers(1, 20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id > 0|80",
                "id > 13|67",
                "ID > 80|0",
                "id > 4095|0",
                "(isinactive = 'F') AND id > 40|38",
                "id > 40 AND isinactive = 'F'|38",
                "isinactive = 'F' OR id > 40|79",
                "(isinactive = 'F' OR id = 46) AND id > 40|39",
                "id BETWEEN 3 AND 50 AND id > 48|2",
                "id > 40 AND id > 60|20",
                "isinactive = 'F' AND itemid LIKE 'SKU%' AND id > 79|1"
            })
    void theTotalOfARangeOfIdsIsExact(String condition, int total) {
        String query = "SELECT id FROM item WHERE " + condition + " ORDER BY id";

        JsonNode page = page(query, 1, 0);

        assertThat(page.path("totalResults").asInt()).isEqualTo(total);
        assertThat(page.path("hasMore").asBoolean()).isEqualTo(total > 1);
        simulator.records().delete("inventoryItem", "80");
        assertThat(page(query, 1000, 0).path("totalResults").asInt())
                .isEqualTo(page(query, 1000, 0).path("count").asInt());
    }

    @Test
    void aRangeOfIdsIsExactOverManyBlocks() {
        simulator.records().grow("inventoryItem", 20_000);
        simulator.records().delete("inventoryItem", "9000");

        for (int after : new int[] {0, 1, 4095, 4096, 8999, 9000, 12_288, 20_079}) {
            int expected = 20_080 - after - (after < 9000 ? 1 : 0);
            assertThat(page("SELECT id FROM item WHERE id > " + after + " ORDER BY id", 1, 0)
                            .path("totalResults")
                            .asInt())
                    .as("after " + after)
                    .isEqualTo(expected);
        }
    }

    @Test
    void anExportByKeySurvivesOtherUsersAtWork() {
        simulator.records().grow("inventoryItem", 2000);
        simulator.churn().seed(5).perPage("inventoryItem", 3, 10, 2);
        var seen = new ArrayList<Long>();
        long last = 0;
        boolean more = true;
        while (more) {
            JsonNode page = page("SELECT id FROM item WHERE id > " + last + " ORDER BY id", 100, 0);
            page.path("items").forEach(row -> seen.add(row.path("id").asLong()));
            last = seen.get(seen.size() - 1);
            more = page.path("hasMore").asBoolean();
            assertThat(more || page.path("count").asInt() <= 100).isTrue();
        }
        simulator.churn().stop();

        assertThat(seen).doesNotHaveDuplicates().isSorted();
        var throughout =
                new TreeSet<Long>(LongStream.rangeClosed(1, 2080).boxed().toList());
        throughout.removeAll(simulator.churn().deleted());
        assertThat(seen).containsAll(throughout);
        assertThat(simulator.churn().inserted()).hasSizeGreaterThan(60).startsWith(2081L, 2082L, 2083L);
        assertThat(simulator.churn().deleted()).hasSizeGreaterThan(40);
        assertThat(simulator.churn().changed()).isGreaterThan(200);
    }

    @Test
    void anExportByOffsetDoesNot() {
        simulator.records().grow("inventoryItem", 2000);
        simulator.churn().seed(5).perPage("inventoryItem", 0, 0, 5);

        List<String> seen = all("SELECT id FROM item ORDER BY id", 100);

        var throughout =
                new TreeSet<Long>(LongStream.rangeClosed(1, 2080).boxed().toList());
        throughout.removeAll(simulator.churn().deleted());
        assertThat(throughout.stream().map(String::valueOf).filter(id -> !seen.contains(id)))
                .isNotEmpty();
    }

    @Test
    void theSameSeedChurnsTheSameRows() {
        simulator.churn().seed(9).perPage("customer", 1, 1, 2);
        page("SELECT id FROM item", 10, 0);
        caller.get("/services/rest/record/v1/customer");
        List<Long> deleted = simulator.churn().deleted();
        simulator.reset();
        assertThat(simulator.churn().deleted()).isEmpty();

        simulator.churn().seed(9).perPage("customer", 1, 1, 2);
        page("SELECT id FROM item", 10, 0);
        caller.get("/services/rest/record/v1/customer");

        assertThat(simulator.churn().deleted()).isEqualTo(deleted).hasSize(4);
    }

    @Test
    void onlyRowsOfTheTypeChurnThoughOthersInTheTableFollow() {
        simulator.churn().perPage("salesOrder", 0, 0, 40);

        page("SELECT id FROM item", 10, 0);

        assertThat(simulator.churn().deleted())
                .hasSize(40)
                .doesNotHaveDuplicates()
                .allMatch(id -> id <= 90);
        assertThat(simulator.records().count("itemFulfillment")).isEqualTo(30);
    }

    @Test
    void whatIsChurnedIsOneOfThreeTypes() {
        Churn churn = simulator.churn();

        assertThatThrownBy(() -> churn.perPage("vendor", 1, 1, 1))
                .hasMessage(
                        "Rows of type 'vendor' cannot be churned. There are customer, inventoryItem and salesOrder.");
        assertThatThrownBy(() -> churn.perPage("customer", -1, 1, 1)).hasMessageContaining("0 or more");
        Records records = simulator.records();
        assertThatThrownBy(() -> records.grow("vendor", 1)).hasMessageContaining("cannot be made in bulk");
    }

    @Test
    void grownRowsAreLikeTheSample() {
        assertThat(simulator.records().grow("salesOrder", 1000)).containsExactly(121L, 1120L);

        Map<String, Object> order =
                simulator.records().read("salesOrder", "eid:ORDER-1000").orElseThrow();
        assertThat(order).containsEntry("tranId", "SO001000").containsKey("entity");
        assertThat(String.valueOf(order.get("item"))).contains("quantity");
        assertThat(simulator.records().create("customer", Map.of("companyName", "N", "subsidiary", Map.of("id", "1"))))
                .isEqualTo("61");
    }

    @Test
    void aSummaryAddsUpWhatThereIs() {
        RecordSummary before = simulator.records().summary("salesOrder");
        String id = simulator
                .records()
                .create(
                        "salesOrder",
                        Map.of(
                                "externalId", "SHOP-1",
                                "entity", Map.of("id", "42"),
                                "item",
                                        Map.of(
                                                "items",
                                                List.of(
                                                        Map.of("item", Map.of("id", "1"), "quantity", 2, "rate", 10),
                                                        Map.of("item", Map.of("id", "2"), "quantity", 1, "rate", 5)))));

        RecordSummary after = simulator.records().summary("salesOrder");

        assertThat(after.count()).isEqualTo(before.count() + 1);
        assertThat(after.idSum()).isEqualTo(before.idSum().add(new BigDecimal(id)));
        assertThat(after.lines()).isEqualTo(before.lines() + 2);
        assertThat(after.quantity()).isEqualByComparingTo(before.quantity().add(new BigDecimal(3)));
        assertThat(after.total()).isEqualByComparingTo(before.total().add(new BigDecimal(25)));
        assertThat(after.externalIds()).isEqualTo(before.externalIds() + 1);
        assertThat(simulator.records().summary("vendor"))
                .isEqualTo(new RecordSummary(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0));
    }

    @Test
    void aResetForgetsPagesThatWereBegun() {
        String query = "SELECT id FROM item ORDER BY id";
        page(query, 20, 20);
        simulator.reset();

        assertThat(page(query, 20, 40).path("items").findValuesAsText("id")).isEqualTo(numbers(41, 60));
    }
}
