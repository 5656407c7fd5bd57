package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire for a query, page by page. */
@Timeout(120)
class SuiteQlPagesTest {

    private static final String REFUSED = "{\"title\": \"Bad Request\", \"status\": 400, \"o:errorDetails\":"
            + " [{\"detail\": \"Invalid content in the request.\", \"o:errorCode\": \"INVALID_CONTENT\"}]}";

    private ScriptedHosts netsuite;
    private RecordService records;

    @BeforeEach
    void start() throws IOException {
        netsuite = new ScriptedHosts();
        records = new RecordService(netsuite.client(), Runnable::run);
    }

    @AfterEach
    void stop() throws IOException {
        netsuite.close();
    }

    @Test
    void aPageIsOnePostWithTheQueryAndNothingKept() throws Exception {
        netsuite.then(page(false, "{\"id\": \"1\"}"));

        assertThat(all("SELECT id FROM shop", 500)).containsExactly(Map.of("id", "1"));

        Asked asked = netsuite.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/services/rest/query/v1/suiteql");
        assertThat(asked.query()).isEqualTo("limit=500&offset=0");
        assertThat(asked.header("Prefer")).isEqualTo("transient");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer the-token");
        assertThat(asked.header("Content-type")).startsWith("application/json");
        assertThat(asked.body()).isEqualTo("{\"q\":\"SELECT id FROM shop\"}");
    }

    @Test
    void withAKeyEachPageIsAskedForBehindTheLastRowOfTheOneBefore() {
        netsuite.then(page(true, "{\"id\": \"1\"}", "{\"id\": \"5\"}"))
                .then(page(true, "{\"id\": \"9\"}", "{\"id\": \"12\"}"))
                .then(page(false, "{\"id\": \"100\"}"));

        assertThat(ids(all("SELECT id FROM customer", 2))).containsExactly("1", "5", "9", "12", "100");
        assertThat(queries())
                .containsExactly(
                        "SELECT id FROM customer ORDER BY customer.id",
                        "SELECT id FROM customer WHERE customer.id > 5 ORDER BY customer.id",
                        "SELECT id FROM customer WHERE customer.id > 12 ORDER BY customer.id");
        assertThat(netsuite.asked()).extracting(Asked::query).containsOnly("limit=2&offset=0");
    }

    @Test
    void withoutAKeyPagesAreCutByTheirOffset() {
        netsuite.then(page(true, "{\"id\": \"5\"}", "{\"id\": \"1\"}")).then(page(false, "{\"id\": \"5\"}"));

        assertThat(ids(all("SELECT id FROM shop", 2))).containsExactly("5", "1", "5");
        assertThat(queries()).containsOnly("SELECT id FROM shop");
        assertThat(netsuite.asked()).extracting(Asked::query).containsExactly("limit=2&offset=0", "limit=2&offset=2");
    }

    @Test
    void aKeyThatWasNotSelectedIsNotShown() {
        netsuite.then(page(true, "{\"email\": \"a\", \"paging_key\": \"1\"}"))
                .then(page(false, "{\"email\": \"b\", \"paging_key\": \"2\"}"));

        assertThat(all("SELECT email FROM customer", 1)).containsExactly(Map.of("email", "a"), Map.of("email", "b"));
    }

    @Test
    void rowsThatDoNotComeInTheOrderOfTheKeyEndTheQuery() {
        netsuite.then(page(true, "{\"id\": \"5\"}", "{\"id\": \"1\"}"));

        assertThatThrownBy(() -> all("SELECT id FROM customer", 2))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("its rows do not come in the order of 'id'");
    }

