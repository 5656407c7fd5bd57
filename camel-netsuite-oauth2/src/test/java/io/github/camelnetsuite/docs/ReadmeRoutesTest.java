package io.github.camelnetsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadmeRoutesTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void configure() {
        SimulatedAccount.configure(context, NETSUITE.simulator());
        context.getPropertiesComponent()
                .addInitialProperty(
                        "netsuite.record.url", NETSUITE.simulator().suiteTalkUrl() + "/services/rest/record/v1");
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void theRoutesOfTheReadmeWorkInBothForms(String form) throws Exception {
        if (form.equals("java")) {
            context.addRoutes(new ReadmeRoutes());
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context)
                            .resolveResource("classpath:docs/readme.camel.yaml"));
        }
        context.start();

        assertThat(template.requestBody("direct:customer", null, String.class)).contains("id=42");
        assertThat(template.requestBody("direct:own", null, String.class)).contains("\"id\"");
        assertThat(template.requestBody("direct:inside", null, String.class)).contains("\"id\"");
        template.sendBody("direct:items", Map.of("since", "2000-01-01T00:00:00"));
        assertThat(context.getEndpoint("mock:shop", MockEndpoint.class).getReceivedCounter())
                .isGreaterThan(3);
        assertThat(NETSUITE.simulator().tokenRequests()).isEqualTo(1);
    }

    @Test
    void theHealingClauseLoads() throws Exception {
        context.addRoutes(new HealingRoutes());
        context.start();

        assertThat(template.requestBody("direct:healing", null, String.class)).contains("\"id\"");
    }

    @Test
    void errorsAreRoutedByWhatCanBeDone() throws Exception {
        context.addRoutes(new ErrorRoutes());
        context.start();

        NETSUITE.simulator().faults().onApi().times(2).status(503, "{}");
        assertThat(template.requestBody("direct:read", null, String.class)).contains("id=42");

        NETSUITE.simulator()
                .faults()
                .onApi()
                .once()
                .status(400, "{\"o:errorDetails\":[{\"o:errorCode\":\"INVALID_CONTENT\"}]}");
        template.requestBody("direct:read", (Object) null);
        NETSUITE.simulator().faults().onApi().once().status(403, "{}");
        template.requestBody("direct:read", (Object) null);

        assertThat(received("mock:correct-the-data")).isEqualTo(1);
        assertThat(received("mock:call-the-administrator")).isEqualTo(1);
    }

    private int received(String mock) {
        return context.getEndpoint(mock, MockEndpoint.class).getReceivedCounter();
    }
}
