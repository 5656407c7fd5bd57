package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.Quirk;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows in routes, against a simulator whose pages repeat and lose rows where they have no order. */
@Timeout(120)
class SuiteQlRoutesTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE =
            NetSuiteSimulatorExtension.with(builder -> builder.quirk(Quirk.PAGES_WITHOUT_ORDER, "repeat and lose"));

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rows")
                        .to("netsuite:suiteql?pageSize=7")
                        .split(body())
                        .streaming()
                        .to("mock:rows");
                from("direct:lines")
                        .to("netsuite:suiteql?pageSize=7&uniqueKey=k")
                        .split(body())
                        .streaming()
                        .to("mock:rows");
                from("direct:pages")
                        .to("netsuite:suiteql?pageSize=50&outputType=pages")
                        .split(body())
                        .streaming()
                        .to("mock:pages");
                from("direct:picky")
                        .errorHandler(deadLetterChannel("mock:dead"))
                        .to("netsuite:suiteql?pageSize=7")
                        .split(body())
                        .streaming()
                        .filter(simple("${body[id]} == 13"))
                        .throwException(new IllegalArgumentException("thirteen"))
                        .end()
                        .to("mock:rows");
            }
        });
        SimulatedAccount.configure(context, netsuite());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM item",
                "SELECT id, itemid FROM item WHERE id > 0 OR id < 0 -- all of them",
                "SELECT id FROM item ORDER BY id",
                "SELECT i.id FROM item i ORDER BY i.id DESC",
                "SELECT * FROM item",
                "SELECT itemid AS id FROM item ORDER BY displayname"
            })
    void everyRowComesOnceWhateverTheQueryLeftOut(String query) {
        List<Object> ids = ids(rows("direct:rows", query));

        assertThat(ids)
                .hasSize((int) netsuite().records().count("inventoryItem"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aJoinComesWholeByTheKeyThatIsNamed() {
        String lines =
                "SELECT t.id * 1000 + l.id AS k, t.tranid FROM transaction t JOIN transactionline l ON l.transaction ="
                        + " t.id";

        List<Map<String, Object>> rows = rows("direct:lines", lines);

        Object count = rows("direct:rows", "SELECT COUNT(*) AS n FROM transactionline")
                .get(0)
                .get("n");
        Set<Object> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.get("k")));
        assertThat(keys).hasSameSizeAs(rows).hasSize(Integer.parseInt(String.valueOf(count)));
        assertThat(rows("direct:lines", "SELECT DISTINCT entity AS k FROM transaction"))
                .extracting(row -> row.get("k"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
        assertThat(rows("direct:lines", "SELECT id AS k FROM customer UNION SELECT id FROM item"))
                .extracting(row -> row.get("k"))
                .doesNotHaveDuplicates()
                .hasSize(80);
    }

    @Test
    void aNamedKeyThatRepeatsIsAnErrorAndNoLoss() {
        Exchange sent = template.request("direct:lines", exchange -> exchange.getMessage()
                .setBody("SELECT t.id AS k FROM transaction t JOIN transactionline l ON l.transaction = t.id"));

        assertThat(sent.getException())
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("two rows have the same value there");
    }

    @Test
    void columnsThatAreNullAreThere() {
        List<Map<String, Object>> rows = rows(
                "direct:rows", "SELECT id, comments, BUILTIN.DF(currency) AS currency FROM customer WHERE id <= 3");

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.keySet()).containsExactly("id", "comments", "currency");
            assertThat(row).containsEntry("comments", null);
        });
    }

    @Test
    void pagesComeWholeWhereThatIsAskedFor() {
        template.sendBody("direct:pages", "SELECT id FROM item");

        List<Exchange> pages =
                context.getEndpoint("mock:pages", MockEndpoint.class).getExchanges();
        assertThat(pages).hasSize(2);
        Map<?, ?> first = pages.get(0).getMessage().getBody(Map.class);
        assertThat(first.get("count")).isEqualTo(50);
        assertThat(first.get("hasMore")).isEqualTo(true);
        assertThat(first.get("items")).asInstanceOf(LIST).hasSize(50);
    }

    @Test
    void oneBadRowGoesToTheErrorHandlerWithItsIdAndTheRestFlowOn() throws Exception {
        MockEndpoint dead = context.getEndpoint("mock:dead", MockEndpoint.class);
        dead.expectedMessageCount(1);
        MockEndpoint rows = context.getEndpoint("mock:rows", MockEndpoint.class);
        rows.expectedMessageCount(79);

        template.sendBody("direct:picky", "SELECT id, itemid FROM item");

        dead.assertIsSatisfied();
        rows.assertIsSatisfied();
        assertThat(dead.getExchanges().get(0).getMessage().getBody(Map.class).get("id"))
                .isEqualTo("13");
    }

    @Test
    void parametersAreBoundWhereTheAccountHasThemAndWrittenIntoTheQueryOtherwise() {
        String query = "SELECT id FROM customer WHERE companyname = :#name OR id IN :#ids";
        Map<String, Object> parameters = Map.of("name", "O'Brien", "ids", List.of(42, 43));

        assertThat(ids(rows("direct:rows", query, parameters))).containsExactly("42", "43");
        assertThat(netsuite().apiRequests()).isEqualTo(1);
    }

    @Test
    void aKeyThatCannotBeUsedIsAnErrorBeforeAnyCall() {
        assertThatThrownBy(() -> template.requestBody("direct:lines", "SELECT TOP 5 id AS k FROM item"))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageStartingWith("uniqueKey=k cannot be used with this query: with ROWNUM, TOP");
        assertThat(netsuite().apiRequests()).isZero();
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }

    private static List<Object> ids(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    private List<Map<String, Object>> rows(String route, String query) {
        return rows(route, query, Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String route, String query, Map<String, Object> parameters) {
        MockEndpoint rows = context.getEndpoint("mock:rows", MockEndpoint.class);
        rows.reset();
        template.sendBodyAndHeader(route, query, NetSuiteConstants.PARAMETERS, parameters);
        return IntStream.range(0, rows.getReceivedCounter())
                .mapToObj(i -> (Map<String, Object>)
                        rows.getExchanges().get(i).getMessage().getBody())
                .toList();
    }
}
