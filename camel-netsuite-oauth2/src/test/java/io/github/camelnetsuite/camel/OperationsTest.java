package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
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

@Timeout(60)
class OperationsTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rows")
                        .to("netsuite:suiteql?pageSize=2")
                        .split(body())
                        .streaming()
                        .to("mock:rows");
            }
        });
        SimulatedAccount.configureAt(CLOCK, context, netsuite());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void getGivesTheRecordAsAMap() {
        Object customer = template.requestBody("netsuite:get:customer/42", (Object) null);

        assertThat(customer).asInstanceOf(MAP).containsEntry("id", "42").containsKey("companyName");
    }

    @Test
    void getReadsOnlyTheFieldsAskedFor() {
        Map<String, Object> customer = map(template.requestBody("netsuite:get:customer/42?fields=companyName", ""));

        assertThat(customer).containsKey("companyName").doesNotContainKey("email");
        assertThat(lastApiRequest().query()).isEqualTo("fields=companyName");
    }

    @Test
    void createGivesTheInternalIdInBodyAndHeader() {
        Exchange created = template.request(
                "netsuite:create:customer", message -> message.getMessage().setBody(newCustomer("SHOP-1", "Acme")));

        String id = created.getMessage().getHeader(NetSuiteConstants.ID, String.class);
        assertThat(created.getMessage().getBody()).isEqualTo(Map.of("id", id));
        assertThat(map(template.requestBody("netsuite:get:customer/" + id, ""))).containsEntry("companyName", "Acme");
    }

    @Test
    void updateChangesOnlyWhatTheBodyNames() {
        template.requestBody("netsuite:update:customer/42", "{\"companyName\": \"Renamed\"}");

        assertThat(netsuite().records().read("customer", "42").orElseThrow()).containsEntry("companyName", "Renamed");
        assertThat(lastApiRequest().method()).isEqualTo("PATCH");
    }

    @Test
    void upsertWorksByTheExternalIdInResourceOrHeader() {
        template.requestBody("netsuite:upsert:customer/eid:SHOP-1", newCustomer("SHOP-1", "First"));
        template.requestBodyAndHeader(
                "netsuite:upsert:customer", newCustomer("SHOP-1", "Second"), NetSuiteConstants.EXTERNAL_ID, "SHOP-1");

        assertThat(netsuite().records().read("customer", "eid:SHOP-1").orElseThrow())
                .containsEntry("companyName", "Second");
        assertThat(lastApiRequest().path()).endsWith("/customer/eid:SHOP-1");
    }

    @Test
    void deleteRemovesTheRecord() {
        Object id = map(template.requestBody("netsuite:create:customer", newCustomer("SHOP-1", "Acme")))
                .get("id");

        template.requestBody("netsuite:delete:customer/" + id, (Object) null);

        assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/" + id, (Object) null))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining("404 NONEXISTENT_ID")
                .hasMessageContaining("Check the record type and the ID");
    }

    @Test
    void aMisspeltFieldIsRefusedInsteadOfSilentlyDropped() {
        assertThatThrownBy(() -> template.requestBody("netsuite:update:customer/42", "{\"companyNmae\": \"x\"}"))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining("INVALID_CONTENT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; it is not well-formed JSON",
                "[1,2]; it is no JSON object",
                "{\"a\":1; it is not well-formed JSON (line 1, column 8)",
                "{\"a\":1}{; it is not well-formed JSON",
                "{\"a\":1,\"a\":2}; it is not well-formed JSON",
                "<xml/>; it is not well-formed JSON (line 1, column 2)"
            })
    void aBodyThatIsNoJsonObjectIsRefusedBeforeAnyCall(String body, String why) {
        assertThatThrownBy(() -> template.requestBody("netsuite:create:customer", body))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining("The message body was refused before any call: ");
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void suiteqlStreamsRowsOverAllPages() {
        List<Object> rows = rows("SELECT id FROM item ORDER BY id", Map.of());

        long items = netsuite().records().count("inventoryItem");
        assertThat(rows).hasSize((int) items);
        assertThat(netsuite().apiRequests()).isEqualTo((items + 1) / 2);
    }

    @Test
    void suiteqlTakesItsQueryFromHeaderThenOptionThenBody() {
        String option = "netsuite:suiteql?query=SELECT id FROM customer WHERE id %3D 42";

        assertThat(first(template.requestBody(option, "SELECT 1 FROM nothing"))).containsEntry("id", "42");
        assertThat(first(template.requestBodyAndHeader(
                        option, null, NetSuiteConstants.QUERY, "SELECT id FROM customer WHERE id = 43")))
                .containsEntry("id", "43");
        assertThat(first(template.requestBody("netsuite:suiteql", "SELECT id FROM customer WHERE id = 44")))
                .containsEntry("id", "44");
    }

    @Test
    void suiteqlReadsTheQueryFromAResourceAndItsParametersFromTheBody() {
        Object rows =
                template.requestBody("netsuite:suiteql?query=resource:classpath:customer-by-id.sql", Map.of("id", 42));

        assertThat(first(rows)).containsEntry("id", "42");
    }

    @Test
    void aWrongQueryIsExplainedWithNetSuitesWords() {
        assertThatThrownBy(() -> template.requestBody("netsuite:suiteql", "SELECT nonsense FROM customer"))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining("400 INVALID_PARAMETER")
                .hasMessageContaining("about 'q'");
    }

    @Test
    void aPostWithoutAnExternalIdThatIsAnswered503ReachesTheServerOnce() {
        netsuite().faults().onApi().method("POST").status(503, "{}");

        assertThatThrownBy(() -> template.requestBody("netsuite:create:customer", "{\"companyName\": \"Acme\"}"))
                .hasCauseInstanceOf(NetSuiteUnavailableException.class);
        assertThat(netsuite().apiRequests()).isEqualTo(1);
    }

    @Test
    void anExpiredTokenIsHealedWithOneNewOne() {
        template.requestBody("netsuite:get:customer/42", (Object) null);
        CLOCK.advance(Duration.ofMinutes(2));
        netsuite().expireTokens();

        assertThat(map(template.requestBody("netsuite:get:customer/42", ""))).containsEntry("id", "42");
    }

    @Test
    void aRoleWithoutPermissionIsAnAccessErrorAndAsksForNoSecondToken() {
        netsuite()
                .faults()
                .onApi()
                .status(
                        401,
                        "{\"title\":\"Unauthorized\",\"status\":401,\"o:errorDetails\":[{\"detail\":\"Invalid login attempt.\",\"o:errorCode\":\"INVALID_LOGIN\"}]}");

        assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/42", (Object) null))
                .hasCauseInstanceOf(NetSuiteAccessException.class)
                .cause()
                .hasMessageContaining("401 INVALID_LOGIN")
                .hasMessageContaining("the role, the scope or the integration is refused");
        assertThat(netsuite().tokenRequests()).isEqualTo(1);
    }

    @Test
    void aReadOnlyAccountRefusesEveryWriteBeforeAnyCall() {
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("audit", readOnly());

        for (String write : List.of(
                "create:customer",
                "update:customer/1",
                "upsert:customer/eid:A",
                "delete:customer/1",
                "transform:salesOrder/1/invoice",
                "attach:customer/1/contact/2",
                "detach:customer/1/contact/2",
                "action:salesOrder/1/approve")) {
            assertThatThrownBy(() -> template.requestBody("netsuite:" + write + "?account=audit", "{}"))
                    .hasCauseInstanceOf(NetSuiteConfigurationException.class)
                    .cause()
                    .hasMessageContaining("is read-only");
        }
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void tokenAndAssertionAreHandedOutOnlyWhereThatIsAllowed() {
        assertThatThrownBy(() -> template.requestBody("netsuite:token", (Object) null))
                .hasCauseInstanceOf(NetSuiteConfigurationException.class)
                .cause()
                .hasMessageContaining("allowTokenExport=true");

        NetSuiteConfiguration exporting = SimulatedAccount.configuration(netsuite());
        exporting.setAllowTokenExport(true);
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("exporting", exporting);

        assertThat(template.requestBody("netsuite:token?account=exporting", null, String.class))
                .startsWith("eyJ");
        assertThat(template.requestBody("netsuite:assertion?account=exporting", null, String.class))
                .startsWith("eyJ");
    }

    @Test
    void theHeaderChoosesAConfiguredAccountAndNothingElse() {
        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "netsuite:get:customer/42", null, NetSuiteConstants.ACCOUNT, "https://evil.example/\n"))
                .hasCauseInstanceOf(NetSuiteConfigurationException.class)
                .cause()
                .hasMessageStartingWith(
                        "There is no NetSuite account 'https???evil.example??'. Configured: [default].");
        assertThat(netsuite().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer/../employee/1", "customer/42?x=y", "customer//42", "../../auth/oauth2/v1/token"})
    void aHostileResourceReachesNothing(String resource) {
        assertThatThrownBy(
                        () -> template.requestBodyAndHeader("netsuite:get", null, NetSuiteConstants.RESOURCE, resource))
                .hasCauseInstanceOf(NetSuiteDataException.class);
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void aWrongOperationIsAnsweredWithTheList() {
        assertThatThrownBy(() -> template.requestBody("netsuite:fetch:customer/42", (Object) null))
                .hasRootCauseMessage(
                        "netsuite:fetch names no operation. There are: get, list, create, update, upsert, delete, transform,"
                                + " attach, detach, action, suiteql, restlet, info, token, assertion.");
    }

    @Test
    void upsertByInternalIdIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> template.requestBody("netsuite:upsert:customer/42", "{}"))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .hasMessageContaining("works by external ID only")
                .hasMessageContaining("To change a record by internal ID use update");
    }

    private NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }

    private RecordedRequest lastApiRequest() {
        List<RecordedRequest> requests = netsuite().requests().stream()
                .filter(request -> !request.isToken())
                .toList();
        return requests.get(requests.size() - 1);
    }

    private List<Object> rows(String query, Map<String, Object> headers) {
        MockEndpoint rows = context.getEndpoint("mock:rows", MockEndpoint.class);
        template.sendBodyAndHeaders("direct:rows", query, headers);
        return rows.getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody())
                .toList();
    }

    private NetSuiteConfiguration readOnly() {
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(netsuite());
        configuration.setReadOnly(true);
        return configuration;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object body) {
        return (Map<String, Object>) body;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Object rows) {
        return ((Iterator<Map<String, Object>>) rows).next();
    }

    private static Map<String, Object> newCustomer(String externalId, String name) {
        Map<String, Object> customer = new HashMap<>();
        customer.put("externalId", externalId);
        customer.put("companyName", name);
        customer.put("subsidiary", Map.of("id", "1"));
        return customer;
    }
}