    @Test
    void aNamedKeyIsAskedForOnceMoreOnEachPageAndItsRowGivenOnce() {
        netsuite.then(page(true, "{\"k\": \"1\"}", "{\"k\": \"2\"}"))
                .then(page(false))
                .then(page(true, "{\"k\": \"2\"}", "{\"k\": \"3\"}"))
                .then(page(false, "{\"k\": \"4\"}"));

        assertThat(all(SuiteQlQuery.of("SELECT a.k FROM a, b").uniqueKey("a.k"), 2))
                .extracting(row -> row.get("k"))
                .containsExactly("1", "2", "3", "4");
        assertThat(queries())
                .containsExactly(
                        "SELECT a.k FROM a, b ORDER BY a.k",
                        "SELECT a.k FROM a, b WHERE a.k IS NULL ORDER BY a.k",
                        "SELECT a.k FROM a, b WHERE a.k >= '2' ORDER BY a.k",
                        "SELECT a.k FROM a, b WHERE a.k >= '3' ORDER BY a.k");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 | 2 2 | two rows have the same value there",
                "1 1 | 2 3 | two rows have the same value there",
                "1 10 | 10 2 | they come in another order than that of numbers",
                "1 x | 2 3 | a row has a value there that is no number",
            })
    void aNamedKeyThatIsNoUniqueNumberIsFoundOutBeforeARowIsLost(String first, String second, String why) {
        netsuite.then(pageOf("k", true, first)).then(page(false)).then(pageOf("k", true, second));

        assertThatThrownBy(() -> all(SuiteQlQuery.of("SELECT a.k FROM a, b").uniqueKey("a.k"), 2))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The column 'k' cannot carry this query over several pages: ")
                .hasMessageContaining(why);
    }

    @Test
    void rowsWithoutTheNamedKeyAreFoundOutBeforeTheyAreLost() {
        netsuite.then(pageOf("k", true, "1 2")).then(page(false, "{\"a\": \"x\"}"));

        assertThatThrownBy(() -> all(SuiteQlQuery.of("SELECT a.k FROM a, b").uniqueKey("a.k"), 2))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("a row has no value there");
    }

    @Test
    void aResultOfOnePageNeedsNeitherOrderNorKey() {
        netsuite.then(page(false, "{\"k\": \"b\"}", "{\"k\": \"b\"}"));

        assertThat(all(SuiteQlQuery.of("SELECT a.k FROM a, b").uniqueKey("a.k"), 1000))
                .hasSize(2);
        assertThat(netsuite.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"hasMore\": false", "\"hasMore\": true", "\"totalResults\": 100000", "\"totalResults\": 100001"
            })
    void reachingTheLimitOfRowsWithoutAKeyIsAnErrorWithTheWayOutAndNoSilentEnd(String said) {
        endless(request -> offset(request) < 99_000 ? "\"hasMore\": true" : said);

        Iterator<Map<String, Object>> rows = query("SELECT n FROM shop", 1000, Long.MAX_VALUE);
        for (int i = 0; i < 100_000; i++) {
            assertThat(rows.next()).containsEntry("n", Integer.toString(i));
        }

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The query has 100000 rows or more")
                .hasMessageContaining("uniqueKey");
        assertThat(netsuite.asked()).hasSize(100);
    }

    @Test
    void aSizeOfPagesThatDoesNotDivideTheLimitReachesItAsWell() {
        endless(request -> "\"hasMore\": true");

        Iterator<Map<String, Object>> rows = query("SELECT n FROM shop", 999, Long.MAX_VALUE);

        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The query has 100000 rows or more");
    }

    @Test
    void aLimitOfTheUsersOwnEndsTheRowsInPeace() {
        endless(request -> "\"hasMore\": true");

        Iterator<Map<String, Object>> rows = query("SELECT n FROM shop", 1000, 100_000);

        int count = 0;
        for (; rows.hasNext(); count++) {
            rows.next();
        }
        assertThat(count).isEqualTo(100_000);
    }

    @Test
    void noMoreRowsAreAskedForThanAreWanted() {
        endless(request -> "\"hasMore\": true");

        assertThat(drain(query("SELECT n FROM shop", 1000, 3))).hasSize(3);
        assertThat(netsuite.asked()).extracting(Asked::query).containsExactly("limit=3&offset=0");
    }

    @Test
    void pagesComeWholeWhereThatIsAskedFor() {
        netsuite.then(Answer.json(
                        "{\"items\": [{\"id\": \"1\"}, {\"id\": \"2\"}], \"hasMore\": true, \"totalResults\": 3}"))
                .then(Answer.json("{\"items\": [{\"id\": \"3\"}], \"hasMore\": false}"));

        List<Map<String, Object>> pages = new ArrayList<>();
        records.queryPages(SuiteQlQuery.of("SELECT id FROM customer"), 2, Long.MAX_VALUE)
                .forEachRemaining(pages::add);

        assertThat(pages)
                .containsExactly(
                        Map.of(
                                "count",
                                2,
                                "hasMore",
                                true,
                                "totalResults",
                                3L,
                                "items",
                                List.of(Map.of("id", "1"), Map.of("id", "2"))),
                        Map.of("count", 1, "hasMore", false, "items", List.of(Map.of("id", "3"))));
    }

    @Test
    void textGoesBesideTheQueryAndEverythingElseIntoIt() {
        netsuite.then(page(false));

        all(
                SuiteQlQuery.bind(
                        "SELECT id FROM shop WHERE a = :#a AND b IN :#b AND n > :#n AND f = :#f AND z IS :#z",
                        Map.of(
                                "a",
                                "it's",
                                "b",
                                List.of("x", 5, "y"),
                                "n",
                                3,
                                "f",
                                true,
                                "z",
                                java.time.LocalDate.of(2026, 1, 2))),
                10);

        assertThat(body(0).path("q").textValue())
                .isEqualTo("SELECT id FROM shop WHERE a = ? AND b IN (?, 5, ?) AND n > 3 AND f = 'T' AND z IS"
                        + " TO_DATE('2026-01-02', 'YYYY-MM-DD')");
        assertThat(body(0).path("params").toString()).isEqualTo("[\"it's\",\"x\",\"y\"]");
    }

    @Test
    void anAccountThatTakesNoParametersGetsThemInTheQueryAndIsNotTriedAgain() {
        netsuite.then(Answer.json(400, REFUSED)).then(page(false)).then(page(false));

        all(SuiteQlQuery.bind("SELECT id FROM shop WHERE a = :#a", Map.of("a", "it's")), 10);
        all(SuiteQlQuery.bind("SELECT id FROM shop WHERE b = :#b", Map.of("b", "x")), 10);

        assertThat(queries())
                .containsExactly(
                        "SELECT id FROM shop WHERE a = ?",
                        "SELECT id FROM shop WHERE a = 'it''s'",
                        "SELECT id FROM shop WHERE b = 'x'");
        assertThat(body(1).has("params")).isFalse();
    }

    @Test
    void anAccountThatHasTakenParametersIsBelievedWhenItRefusesAQuery() {
        netsuite.then(page(false)).then(Answer.json(400, REFUSED));
        all(SuiteQlQuery.bind("SELECT id FROM shop WHERE a = :#a", Map.of("a", "x")), 10);

        assertThatThrownBy(() -> all(SuiteQlQuery.bind("SELECT id FROM shop WHERE b = :#b", Map.of("b", "x")), 10))
                .isInstanceOf(NetSuiteDataException.class);
        assertThat(netsuite.asked()).hasSize(2);
    }

    @Test
    void aQueryThatIsWrongEitherWayTellsNothingAboutTheAccount() {
        netsuite.then(Answer.json(400, REFUSED)).then(Answer.json(400, REFUSED)).then(page(false));
        assertThatThrownBy(() -> all(SuiteQlQuery.bind("SELECT wrong WHERE a = :#a", Map.of("a", "x")), 10))
                .isInstanceOf(NetSuiteDataException.class);

        all(SuiteQlQuery.bind("SELECT id FROM shop WHERE b = :#b", Map.of("b", "x")), 10);

        assertThat(queries().get(2)).isEqualTo("SELECT id FROM shop WHERE b = ?");
    }

    @Test
    void aQuestionMarkOfTheQuerysOwnKeepsTheValuesInside() {
        netsuite.then(page(false));

        all(SuiteQlQuery.bind("SELECT id FROM shop WHERE a = ? AND b = :#b AND c = 'why?'", Map.of("b", "x")), 10);

        assertThat(queries()).containsExactly("SELECT id FROM shop WHERE a = ? AND b = 'x' AND c = 'why?'");
    }

    @Test
    void parametersStayInOrderOnTheFurtherPages() {
        netsuite.then(page(true, "{\"id\": \"1\"}")).then(page(false, "{\"id\": \"2\"}"));

        all(SuiteQlQuery.bind("SELECT id FROM customer WHERE a = :#a OR b = :#b", Map.of("a", "x", "b", "y")), 1);

        assertThat(queries().get(1))
                .isEqualTo("SELECT id FROM customer WHERE (a = ? OR b = ?) AND customer.id > 1 ORDER BY customer.id");
        assertThat(body(1).path("params").toString()).isEqualTo("[\"x\",\"y\"]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endingEarlyEndsTheRequestForTheNextPage(boolean closing) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        netsuite.then(page(true, "{\"id\": \"1\"}")).then(request -> {
            arrived.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return page(false);
        });
        ExecutorService threads = Executors.newSingleThreadExecutor();
        PagedRows rows = new RecordService(netsuite.client(), threads)
                .query(SuiteQlQuery.of("SELECT id FROM customer"), 1, Long.MAX_VALUE);
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

        if (closing) {
            rows.close();
        } else {
            rows.release();
        }

        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        never.countDown();
    }

    private void endless(Function<Asked, String> said) {
        for (int i = 0; i <= 101; i++) {
            netsuite.then(request -> {
                int from = offset(request);
                int size = Integer.parseInt(request.query().replaceAll("limit=(\\d+).*", "$1"));
                String rows = IntStream.range(from, Math.min(from + size, 100_000))
                        .mapToObj(n -> "{\"n\": \"" + n + "\"}")
                        .collect(Collectors.joining(", "));
                return Answer.json(
                        "{\"items\": [" + rows + "], \"offset\": " + from + ", " + said.apply(request) + "}");
            });
        }
    }

    private static int offset(Asked request) {
        return Integer.parseInt(request.query().replaceAll(".*offset=", ""));
    }

    private List<Map<String, Object>> all(String query, int pageSize) {
        return drain(query(query, pageSize, Long.MAX_VALUE));
    }

    private List<Map<String, Object>> all(SuiteQlQuery query, int pageSize) {
        return drain(records.query(query, pageSize, Long.MAX_VALUE));
    }

    private PagedRows query(String query, int pageSize, long limit) {
        return records.query(SuiteQlQuery.of(query), pageSize, limit);
    }

    private static List<Map<String, Object>> drain(Iterator<Map<String, Object>> rows) {
        List<Map<String, Object>> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private static List<Object> ids(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    private List<String> queries() {
        return IntStream.range(0, netsuite.asked().size())
                .mapToObj(i -> body(i).path("q").textValue())
                .toList();
    }

    private JsonNode body(int request) {
        try {
            return new JsonMapper().readTree(netsuite.asked().get(request).body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Answer page(boolean more, String... rows) {
        return Answer.json("{\"items\": [" + String.join(", ", rows) + "], \"hasMore\": " + more + "}");
    }

    private static Answer pageOf(String column, boolean more, String values) {
        return page(
                more,
                values.lines()
                        .flatMap(line -> List.of(line.split(" ")).stream())
                        .map(value -> "{\"" + column + "\": \"" + value + "\"}")
                        .toArray(String[]::new));
    }
}
