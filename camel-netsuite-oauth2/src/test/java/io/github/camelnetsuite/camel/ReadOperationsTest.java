package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.rest.ScriptedHosts;
import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** get, list and info, request by request. */
@Timeout(120)
class ReadOperationsTest {

    private static final String RECORDS = "/services/rest/record/v1/";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder);

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private ScriptedHosts netsuite;

    @BeforeEach
    void start() throws Exception {
        netsuite = new ScriptedHosts();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list")
                        .to("netsuite:list:customer?pageSize=2")
                        .split(body())
                        .streaming()
                        .to("mock:rows");
                from("direct:whole")
                        .to("netsuite:list:customer")
                        .split(body())
                        .streaming()
                        .to("mock:count?retainFirst=0");
                from("direct:dead-letter")
                        .errorHandler(deadLetterChannel("direct:failed")
                                .maximumRedeliveries(2)
                                .redeliveryDelay(0))
                        .to("netsuite:list:customer?fields=email")
                        .split(body())
                        .streaming()
                        .to("mock:rows");
                from("direct:on-exception")
                        .onException(NetSuiteDataException.class)
                        .handled(true)
                        .maximumRedeliveries(3)
                        .redeliveryDelay(0)
                        .setHeader("told", constant(true))
                        .to("mock:failed")
                        .end()
                        .to("netsuite:list:customer?fields=email")
                        .split(body())
                        .streaming()
                        .to("mock:rows");
                from("direct:default-handler")
                        .to("netsuite:list:customer?fields=email")
                        .split(body())
                        .streaming()
                        .to("mock:rows");
                from("direct:failed").setProperty("seen", simple("${body[id]}")).to("mock:failed");
            }
        });
        ScriptedAccount.configure(context, NETSUITE.simulator(), netsuite);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        netsuite.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer/42                                    | customer/42          | ''",
                "customer/eid:SHOP-7                            | customer/eid:SHOP-7  | ''",
                "customer/42?fields=email,companyName           | customer/42          | fields=email%2CcompanyName",
                "salesOrder/7?expandSubResources=true           | salesOrder/7         | expandSubResources=true",
                "salesOrder/7?fields=email&expandSubResources=true | salesOrder/7      |"
                        + " fields=email&expandSubResources=true",
                "salesOrder/7/item/1                            | salesOrder/7/item/1  | ''",
                "salesOrder/eid:A_1/item                        | salesOrder/eid:A_1/item | ''",
                "salesOrder/7/item/1/inventoryDetail/inventoryAssignment/1"
                        + " | salesOrder/7/item/1/inventoryDetail/inventoryAssignment/1 | ''",
            })
    void getReadsARecordOrAPartOfIt(String uri, String path, String query) {
        netsuite.then(Answer.json("{\"id\": \"42\"}"));

        assertThat(template.requestBody("netsuite:get:" + uri, (Object) null)).isEqualTo(Map.of("id", "42"));

        Asked asked = netsuite.asked().get(0);
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.path()).isEqualTo(RECORDS + path);
        assertThat(asked.query() == null ? "" : asked.query()).isEqualTo(query);
        assertThat(asked.header("Accept")).isEqualTo("application/json");
        assertThat(asked.body()).isEmpty();
    }

    @Test
    void theHeaderChoosesTheFieldsOfAGet() {
        netsuite.then(Answer.json("{\"id\": \"42\"}"));

        template.requestBodyAndHeader(
                "netsuite:get:customer/42?fields=email", null, NetSuiteConstants.FIELDS, "companyName");

        assertThat(netsuite.asked().get(0).query()).isEqualTo("fields=companyName");
    }

    @Test
    void listStreamsACollectionThroughAllItsPages() throws Exception {
        netsuite.then(page(true, 1, 2)).then(page(true, 3, 4)).then(page(false, 5));
        MockEndpoint rows = context.getEndpoint("mock:rows", MockEndpoint.class);
        rows.expectedMessageCount(5);

        template.sendBody("direct:list", null);

        rows.assertIsSatisfied();
        assertThat(rows.getExchanges().get(4).getMessage().getBody())
                .isEqualTo(Map.of("id", "5", "links", List.of(Map.of("rel", "self"))));
        assertThat(netsuite.asked()).extracting(Asked::method).containsOnly("GET");
        assertThat(netsuite.asked()).extracting(Asked::path).containsOnly(RECORDS + "customer");
        assertThat(netsuite.asked())
                .extracting(Asked::query)
                .containsExactly("limit=2&offset=0", "limit=2&offset=2", "limit=2&offset=4");
    }

    @Test
    void theFilterAndTheLimitAreThoseOfHeaderOrOption() {
        netsuite.then(page(false)).then(page(false));
        String uri = "netsuite:list:customer?q=RAW(email IS \"a+b@example.com\")&limit=10";

        template.requestBody(uri, (Object) null);
        template.requestBodyAndHeaders(
                uri, null, Map.of(NetSuiteConstants.QUERY, "entityId START_WITH \"A&B\"", NetSuiteConstants.LIMIT, 3));

        assertThat(netsuite.asked())
                .extracting(Asked::query)
                .containsExactly(
                        "q=email%20IS%20%22a%2Bb%40example.com%22&limit=10&offset=0",
                        "q=entityId%20START_WITH%20%22A%26B%22&limit=3&offset=0");
    }

    @Test
    void aCollectionInsideARecordIsListedAsWell() {
        netsuite.then(page(false, 1));

        assertThat(drain(template.requestBody("netsuite:list:salesOrder/7/item", (Object) null)))
                .hasSize(1);
        assertThat(netsuite.asked().get(0).path()).isEqualTo(RECORDS + "salesOrder/7/item");
    }

    @Test
    void withFieldsEachRecordIsReadByItsId() {
        netsuite.then(page(false, 1, 2))
                .then(Answer.json("{\"email\": \"a\"}"))
                .then(Answer.json("{\"email\": \"b\"}"));

        Object records =
                template.requestBodyAndHeader("netsuite:list:customer", null, NetSuiteConstants.FIELDS, "email");

        assertThat(drain(records)).containsExactly(Map.of("email", "a"), Map.of("email", "b"));
        assertThat(netsuite.asked())
                .extracting(asked -> asked.path() + "?" + asked.query())
                .containsExactly(
                        RECORDS + "customer?limit=1000&offset=0",
                        RECORDS + "customer/1?fields=email",
                        RECORDS + "customer/2?fields=email");
    }

    @Test
    void aRecordThatCannotBeReadGoesToTheErrorHandlerWithItsIdAndTheRestFlowOn() throws Exception {
        netsuite.then(page(false, 1, 2, 3))
                .then(Answer.json("{\"id\": \"1\"}"))
                .then(Answer.json(403, "{\"o:errorDetails\": [{\"o:errorCode\": \"INSUFFICIENT_PERMISSION\"}]}"))
                .then(Answer.json("{\"id\": \"3\"}"));
        MockEndpoint rows = context.getEndpoint("mock:rows", MockEndpoint.class);
        MockEndpoint failed = context.getEndpoint("mock:failed", MockEndpoint.class);
        rows.expectedMessageCount(2);
        failed.expectedMessageCount(1);

        template.sendBodyAndHeader("direct:dead-letter", null, "mine", "kept");

        rows.assertIsSatisfied();
        failed.assertIsSatisfied();
        assertThat(rows.getExchanges())
                .extracting(exchange -> exchange.getMessage().getBody())
                .containsExactly(Map.of("id", "1"), Map.of("id", "3"));
        Exchange one = failed.getExchanges().get(0);
        assertThat(one.getMessage().getHeader(NetSuiteConstants.ID)).isEqualTo("2");
        assertThat(one.getMessage().getHeader("mine")).isEqualTo("kept");
        assertThat(one.getProperty("seen")).isEqualTo("2");
        assertThat(one.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(NetSuiteAccessException.class);
        assertThat(netsuite.asked()).hasSize(4);
    }

    @Test
    void withoutADeadLetterChannelTheOthersStillFlowAndTheExchangeFailsAtTheEnd() {
        netsuite.then(page(false, 1, 2, 3))
                .then(Answer.json("{\"id\": \"1\"}"))
                .then(Answer.json(404, "{\"o:errorDetails\": [{\"o:errorCode\": \"NONEXISTENT_ID\"}]}"))
                .then(Answer.json("{\"id\": \"3\"}"));

        Exchange all = template.request("direct:default-handler", exchange -> {});

        assertThat(context.getEndpoint("mock:rows", MockEndpoint.class).getReceivedExchanges())
                .extracting(exchange -> exchange.getMessage().getBody())
                .containsExactly(Map.of("id", "1"), Map.of("id", "3"));
        assertThat(all.getException()).hasStackTraceContaining("NONEXISTENT_ID");
    }

    @Test
    void aClauseForItsErrorTakesItUpWithoutRedelivery() {
        netsuite.then(page(false, 1, 2))
                .then(Answer.json(404, "{\"o:errorDetails\": [{\"o:errorCode\": \"NONEXISTENT_ID\"}]}"))
                .then(Answer.json("{\"id\": \"2\"}"));

        Exchange all = template.request("direct:on-exception", exchange -> {});

        assertThat(all.getException()).isNull();
        assertThat(context.getEndpoint("mock:rows", MockEndpoint.class).getReceivedCounter())
                .isEqualTo(1);
        assertThat(context.getEndpoint("mock:failed", MockEndpoint.class).getExchanges())
                .singleElement()
                .satisfies(one -> assertThat(one.getMessage().getHeaders())
                        .containsEntry(NetSuiteConstants.ID, "1")
                        .containsEntry("told", true));
        assertThat(netsuite.asked()).hasSize(3);
    }

    @Test
    void whenNetSuiteCannotServeTheListEndsWithTheError() {
        netsuite.then(page(false, 1, 2)).then(Answer.json(403, "{}")).then(Answer.json(401, "{}"));

        Iterator<?> records = template.requestBody("netsuite:list:customer?fields=email", null, Iterator.class);

        assertThat(records.next()).isInstanceOf(FailedRow.class);
        assertThatThrownBy(records::next).isInstanceOf(NetSuiteAccessException.class);
    }

    @Test
    void aPageThatEndedMeanwhileIsTheEnd() throws Exception {
        netsuite.then(page(true, 1, 2)).then(Answer.json(404, "{\"o:errorCode\": \"NONEXISTENT_OFFSET\"}"));
        MockEndpoint rows = context.getEndpoint("mock:rows", MockEndpoint.class);
        rows.expectedMessageCount(2);

        template.sendBody("direct:list", null);

        rows.assertIsSatisfied();
    }

    @Test
    void reachingTheLimitOfACollectionIsAnErrorWithTheWayOut() {
        for (int i = 0; i < 100; i++) {
            int from = i * 1000;
            netsuite.then(page(i < 99, IntStream.range(from, from + 1000).toArray()));
        }

        Exchange all = template.request("direct:whole", exchange -> {});

        // The splitter asks for the next row before it hands on the one it has.
        assertThat(context.getEndpoint("mock:count?retainFirst=0", MockEndpoint.class)
                        .getReceivedCounter())
                .isGreaterThanOrEqualTo(99_999);
        assertThat(all.getException())
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The collection customer has 100000 records or more");
    }

    @Test
    void itemsThatAreNoObjectsAreNotPassedOver() {
        netsuite.then(Answer.json("{\"items\": [1], \"hasMore\": false}"));

        assertThatThrownBy(() -> template.requestBody("netsuite:list:customer", (Object) null))
                .hasCauseInstanceOf(NetSuiteUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "limits, /services/rest/system/v1/governanceLimits, application/json",
        "serverTime, /services/rest/system/v1/serverTime, application/json",
        "metadata, /services/rest/record/v1/metadata-catalog, application/json",
        "metadata/customer, /services/rest/record/v1/metadata-catalog/customer, application/schema+json",
    })
    void infoAsksWhatTheAccountCanDo(String about, String path, String accept) {
        netsuite.then(Answer.json("{\"answer\": 42}"));

        assertThat(template.requestBody("netsuite:info:" + about, (Object) null))
                .isEqualTo(Map.of("answer", 42));

        Asked asked = netsuite.asked().get(0);
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.path()).isEqualTo(path);
        assertThat(asked.query()).isNull();
        assertThat(asked.header("Accept")).isEqualTo(accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "metadata/customer/x", "limits/x", "Limits"})
    void infoAboutAnythingElseIsAnsweredWithTheList(String about) {
        assertThatThrownBy(() -> template.requestBody("netsuite:info:" + about, (Object) null))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessage("netsuite:info knows nothing about '" + about
                        + "'. There are: limits, serverTime, metadata, and metadata/customer for each record type.");
        assertThat(netsuite.asked()).isEmpty();
    }

    private static List<Object> drain(Object rows) {
        List<Object> all = new ArrayList<>();
        ((Iterator<?>) rows).forEachRemaining(all::add);
        return all;
    }

    private static Answer page(boolean more, int... ids) {
        List<String> items = IntStream.of(ids)
                .mapToObj(id -> "{\"links\": [{\"rel\": \"self\"}], \"id\": \"" + id + "\"}")
                .toList();
        return Answer.json("{\"links\": [], \"count\": " + ids.length + ", \"hasMore\": " + more + ", \"items\": ["
                + String.join(", ", items) + "]}");
    }
}
