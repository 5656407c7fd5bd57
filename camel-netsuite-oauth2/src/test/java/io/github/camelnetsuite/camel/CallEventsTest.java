package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.rest.CallEvent;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be seen from outside of a call that is throttled, sent again or looked up. */
@Timeout(60)
class CallEventsTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final List<NetSuiteCallEvent> raised = new CopyOnWriteArrayList<>();
    private final List<CallEvent> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        context.getManagementStrategy().addEventNotifier(new Notifier());
        context.getRegistry().bind("metrics", new AccountListener() {
            @Override
            public void callHappened(String account, CallEvent event) {
                told.add(event);
            }
        });
        SimulatedAccount.configure(context, netsuite());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void eventNotifiersAreToldWithTheExchange() {
        netsuite().faults().onApi().times(1).throttle();

        Exchange exchange = template.request("netsuite:get:customer/42", message -> {});

        assertThat(raised).hasSize(1);
        NetSuiteCallEvent event = raised.get(0);
        assertThat(event.getSource()).isSameAs(exchange);
        assertThat(event.account()).isEqualTo("default");
        assertThat(event.event().kind()).isEqualTo(CallEvent.Kind.THROTTLED);
        assertThat(event.event().call()).isEqualTo("GET /services/rest/record/v1/customer/42");
        assertThat(event.event().detail()).contains("The account's limit of concurrent requests is reached.");
        assertThat(event).hasToString("NetSuite account 'default': THROTTLED GET /services/rest/record/v1/customer/42");
    }

    @Test
    void aListenerInTheRegistryIsToldOfEveryRequest() {
        netsuite().faults().onWrites().once().loseAnswer();

        template.requestBody(
                "netsuite:create:customer",
                Map.of("externalId", "SHOP-1", "companyName", "Acme", "subsidiary", Map.of("id", "1")));

        assertThat(told)
                .map(CallEvent::kind)
                .containsExactly(CallEvent.Kind.SENT, CallEvent.Kind.LOST, CallEvent.Kind.SENT, CallEvent.Kind.FOUND);
    }

    @Test
    void aNotifierThatFailsHarmsNoCall() {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof NetSuiteCallEvent) {
                    throw new IllegalStateException("notifier");
                }
            }
        });
        netsuite().faults().onApi().times(1).serverError();

        assertThat(template.requestBody("netsuite:get:customer/42", (Object) null))
                .isNotNull();
    }

    @Test
    void jmxShowsCountsAndPermits() throws Exception {
        netsuite().faults().onApi().times(1).throttle();
        template.requestBody("netsuite:get:customer/42", (Object) null);

        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = server.queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName()
                                + ",type=services,name=NetSuiteAccountStatistics*,*"),
                        null)
                .iterator()
                .next();

        assertThat(server.getAttribute(name, "Account")).isEqualTo("default");
        assertThat(server.getAttribute(name, "Requests")).isEqualTo(2L);
        assertThat(server.getAttribute(name, "Throttles")).isEqualTo(1L);
        assertThat(server.getAttribute(name, "Permits")).isEqualTo(2);
        assertThat(server.getAttribute(name, "RequestsInFlight")).isEqualTo(0);
    }

    private NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }

    private final class Notifier extends EventNotifierSupport {

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof NetSuiteCallEvent ours) {
                raised.add(ours);
            }
        }
    }
}
