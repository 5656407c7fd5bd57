package io.github.camelnetsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.camel.ScriptedAccount;
import io.github.camelnetsuite.rest.ScriptedHosts;
import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the page on reading, in both forms. */
@Timeout(60)
class ReadingRoutesTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private ScriptedHosts netsuite;

    @BeforeEach
    void configure() throws Exception {
        netsuite = new ScriptedHosts();
        NetSuiteConfiguration exporting = ScriptedAccount.configure(context, NETSUITE.simulator(), netsuite)
                .copy();
        exporting.setAllowTokenExport(true);
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("exporting", exporting);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        netsuite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void theRoutesWorkInBothForms(String form) throws Exception {
        if (form.equals("java")) {
            context.addRoutes(new ReadingRoutes());
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context)
                            .resolveResource("classpath:docs/reading.camel.yaml"));
        }
        context.start();

        netsuite.then(Answer.json("{\"id\": \"7\"}"));
        assertThat(template.requestBody("direct:order", "SHOP-7")).isEqualTo(Map.of("id", "7"));
        asked("GET /services/rest/record/v1/salesOrder/eid:SHOP-7?expandSubResources=true");

        netsuite.then(Answer.json("{\"items\": [{\"id\": \"1\"}], \"hasMore\": false}"))
                .then(Answer.json("{\"email\": \"a\"}"));
        template.sendBody("direct:new-customers", null);
        asked(
                "GET /services/rest/record/v1/customer?q=dateCreated%20AFTER%20%221%2F1%2F2026%22&limit=1000&offset=0",
                "GET /services/rest/record/v1/customer/1?fields=companyName%2Cemail");

        netsuite.then(Answer.json("{\"items\": [{\"tranid\": \"SO1\", \"uniquekey\": \"5\"}], \"hasMore\": false}"));
        template.sendBody("direct:lines", Map.of("since", "2026-01-02"));
        assertThat(netsuite.asked().get(3).body()).contains("ORDER BY l.uniquekey\",\"params\":[\"2026-01-02\"]");
        asked("POST /services/rest/query/v1/suiteql?limit=1000&offset=0");

        netsuite.then(Answer.json("{\"items\": [{\"id\": \"1\"}, {\"id\": \"2\"}], \"hasMore\": false}"));
        template.sendBody("direct:items-to-warehouse", null);
        assertThat(context.getEndpoint("mock:batch-insert", MockEndpoint.class)
                        .getExchanges()
                        .get(0)
                        .getMessage()
                        .getBody(List.class)
                        .size())
                .isEqualTo(2);
        asked("POST /services/rest/query/v1/suiteql?limit=1000&offset=0");

        netsuite.then(Answer.json("{\"reserved\": 3}")).then(Answer.json("{\"stock\": 5}"));
        template.sendBody("direct:reserve", Map.of("sku", "A", "quantity", 3));
        assertThat(template.requestBody("direct:stock", Map.of("sku", "A"))).isEqualTo(Map.of("stock", 5));
        asked(
                "POST /app/site/hosting/restlet.nl?script=customscript_stock&deploy=customdeploy_reserve",
                "GET /app/site/hosting/restlet.nl?script=customscript_stock&deploy=customdeploy_stock&site=LEEDS&sku=A");

        netsuite.then(Answer.json("{\"accountConcurrencyLimit\": 5}")).then(Answer.json("{\"type\": \"object\"}"));
        assertThat(template.requestBody("direct:limits", (Object) null))
                .isEqualTo(Map.of("accountConcurrencyLimit", 5));
        assertThat(template.requestBody("direct:fields", (Object) null)).isEqualTo(Map.of("type", "object"));
        asked(
                "GET /services/rest/system/v1/governanceLimits",
                "GET /services/rest/record/v1/metadata-catalog/customer");

        int calls = netsuite.asked().size();
        assertThat(template.requestBody("direct:token", (Object) null)).isEqualTo("the-token");
        assertThat(template.requestBody("direct:assertion", null, String.class)).startsWith("eyJ");
        assertThat(netsuite.asked()).hasSize(calls);
    }

    /** What the last requests were. */
    private void asked(String... requests) {
        List<Asked> all = netsuite.asked();
        assertThat(all.subList(all.size() - requests.length, all.size()))
                .extracting(one -> one.method() + " " + one.path() + (one.query() == null ? "" : "?" + one.query()))
                .containsExactly(requests);
    }
}
