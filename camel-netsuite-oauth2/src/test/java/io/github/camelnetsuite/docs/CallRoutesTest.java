package io.github.camelnetsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.rest.CallEvent;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of docs/calls.md do what the page says, in both forms. */
@Timeout(60)
class CallRoutesTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private static final Map<String, Object> ORDER = Map.of(
            "externalId",
            "WEB-1",
            "entity",
            Map.of("id", "42"),
            "item",
            Map.of("items", List.of(Map.of("item", Map.of("id", "1"), "quantity", 2))));

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final CallMetrics metrics = new CallMetrics();

    @BeforeEach
    void configure() {
        context.getRegistry().bind("metrics", metrics);
        SimulatedAccount.configure(context, netsuite());
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private void load(String form) throws Exception {
        if (form.equals("java")) {
            context.addRoutes(new CallRoutes());
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(
                            PluginHelper.getResourceLoader(context).resolveResource("classpath:docs/calls.camel.yaml"));
        }
        context.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void anOrderWhoseAnswerIsLostIsMadeOnce(String form) throws Exception {
        load(form);
        netsuite().faults().onWrites().times(2).loseAnswer();

        Exchange made = send("direct:order", ORDER);
        Exchange put = send("direct:whole-order", ORDER, NetSuiteConstants.EXTERNAL_ID, "WEB-1");

        assertThat(made.getMessage().getHeader(NetSuiteConstants.OUTCOME)).isEqualTo("found");
        assertThat(put.getException()).isNull();
        assertThat(lines("WEB-1")).hasSize(1);
        assertThat(metrics.count(CallEvent.Kind.FOUND)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void theRecordServicesGoWhereTheySay(String form) throws Exception {
        load(form);
        netsuite().faults().onWrites().answer(204, Map.of(), "");

        assertThat(send("direct:fulfil", "", "orderNumber", "WEB-1").getException())
                .isNull();
        assertThat(send("direct:approve", "").getException()).isNull();
        assertThat(send("direct:attach", "").getException()).isNull();

        assertThat(writes())
                .containsExactly(
                        "/services/rest/record/v1/salesOrder/eid:WEB-1/!transform/itemFulfillment {\"externalId\":\"F-WEB-1\"}",
                        "/services/rest/record/v1/salesOrder/7/@approve ",
                        "/services/rest/record/v1/customer/42/!attach/contact/7 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void aDroppedFieldIsNoticedAndLetPass(String form) throws Exception {
        load(form);
        netsuite().settings().dropping("customer", "email");

        Exchange updated = send("direct:verified", Map.of("email", "a@b.c", "phone", "1"));

        assertThat(updated.getException()).isNull();
        assertThat(updated.getMessage().getHeader(NetSuiteConstants.DROPPED)).isEqualTo(List.of("email"));
    }

    @Test
    void aLoadStandsInTheBulkLane() throws Exception {
        load("java");

        Exchange loaded = send(
                "direct:load",
                Map.of("companyName", "Acme", "subsidiary", Map.of("id", "1")),
                NetSuiteConstants.EXTERNAL_ID,
                "LOAD-1");

        assertThat(loaded.getException()).isNull();
        assertThat(netsuite().records().idOfExternal("customer", "LOAD-1")).isPresent();
    }

    private Exchange send(String uri, Object body, Object... header) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            if (header.length > 0) {
                exchange.getMessage().setHeader(header[0].toString(), header[1]);
            }
        });
    }

    private static JsonNode lines(String order) {
        return new JsonMapper()
                .valueToTree(
                        netsuite().records().read("salesOrder", "eid:" + order).orElseThrow())
                .path("item")
                .path("items");
    }

    private static List<String> writes() {
        return netsuite().requests().stream()
                .filter(request -> !request.isToken())
                .map(CallRoutesTest::line)
                .toList();
    }

    private static String line(RecordedRequest request) {
        return request.path() + " " + request.body();
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
