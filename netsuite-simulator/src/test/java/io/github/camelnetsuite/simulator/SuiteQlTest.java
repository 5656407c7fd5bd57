package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteQlTest {

    private static final String PATH = "/services/rest/query/v1/suiteql";
    private static final String PREFIX =
            "Invalid search query. Detailed unprocessed description follows. Search error occurred: ";

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

    private JsonNode run(String query) {
        HttpResponse<String> response = caller.suiteQl(query, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Caller.json(response);
    }

    private String first(String query) {
        return run(query).at("/items/0").toString();
    }

    private static void assertInvalid(HttpResponse<String> response, String detail) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = Caller.json(response).at("/o:errorDetails/0");
        assertThat(error.path("detail").asText()).isEqualTo(PREFIX + detail);
        assertThat(error.path("o:errorQueryParam").asText()).isEqualTo("q");
        assertThat(error.path("o:errorCode").asText()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void rowsHaveLowerCaseNamesTextValuesAndEmptyLinks() {
        assertThat(first("SELECT id, itemid AS \"Sku\", isInactive, averagecost FROM item WHERE id = 3"))
                .isEqualTo(
                        "{\"links\":[],\"id\":\"3\",\"sku\":\"SKU-000003\",\"isinactive\":\"F\",\"averagecost\":\"4.1\"}");
    }

    @Test
    void aNullColumnIsLeftOut() {
        assertThat(first("SELECT id, weight FROM item WHERE id = 9")).isEqualTo("{\"links\":[],\"id\":\"9\"}");
    }

    @Test
    void aColumnWithoutANameIsNumbered() {
        assertThat(first("SELECT COUNT(*), MAX(id) FROM item"))
                .isEqualTo("{\"links\":[],\"expr1\":\"80\",\"expr2\":\"80\"}");
    }

    @Test
    void referencesAreIdsUntilTheirNameIsAskedFor() {
        assertThat(first("SELECT c.subsidiary, BUILTIN.DF(c.subsidiary) AS name FROM customer c WHERE c.id = 42"))
                .isEqualTo("{\"links\":[],\"subsidiary\":\"1\",\"name\":\"Harbour Trading UK\"}");
        assertThat(first("SELECT BUILTIN.DF(t.status) AS status FROM transaction t WHERE t.id = 1"))
                .isEqualTo("{\"links\":[],\"status\":\"Pending Fulfillment\"}");
    }

    @Test
    void joinsGroupsAndSubqueriesWork() {
        assertThat(first("SELECT BUILTIN.DF(tl.item) AS sku, SUM(tl.quantity) AS pieces FROM transaction t"
                        + " INNER JOIN transactionline tl ON tl.transaction = t.id"
                        + " WHERE t.type = 'SalesOrd' AND tl.mainline = 'F' AND t.id IN (SELECT id FROM transaction WHERE id = 1)"
                        + " GROUP BY tl.item ORDER BY tl.item"))
                .isEqualTo("{\"links\":[],\"sku\":\"SKU-000005\",\"pieces\":\"2\"}");
    }

    @Test
    void whatIsWrittenByRestIsFoundByQuery() {
        simulator.records().edit("customer", "42", Map.of("comments", "big"));

        assertThat(first("SELECT id FROM customer WHERE comments = 'big'")).isEqualTo("{\"links\":[],\"id\":\"42\"}");
    }

    @Test
    void timestampsAreInTheAccountsZone() {
        String query =
                "SELECT TO_CHAR(lastmodifieddate, 'YYYY-MM-DD\"T\"HH24:MI:SS') AS modified FROM item WHERE id = 42";
        assertThat(first(query)).isEqualTo("{\"links\":[],\"modified\":\"2025-01-02T00:00:14\"}");

        restart(NetSuiteSimulator.builder().quirk(Quirk.SUITEQL_ZONE, "UTC"));

        assertThat(first(query)).isEqualTo("{\"links\":[],\"modified\":\"2025-01-02T08:00:14\"}");
    }

    @Test
    void changesSinceAMomentAreFound() {
        VirtualClock clock = VirtualClock.at(Instant.parse("2026-06-01T17:30:05Z"));
        restart(NetSuiteSimulator.builder().clock(clock));
        caller = new Caller(simulator, clock);
        simulator.records().edit("inventoryItem", "7", Map.of("displayName", "New name"));

        assertThat(
                        run("SELECT id, TO_CHAR(lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS') AS at FROM item WHERE lastmodifieddate >="
                                        + " TO_TIMESTAMP('2026-06-01 10:30:05', 'YYYY-MM-DD HH24:MI:SS') ORDER BY lastmodifieddate, id")
                                .path("items")
                                .toString())
                .isEqualTo("[{\"links\":[],\"id\":\"7\",\"at\":\"2026-06-01 10:30:05\"}]");
        assertThat(run("SELECT id FROM item WHERE lastmodifieddate >= TO_DATE('2026-06-02', 'YYYY-MM-DD')")
                        .path("totalResults")
                        .asInt())
                .isZero();
        assertThat(first("SELECT TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI') AS now FROM item WHERE id = 1"))
                .isEqualTo("{\"links\":[],\"now\":\"2026-06-01 10:30\"}");
    }

    @Test
    void anUnformattedDateComesAsTheAccountShowsIt() {
        assertThat(first("SELECT trandate, lastmodifieddate FROM transaction WHERE id = 42"))
                .isEqualTo("{\"links\":[],\"trandate\":\"2/13/2025\",\"lastmodifieddate\":\"1/2/2025\"}");
    }

    @Test
    void pagesFollowEachOther() {
        var seen = new ArrayList<String>();
        boolean more = true;
        for (int offset = 0; more; offset += 30) {
            JsonNode page =
                    Caller.json(caller.suiteQl("SELECT id FROM item ORDER BY id", "?limit=30&offset=" + offset));
            seen.addAll(page.path("items").findValuesAsText("id"));
            more = page.path("hasMore").asBoolean();
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 80).mapToObj(Integer::toString).toList());
    }

    @Test
    void withoutAnOrderPagesRepeatAndLoseRows() {
        var seen = new ArrayList<String>();
        for (int offset = 0; offset < 80; offset += 40) {
            seen.addAll(Caller.json(caller.suiteQl("SELECT id FROM item", "?limit=40&offset=" + offset))
                    .path("items")
                    .findValuesAsText("id"));
        }

        assertThat(seen).hasSize(80);
        assertThat(seen.stream().distinct()).hasSize(79);
    }

    @Test
    void offsetsMustBeMultiplesAndWithinTheRows() {
        HttpResponse<String> odd = caller.suiteQl("SELECT id FROM item", "?limit=30&offset=10");
        HttpResponse<String> past = caller.suiteQl("SELECT id FROM item", "?limit=30&offset=90");

        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(Caller.json(odd).at("/o:errorDetails/0/o:errorQueryParam").asText())
                .isEqualTo("offset");
        assertThat(past.statusCode()).isEqualTo(404);
        assertThat(Caller.json(past).path("o:errorCode").asText()).isEqualTo("NONEXISTENT_OFFSET");
        assertThat(Caller.json(past).has("o:errorDetails")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=-1", "?limit=x", "?offset=-1000"})
    void aLimitMustBeOneToAThousand(String parameters) {
        assertThat(caller.suiteQl("SELECT id FROM item", parameters).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aQueryEndsAtAHundredThousandRows() {
        String query = "SELECT a.id AS a, b.id AS b, c.id AS c FROM item a CROSS JOIN item b CROSS JOIN item c"
                + " WHERE a.id <= 16 ORDER BY a.id, b.id, c.id";

        JsonNode last = Caller.json(caller.suiteQl(query, "?limit=1000&offset=99000"));

        assertThat(last.path("totalResults").asInt()).isEqualTo(102_400);
        assertThat(last.path("count").asInt()).isEqualTo(1000);
        assertThat(last.path("hasMore").asBoolean(true)).isFalse();
        assertThat(caller.suiteQl(query, "?limit=1000&offset=100000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void boundParametersAreTaken() {
        HttpResponse<String> response =
                post("{\"q\":\"SELECT id FROM item WHERE id BETWEEN ? AND ? ORDER BY id\",\"params\":[\"3\",\"4\"]}");

        assertThat(Caller.json(response).path("items").findValuesAsText("id")).containsExactly("3", "4");
    }

    @Test
    void anOlderReleaseKnowsNoParameters() {
        restart(NetSuiteSimulator.builder().quirk(Quirk.SUITEQL_PARAMS, "400 INVALID_CONTENT"));

        HttpResponse<String> response = post("{\"q\":\"SELECT id FROM item WHERE id = ?\",\"params\":[\"3\"]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("INVALID_CONTENT");
    }

    @Test
    void withoutPreferTransientNothingRuns() {
        HttpResponse<String> response = caller.send(caller.authorized(PATH)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"q\":\"SELECT id FROM item\"}")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorHeader").asText())
                .isEqualTo("Prefer");
    }

    @Test
    void anUnknownColumnIsNamedBesideTheTables() {
        assertInvalid(
                caller.suiteQl("SELECT shoesize FROM customer c", ""),
                "Unknown identifier 'shoesize'. Available identifiers are: {c=customer}.");
    }

    @Test
    void anUnknownTableIsNamed() {
        assertInvalid(caller.suiteQl("SELECT id FROM unicorn", ""), "Invalid search type: unicorn.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM item",
                "UPDATE item SET itemid = 'x'",
                "INSERT INTO item (id) VALUES (1)",
                "DROP TABLE item",
                "SELECT 1; DROP TABLE item",
                "CALL FILE_READ('/etc/passwd')",
                "SELECT FILE_READ('/etc/passwd') FROM item",
                "SELECT CSVWRITE('/tmp/x', 'SELECT 1') FROM item",
                "SELECT * FROM CSVREAD('/etc/passwd')",
                "SELECT * FROM LINK_SCHEMA('a', 'b', 'c', 'd', 'e', 'f')",
                "SELECT * FROM INFORMATION_SCHEMA.USERS",
                "SELECT * FROM item, \"INFORMATION_SCHEMA\".\"USERS\"",
                "SELECT H2VERSION() FROM item",
                "SELECT id FROM item FOR UPDATE",
                "SELECT id INTO x FROM item",
                "SELECT NEXT VALUE FOR s FROM item",
                "SELECT id FROM [item]",
                "SELECT id FROM item LIMIT 5",
                "SELECT id FROM item WHERE id = ?",
                "SELECT (id FROM item",
                "SELECT 'open FROM item",
                "EXPLAIN SELECT id FROM item",
                "SCRIPT TO '/tmp/x'",
                "VALUES (1)",
                "TABLE item",
                "SELECT id FROM"
            })
    void onlySelectWithKnownFunctionsRuns(String query) {
        assertInvalid(caller.suiteQl(query, ""), "Invalid or unsupported search.");
        assertThat(simulator.records().count("inventoryItem")).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"SELECT x_subsidiary FROM item,x_subsidiary", "SELECT i.x_createddate FROM item i,x_createddate"})
    void theSimulatorsOwnColumnsAreNotThere(String query, String column) {
        assertInvalid(caller.suiteQl(query, ""), "Unknown identifier '" + column + "'. Available identifiers are: {}.");
        assertThat(first("SELECT * FROM item WHERE id = 1")).doesNotContain("\"x_");
    }

    @Test
    void aListInABracketHasAThousandItemsAtMost() {
        String ids = IntStream.rangeClosed(1, 1001).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertInvalid(
                caller.suiteQl("SELECT id FROM item WHERE id IN (" + ids + ")", ""), "Invalid or unsupported search.");
        assertThat(run("SELECT id FROM item WHERE id IN (" + ids.substring(2) + ")")
                        .path("totalResults")
                        .asInt())
                .isEqualTo(79);
    }

    @Test
    void topAndFetchBoundTheRows() {
        assertThat(run("SELECT TOP 3 id FROM item ORDER BY id")
                        .path("totalResults")
                        .asInt())
                .isEqualTo(3);
        assertThat(run("SELECT id FROM item ORDER BY id FETCH FIRST 2 ROWS ONLY")
                        .path("items")
                        .findValuesAsText("id"))
                .isEqualTo(List.of("1", "2"));
        assertThat(run("SELECT id FROM item WHERE ROWNUM <= 4")
                        .path("totalResults")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aRoleWithoutWorkbookMayNotQuery() {
        simulator.settings().without(Permission.SUITEANALYTICS_WORKBOOK);

        HttpResponse<String> response = caller.suiteQl("SELECT id FROM item", "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("USER_ERROR");
    }

    private HttpResponse<String> post(String body) {
        return caller.send(caller.authorized(PATH)
                .header("Content-Type", "application/json")
                .header("Prefer", "transient")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
