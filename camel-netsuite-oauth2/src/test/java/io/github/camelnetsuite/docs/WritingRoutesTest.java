package io.github.camelnetsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.NetSuiteConstants;
import io.github.camelnetsuite.camel.ScriptedAccount;
import io.github.camelnetsuite.rest.ScriptedHosts;
import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the component page on writing, in both forms. */
@Timeout(60)
class WritingRoutesTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private static final String RECORDS = "/services/rest/record/v1/";
    private static final Answer DONE = Answer.of(204, "application/json", "");

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private ScriptedHosts netsuite;

    @BeforeEach
    void configure() throws Exception {
        netsuite = new ScriptedHosts();
        ScriptedAccount.configure(context, NETSUITE.simulator(), netsuite);
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
            context.addRoutes(new WritingRoutes());
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context)
                            .resolveResource("classpath:docs/writing.camel.yaml"));
        }
        context.start();

        netsuite.then(Answer.json("{\"id\": \"1042\"}"));
        Exchange created = send("direct:new-customer", Map.of("companyName", "Acme"), Map.of());
        assertThat(created.getMessage().getBody()).isEqualTo(Map.of("id", "1042"));
        assertThat(created.getMessage().getHeader(NetSuiteConstants.ID)).isEqualTo("1042");
        asked("POST " + RECORDS + "customer {\"companyName\":\"Acme\"}");

        netsuite.then(DONE).then(Answer.json("{\"email\": \"a@b.c\"}"));
        send("direct:new-address", "{\"email\": \"a@b.c\"}", Map.of("customer", "SHOP-7"));
        assertThat(netsuite.asked().get(1).method()).isEqualTo("PATCH");
        asked("GET " + RECORDS + "customer/eid:SHOP-7?fields=email ");

        netsuite.then(DONE);
        send("direct:sync-customer", Map.of("number", 7, "customer", Map.of("companyName", "Acme")), Map.of());
        asked("PUT " + RECORDS + "customer/eid:SHOP-7 {\"companyName\":\"Acme\"}");

        netsuite.then(DONE);
        send("direct:forget-customer", "7", Map.of());
        asked("DELETE " + RECORDS + "customer/eid:SHOP-7 ");

        netsuite.then(DONE);
        send("direct:invoice", null, Map.of("order", 5));
        asked("POST " + RECORDS + "salesOrder/5/!transform/invoice {\"externalId\":\"INV-5\"}");

        Map<String, Object> contact = Map.of("customer", 42, "contact", 7);
        netsuite.then(DONE).then(DONE);
        send("direct:primary-contact", null, contact);
        asked("POST " + RECORDS + "customer/42/!attach/contact/7 {\"role\":{\"id\":\"-10\"}}");
        send("direct:former-contact", "left over", contact);
        asked("POST " + RECORDS + "customer/42/!detach/contact/7 ");

        netsuite.then(Answer.json("{\"result\": true}"));
        Exchange approved = send("direct:approved", "left over", Map.of("order", 5));
        assertThat(approved.getMessage().getBody()).isEqualTo(Map.of("result", true));
        asked("POST " + RECORDS + "salesOrder/5/@approve ");
    }

    private Exchange send(String route, @Nullable Object body, Map<String, Object> headers) {
        Exchange sent = template.request(route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
        assertThat(sent.getException()).isNull();
        return sent;
    }

    /** What the last request was. */
    private void asked(String request) {
        ScriptedHosts.Asked last = netsuite.asked().get(netsuite.asked().size() - 1);
        String query = last.query() == null ? "" : "?" + last.query();
        assertThat(last.method() + " " + last.path() + query + " " + last.body())
                .isEqualTo(request);
    }
}
