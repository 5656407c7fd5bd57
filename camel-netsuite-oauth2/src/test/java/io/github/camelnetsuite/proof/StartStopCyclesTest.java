package io.github.camelnetsuite.proof;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteHttp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A thousand starts and stops leave no thread and no socket behind. Each cycle calls NetSuite in all three ways, and leaves rows
 * of a query unread.
 */
@Tag("proof")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StartStopCyclesTest {

    private static final int WARM_UP = 20;
    private static final int CYCLES = 1_000;

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    /** One start, calls, one stop. */
    private interface Cycle {

        void run() throws Exception;
    }

    @Test
    void aThousandNewContextsLeaveNothingBehind() throws Exception {
        assertThatNothingIsLeftBy("a new context each time", () -> {
            try (CamelContext context = new DefaultCamelContext()) {
                context.addRoutes(routes());
                startCallAndStop(context);
            }
        });
    }

    @Test
    void aThousandStartsOfTheSameContextLeaveNothingBehind() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes());
            assertThatNothingIsLeftBy("the same context", () -> startCallAndStop(context));
        }
    }

    private static void assertThatNothingIsLeftBy(String what, Cycle cycle) throws Exception {
        repeat(WARM_UP, cycle);
        Holdings before = Holdings.now();
        long tokensBefore = netsuite().tokenRequests();

        repeat(CYCLES, cycle);

        assertThat(netsuite().tokenRequests() - tokensBefore).isEqualTo(CYCLES);
        // The simulator sees the end of a connection a little later than the client that ended it.
        await().dontCatchUncaughtExceptions()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    Holdings after = Holdings.now();
                    assertThat(after.threadsBeyond(before)).isEmpty();
                    assertThat(after.openFiles()).isLessThanOrEqualTo(before.openFiles());
                });
        Holdings after = Holdings.now();
        System.out.printf(
                "PROOF start/stop cycles, %s: %d cycles, threads %d -> %d, open files and sockets %d -> %d%n",
                what, CYCLES, before.threads().size(), after.threads().size(), before.openFiles(), after.openFiles());
    }

    private static void repeat(int times, Cycle cycle) throws Exception {
        for (int i = 0; i < times; i++) {
            cycle.run();
        }
    }

    private static void startCallAndStop(CamelContext context) throws Exception {
        // A context that was stopped has forgotten its components and what was bound to its registry.
        SimulatedAccount.configure(context, netsuite());
        context.getRegistry().bind("netsuiteHttp", netsuiteHttp());
        context.start();
        try (var template = context.createProducerTemplate()) {
            assertThat(template.requestBody("direct:calls", null, String.class)).contains("\"id\"");
            assertThat(template.requestBody("direct:rows", (Object) null)).isNotNull();
        }
        context.stop();
    }

    private static RouteBuilder routes() {
        String record = netsuite().suiteTalkUrl() + "/services/rest/record/v1/customer/42?httpMethod=GET";
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:calls")
                        .to("netsuite:get:customer/42")
                        .process(netsuiteAuth())
                        .to(record)
                        .removeHeader("Authorization")
                        .to(record + "&httpClientConfigurer=#netsuiteHttp");
                from("direct:rows").to("netsuite:suiteql?pageSize=2&query=SELECT id FROM item ORDER BY id");
            }
        };
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
