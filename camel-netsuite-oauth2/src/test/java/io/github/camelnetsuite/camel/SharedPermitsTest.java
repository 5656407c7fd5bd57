package io.github.camelnetsuite.camel;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.simulator.Gate;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All ways of calling one NetSuite account share its permits. */
@Timeout(60)
class SharedPermitsTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private NetSuiteComponent component;

    @BeforeEach
    void start() throws Exception {
        component = SimulatedAccount.configure(context, netsuite());
        component.getConfiguration().setMaxConcurrentRequests(2);
        NetSuiteConfiguration second = SimulatedAccount.configuration(netsuite());
        second.setMaxConcurrentRequests(3);
        component.getAccounts().put("second", second);
        String record = netsuite().suiteTalkUrl() + "/services/rest/record/v1/customer/42?httpMethod=GET";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:component").to("netsuite:get:customer/42");
                from("direct:second").to("netsuite:get:customer/42?account=second");
                from("direct:inside").to(record + "&httpClientConfigurer=#netsuiteHttp&throwExceptionOnFailure=true");
                from("direct:header").process(netsuiteAuth()).to(record);
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        callers.shutdownNow();
        context.close();
    }

    @Test
    void noMoreRequestsThanPermittedReachNetSuiteHoweverTheyAreMade() throws Exception {
        template.requestBody("direct:component", (Object) null);
        Gate gate = netsuite().faults().onApi().hold();

        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (String way : List.of("component", "second", "inside", "header", "component", "inside", "header")) {
            calls.add(CompletableFuture.supplyAsync(
                    () -> template.requestBody("direct:" + way, null, String.class), callers));
        }
        gate.awaitArrivals(2);
        await().until(() -> statistics().getCallsWaiting() == 5);
        assertThat(netsuite().traffic().mostAtOnce()).isEqualTo(2);
        gate.release();

        for (CompletableFuture<String> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS)).contains("42");
        }
        assertThat(netsuite().traffic().mostAtOnce()).isEqualTo(2);
        assertThat(statistics().getRequestsInFlight()).isZero();
    }

    @Test
    void aThrottleMetByAnyWayNarrowsTheBoundForAll() {
        netsuite().faults().onApi().times(1).throttle();
        assertThat(template.send("direct:inside", exchange -> {}).getException())
                .isNotNull();
        assertThat(statistics().getPermits()).isEqualTo(1);
    }

    @Test
    void aThrottleMetWithTheHeaderNarrowsTheBoundToo() {
        // camel-http as it comes asks a second time by itself.
        netsuite().faults().onApi().times(2).throttle();
        assertThat(template.send("direct:header", exchange -> {}).getException())
                .isNotNull();
        assertThat(statistics().getPermits()).isEqualTo(1);
        assertThat(statistics().getRequestsInFlight()).isZero();
    }

    @Test
    void aRequestThatFindsNoPermitInTimeFails() throws Exception {
        NetSuiteConfiguration hasty = SimulatedAccount.configuration(netsuite());
        hasty.setRetryTimeout(1);
        component.getAccounts().put("hasty", hasty);
        template.requestBody("direct:component", (Object) null);
        Gate gate = netsuite().faults().onApi().hold();
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            calls.add(CompletableFuture.supplyAsync(
                    () -> template.requestBody("direct:component", (Object) null), callers));
        }
        gate.awaitArrivals(2);

        assertThat(template.request("netsuite:get:customer/42?account=hasty", exchange -> {})
                        .getException())
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("none of the 2 permits");

        gate.release();
        for (CompletableFuture<Object> call : calls) {
            call.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aContextThatStopsEndsAPauseAfterAThrottleAtOnce() throws Exception {
        NetSuiteConfiguration patient = SimulatedAccount.configuration(netsuite());
        patient.setRetryTimeout(3_600_000);
        component.getAccounts().put("patient", patient);
        context.getShutdownStrategy().setTimeout(3_600);
        netsuite().faults().onApi().answer(429, java.util.Map.of("Retry-After", "3000"), "");
        CompletableFuture<Throwable> call = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new AssertionError(
                                template.requestBody("netsuite:get:customer/42?account=patient", (Object) null));
                    } catch (CamelExecutionException e) {
                        return e.getCause();
                    }
                },
                callers);
        await().until(() -> component.account("patient").statistics().getThrottles() == 1);

        context.stop();

        assertThat(call.get(30, TimeUnit.SECONDS))
                .isInstanceOf(NetSuiteException.class)
                .hasMessageEndingWith("It was not sent again, because the Camel context is stopping.");
    }

    private NetSuiteAccountStatistics statistics() {
        return component.account(null).statistics();
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
