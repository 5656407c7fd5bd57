package io.github.camelnetsuite.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.http.Headers;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Kamelets at work, from the class path, as the YAML files of docs/kamelets.md and some routes use them. */
@Timeout(120)
class KameletsTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));
    private static final String RECORDS = "/services/rest/record/v1";

    private static final Duration WAIT = Duration.ofSeconds(15);

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    @RegisterExtension
    static final NetSuiteSimulatorExtension EU = NetSuiteSimulatorExtension.with(
            builder -> builder.accountId("7654321_SB1").clock(CLOCK));

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void theActionAuthenticatesTheHttpCallThatFollows() {
        start("auth");

        assertThat(template().requestBody("direct:auth", null, String.class)).contains("\"id\"");
        assertThat(here().apiRequests()).isEqualTo(1);
    }

    @Test
    void theActionTakesTheAccountItIsGiven() {
        start("auth");

        assertThat(template().requestBody("direct:auth-eu", null, String.class)).contains("\"id\"");
        assertThat(EU.simulator().apiRequests()).isEqualTo(1);
        assertThat(here().requests()).isEmpty();
    }

    @Test
    void theHeaderOfTheActionStaysWithinTheRoute() {
        CamelContext context = route("""
                - route:
                    from:
                      uri: direct:start
                      steps:
                        - to: kamelet:netsuite-auth-action
                        - to: direct:next
                - route:
                    from:
                      uri: direct:next
                      steps:
                        - to: mock:inside
                        - to: "{{netsuite.eu.record.url}}/customer/42?throwExceptionOnFailure=false"
                """);

        template().requestBody("direct:start", (Object) null);

        assertThat(context.getEndpoint("mock:inside", MockEndpoint.class)
                        .getExchanges()
                        .get(0)
                        .getMessage()
                        .getHeader("Authorization", String.class))
                .startsWith("Bearer ");
        assertThat(EU.simulator().requests().get(0).headers())
                .extracting(Headers.Header::name)
                .doesNotContain("Authorization");
    }

    @Test
    void aRouteMayBeNamedLikeAPartOfTheAction() {
        route("""
                - route:
                    id: auth
                    from:
                      uri: direct:start
                      steps:
                        - to: kamelet:netsuite-auth-action
                        - to: "{{netsuite.record.url}}/customer/42"
                """);

        assertThat(template().requestBody("direct:start", null, String.class)).contains("\"id\"");
    }

    @Test
    void theClauseOfTheRouteHealsA401AfterTheAction() {
        route("""
                - onException:
                    exception:
                      - org.apache.camel.http.base.HttpOperationFailedException
                    onWhen:
                      simple: ${exception.statusCode} == 401
                    redeliveryPolicy:
                      maximumRedeliveries: 1
                      redeliveryDelay: 0
                    onRedeliveryRef: netsuiteAuth
                - route:
                    from:
                      uri: direct:start
                      steps:
                        - to: kamelet:netsuite-auth-action
                        - to: "{{netsuite.record.url}}/customer/42"
                """);
        template().requestBody("direct:start", (Object) null);
        CLOCK.advance(Duration.ofMinutes(2));
        here().expireTokens();

        assertThat(template().requestBody("direct:start", null, String.class)).contains("\"id\"");
        assertThat(here().tokenRequests()).isEqualTo(2);
    }

    @Test
    void theSourceGivesEachRowAsJson() throws Exception {
        start("source");
        MockEndpoint rows = main.getCamelContext().getEndpoint("mock:customer", MockEndpoint.class);

        await().atMost(WAIT).until(() -> rows.getReceivedCounter() >= 3);

        List<JsonNode> json = bodies(rows);
        assertThat(json).hasSize(3);
        assertThat(json).extracting(row -> row.path("id").asText()).containsExactly("42", "43", "44");
        assertThat(json.get(0).path("companyname").asText()).isNotBlank();
    }

    @Test
    void theSourceReadsItsQueryFromAResourceAndItsRowsFromAnyAccount() throws Exception {
        MockEndpoint rows = route("""
                - route:
                    from:
                      uri: kamelet:netsuite-suiteql-source
                      parameters:
                        query: resource:classpath:docs/kamelets/customers.sql
                        account: eu
                        limit: 2
                      steps:
                        - to: mock:rows
                """).getEndpoint("mock:rows", MockEndpoint.class);

        await().atMost(WAIT).until(() -> rows.getReceivedCounter() >= 2);

        assertThat(bodies(rows)).hasSize(2);
        assertThat(EU.simulator().apiRequests()).isEqualTo(1);
        assertThat(here().requests()).isEmpty();
    }

    @Test
    void theSourceRunsAgainAndAgainEvenAfterAFailure() {
        here().faults().onApi().once().status(400, "{\"o:errorDetails\":[{\"o:errorCode\":\"INVALID_PARAMETER\"}]}");
        MockEndpoint rows = route("""
                - route:
                    from:
                      uri: kamelet:netsuite-suiteql-source
                      parameters:
                        query: SELECT id FROM customer WHERE id = 42
                        period: 50
                      steps:
                        - to: mock:rows
                """).getEndpoint("mock:rows", MockEndpoint.class);

        await().atMost(WAIT).until(() -> rows.getReceivedCounter() >= 3);
    }

    @Test
    void aRowThatFailsDoesNotKeepTheOthersBack() {
        CamelContext context = route("""
                - route:
                    from:
                      uri: kamelet:netsuite-suiteql-source
                      parameters:
                        query: SELECT id FROM customer WHERE id BETWEEN 42 AND 44 ORDER BY id
                      steps:
                        - to: direct:row
                """);
        MockEndpoint rows = context.getEndpoint("mock:rows", MockEndpoint.class);

        await().atMost(WAIT).until(() -> rows.getReceivedCounter() >= 2);

        assertThat(rows.getExchanges())
                .extracting(row -> row.getMessage().getBody(String.class))
                .containsExactly("{\"id\":\"42\"}", "{\"id\":\"44\"}");
    }

    @Test
    void twoSourcesWaitForNoneOfEachOther() {
        CamelContext context = route("""
                - route:
                    from:
                      uri: kamelet:netsuite-suiteql-source
                      parameters:
                        query: SELECT id FROM customer WHERE id = 42
                      steps:
                        - to: mock:first
                - route:
                    from:
                      uri: kamelet:netsuite-suiteql-source
                      parameters:
                        query: SELECT id FROM customer WHERE id = 43
                      steps:
                        - to: mock:second
                """);
        MockEndpoint first = context.getEndpoint("mock:first", MockEndpoint.class);
        MockEndpoint second = context.getEndpoint("mock:second", MockEndpoint.class);

        await().atMost(WAIT).until(() -> first.getReceivedCounter() + second.getReceivedCounter() >= 2);

        assertThat(context.getEndpoints())
                .filteredOn(endpoint -> endpoint.getEndpointUri().startsWith("timer:"))
                .extracting(endpoint -> endpoint.getEndpointUri().replaceFirst("\\?.*", ""))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSinkCreatesARecordFromJsonAndThenUpdatesIt() {
        start("sink");

        template().requestBody("direct:shop-customer", customer("SHOP-7", "First"));
        template().requestBody("direct:shop-customer", customer("SHOP-7", "Second"));

        assertThat(here().records().read("customer", "eid:SHOP-7").orElseThrow())
                .containsEntry("companyName", "Second");
        assertThat(apiPaths()).containsExactly(RECORDS + "/customer/eid:SHOP-7", RECORDS + "/customer/eid:SHOP-7");
    }

    @Test
    void theSinkTakesAMapAndAnExternalIdFromTheHeader() {
        start("sink");

        template()
                .requestBodyAndHeader(
                        "direct:shop-customer",
                        Map.of("companyName", "Acme", "subsidiary", Map.of("id", "1")),
                        NetSuiteConstants.EXTERNAL_ID,
                        "SHOP-8");

        assertThat(here().records().read("customer", "eid:SHOP-8").orElseThrow())
                .containsEntry("companyName", "Acme");
    }

    @Test
    void theSinkLeavesNoExternalIdForTheNextOne() {
        route("""
                - route:
                    from:
                      uri: direct:two
                      steps:
                        - to:
                            uri: kamelet:netsuite-upsert-sink
                            parameters:
                              recordType: customer
                        - setBody:
                            constant: |
                              {"externalId": "SHOP-2", "companyName": "Second", "subsidiary": {"id": "1"}}
                        - to:
                            uri: kamelet:netsuite-upsert-sink
                            parameters:
                              recordType: customer
                """);

        template()
                .requestBodyAndHeader(
                        "direct:two", customer("SHOP-1", "First"), NetSuiteConstants.RESOURCE, "employee");

        assertThat(apiPaths()).containsExactly(RECORDS + "/customer/eid:SHOP-1", RECORDS + "/customer/eid:SHOP-2");
    }

    @Test
    void theSinkHeedsNoAccountThatAnEarlierStepLeft() {
        start("sink");

        template()
                .requestBodyAndHeader(
                        "direct:shop-customer", customer("SHOP-9", "Acme"), NetSuiteConstants.ACCOUNT, "eu");

        assertThat(apiPaths()).containsExactly(RECORDS + "/customer/eid:SHOP-9");
        assertThat(EU.simulator().apiRequests()).isZero();
    }

    @Test
    void anExternalIdThatAnEarlierStepLeftDoesNotSendTheMessageToAnotherRecord() {
        start("sink");

        assertThatThrownBy(() -> template()
                        .requestBodyAndHeader(
                                "direct:shop-customer",
                                customer("SHOP-2", "Acme"),
                                NetSuiteConstants.EXTERNAL_ID,
                                "SHOP-1"))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageStartingWith(
                        "The field externalId of the message and the header CamelNetSuiteExternalId name"
                                + " different records.");
        assertThat(here().requests()).isEmpty();
    }

    @Test
    void theSinkKeepsEveryDigitOfAnAmount() {
        start("sink");

        template().send("direct:shop-customer", exchange -> exchange.getMessage()
                .setBody("{\"externalId\":\"SHOP-7\",\"amount\":12345678901234567.89}"));

        assertThat(here().requests().get(1).body()).contains("12345678901234567.89");
    }

    @Test
    void withoutAnExternalIdTheSinkSaysWhatIsMissing() {
        start("sink");

        assertThatThrownBy(() -> template().requestBody("direct:shop-customer", "{\"companyName\": \"Acme\"}"))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining(NetSuiteConstants.EXTERNAL_ID);
        assertThat(here().requests()).isEmpty();
    }

    @Test
    void anUnknownAccountIsAnsweredWithTheList() {
        route("""
                - route:
                    from:
                      uri: direct:start
                      steps:
                        - to: kamelet:netsuite-auth-action?account=us
                """);

        assertThatThrownBy(() -> template().requestBody("direct:start", (Object) null))
                .hasCauseInstanceOf(NetSuiteConfigurationException.class)
                .cause()
                .hasMessageContaining("There is no NetSuite account 'us'. Configured: [default, eu].");
    }

    private void start(String file) {
        main.configure().withRoutesIncludePattern("classpath:docs/kamelets/" + file + ".camel.yaml");
        start();
    }

    private CamelContext route(String yaml) {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:row")
                        .choice()
                        .when(bodyAs(String.class).contains("43"))
                        .throwException(new IllegalStateException("a bad row"))
                        .otherwise()
                        .to("mock:rows");
            }
        });
        init();
        load(yaml);
        main.start();
        return main.getCamelContext();
    }

    private void start() {
        init();
        main.start();
    }

    private void init() {
        SimulatedAccount.properties("camel.component.netsuite.accounts[eu].", EU.simulator())
                .forEach(main::addInitialProperty);
        main.addInitialProperty("netsuite.record.url", here().suiteTalkUrl() + RECORDS);
        main.addInitialProperty("netsuite.eu.record.url", EU.simulator().suiteTalkUrl() + RECORDS);
        main.init();
        SimulatedAccount.configureAt(CLOCK, main.getCamelContext(), here());
    }

    private void load(String yaml) {
        try {
            PluginHelper.getRoutesLoader(main.getCamelContext())
                    .loadRoutes(ResourceHelper.fromString("routes.camel.yaml", yaml));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static NetSuiteSimulator here() {
        return NETSUITE.simulator();
    }

    private ProducerTemplate template() {
        try {
            return main.getCamelTemplate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> apiPaths() {
        return here().requests().stream()
                .filter(request -> !request.isToken())
                .map(RecordedRequest::path)
                .toList();
    }

    private static List<JsonNode> bodies(MockEndpoint mock) throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        List<JsonNode> bodies = new ArrayList<>();
        for (var exchange : mock.getExchanges()) {
            bodies.add(mapper.readTree(exchange.getMessage().getBody(String.class)));
        }
        return bodies;
    }

    private static String customer(String externalId, String name) {
        return "{\"externalId\": \"" + externalId + "\", \"companyName\": \"" + name
                + "\", \"subsidiary\": {\"id\": \"1\"}}";
    }
}
