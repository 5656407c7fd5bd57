package io.github.camelnetsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.NetSuiteOperation;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The YAML files that docs/yaml.md shows, loaded by Camel Main. */
@Timeout(120)
class YamlPageTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));
    private static final String RECORDS = "/services/rest/record/v1";

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
    void aRecordIsReadWithTheFieldsAskedFor() {
        start("operations");

        assertThat(body("direct:get", null)).contains("companyName=", "email=").doesNotContain("subsidiary");
    }

    @Test
    void operationAndResourceMayBeParametersToo() {
        start("operations");

        assertThat(body("direct:get-order", null)).contains("item=", "items=");
    }

    @Test
    void theResourceMayComeWithTheMessage() {
        start("operations");

        assertThat(body("direct:get-any", 43)).contains("id=43");
    }

    @Test
    void recordsAreCreatedChangedAndDeleted() {
        start("operations");

        body("direct:create", customer("SHOP-1", "Created"));
        body("direct:update", null);
        body("direct:upsert", customer("SHOP-7", "Upserted"));
        assertThat(companyName("eid:SHOP-1")).isEqualTo("Created");
        assertThat(companyName("42")).isEqualTo("Renamed");
        assertThat(companyName("eid:SHOP-7")).isEqualTo("Upserted");

        body("direct:delete", null);
        assertThat(here().records().read("customer", "eid:SHOP-7")).isEmpty();
    }

    @Test
    void recordServicesGoWhereTheySay() {
        start("operations");
        here().faults().onWrites().answer(204, Map.of(), "");

        for (String service : new String[] {"transform", "action", "attach", "detach"}) {
            body("direct:" + service, null);
        }

        assertThat(here().requests())
                .filteredOn(request -> !request.isToken())
                .extracting(request -> request.path() + " " + request.body())
                .containsExactly(
                        RECORDS + "/salesOrder/1/!transform/itemFulfillment {\"externalId\":\"F-1\"}",
                        RECORDS + "/salesOrder/1/@approve ",
                        RECORDS + "/customer/42/!attach/contact/7 ",
                        RECORDS + "/customer/42/!detach/contact/7 ");
    }

    @Test
    void rowsOfAQueryAreSplit() {
        start("operations");

        template().sendBody("direct:suiteql", Map.of("since", "2000-01-01T00:00:00"));

        assertThat(received("mock:row")).isEqualTo((int) here().records().count("inventoryItem"));
    }

    @Test
    void recordsOfACollectionAreSplit() {
        start("operations");

        template().sendBody("direct:list", null);

        assertThat(received("mock:customer")).isEqualTo(2);
    }

    @Test
    void aRestletIsCalledAndTheAccountTellsItsTime() {
        here().faults().onRestlets().once().answer(200, Map.of("Content-Type", "application/json"), "{\"stock\": 5}");
        start("operations");

        assertThat(body("direct:restlet", null)).isEqualTo("{stock=5}");
        assertThat(body("direct:info", null)).contains("2026-11-22");
        assertThat(here().requests())
                .filteredOn(request -> !request.isToken())
                .extracting(RecordedRequest::path)
                .containsExactly("/app/site/hosting/restlet.nl", "/services/rest/system/v1/serverTime");
    }

    @Test
    void tokenAndAssertionAreHandedOutWhereAllowed() {
        SimulatedAccount.properties("camel.component.netsuite.accounts[exporting].", here())
                .forEach(main::addInitialProperty);
        main.addInitialProperty("camel.component.netsuite.accounts[exporting].allowTokenExport", "true");
        start("operations");

        assertThat(body("direct:token", null)).startsWith("eyJ");
        assertThat(body("direct:assertion", null)).startsWith("eyJ");
    }

    @Test
    void thePageShowsEveryOperation() {
        start("operations");

        Set<String> shown = new HashSet<>();
        context().getEndpoints().stream()
                .map(endpoint -> endpoint.getEndpointKey().split(":/*|\\?", 3))
                .filter(parts -> parts[0].equals("netsuite"))
                .forEach(parts -> shown.add(parts[1]));
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(NetSuiteOperation.values())
                        .map(NetSuiteOperation::toString)
                        .toList());
    }

    @Test
    void aPlainHttpEndpointIsAuthenticatedInTwoWays() {
        start("auth");

        assertThat(body("direct:header", null)).contains("\"id\"");
        assertThat(body("direct:inside", null)).contains("\"id\"");
        assertThat(here().tokenRequests()).isEqualTo(1);
    }

    @Test
    void a401IsHealedInBoth() {
        start("auth");
        for (String route : new String[] {"direct:header", "direct:inside"}) {
            body(route, null);
            CLOCK.advance(Duration.ofMinutes(2));
            here().expireTokens();

            assertThat(body(route, null)).contains("\"id\"");
        }
        assertThat(here().tokenRequests()).isEqualTo(3);
        assertThat(here().apiRequests()).isEqualTo(6);
    }

    @Test
    void anAccountIsChosenByParameterHeaderOrBean() {
        start("accounts");

        assertThat(body("direct:endpoint", null)).contains("id=42");
        assertThat(body("direct:chosen-by-message", "eu")).contains("id=42");
        assertThat(body("direct:header", null)).contains("\"id\"");
        assertThat(body("direct:inside", null)).contains("\"id\"");
        assertThat(EU.simulator().apiRequests()).isEqualTo(4);
        assertThat(here().requests()).isEmpty();
    }

    @Test
    void errorsAreRoutedByWhatCanBeDone() {
        start("errors");

        here().faults().onApi().times(2).status(503, "{}");
        assertThat(body("direct:read", null)).contains("id=42");
        here().faults().onApi().once().status(400, "{\"o:errorDetails\":[{\"o:errorCode\":\"INVALID_CONTENT\"}]}");
        body("direct:read", null);
        here().faults().onApi().once().status(403, "{}");
        body("direct:read", null);

        assertThat(received("mock:correct-the-data")).isEqualTo(1);
        assertThat(received("mock:call-the-administrator")).isEqualTo(1);
    }

    private void start(String file) {
        SimulatedAccount.properties("camel.component.netsuite.accounts[eu].", EU.simulator())
                .forEach(main::addInitialProperty);
        main.addInitialProperty("netsuite.record.url", here().suiteTalkUrl() + RECORDS);
        main.addInitialProperty("netsuite.eu.record.url", EU.simulator().suiteTalkUrl() + RECORDS);
        main.configure().withRoutesIncludePattern("classpath:docs/yaml/" + file + ".camel.yaml");
        main.init();
        SimulatedAccount.configureAt(CLOCK, context(), here());
        main.start();
    }

    private static NetSuiteSimulator here() {
        return NETSUITE.simulator();
    }

    private CamelContext context() {
        return main.getCamelContext();
    }

    private ProducerTemplate template() {
        try {
            return main.getCamelTemplate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String body(String route, @Nullable Object body) {
        return template().requestBody(route, body, String.class);
    }

    private int received(String mock) {
        return context().getEndpoint(mock, MockEndpoint.class).getReceivedCounter();
    }

    private static String companyName(String id) {
        return String.valueOf(
                here().records().read("customer", id).orElseThrow().get("companyName"));
    }

    private static Map<String, Object> customer(String externalId, String name) {
        return Map.of("externalId", externalId, "companyName", name, "subsidiary", Map.of("id", "1"));
    }
}
