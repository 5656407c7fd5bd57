package io.github.camelnetsuite.camel.auth;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way the token came onto a message from outside, the answer to it does not carry it. */
@Timeout(60)
class ReplyTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AnsweringComponent outside = new AnsweringComponent();
    private NetSuiteComponent component;

    @BeforeEach
    void start() throws Exception {
        component = SimulatedAccount.configure(context, NETSUITE.simulator());
        context.addComponent("outside", outside);
        // A seda consumer ends when its poll does.
        context.getComponent("seda", SedaComponent.class).setDefaultPollTimeout(20);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("outside:same").process(netsuiteAuth());
                from("direct:auth").process(netsuiteAuth());
                from("seda:auth").process(netsuiteAuth());
                from("outside:direct").to("direct:auth");
                from("outside:seda").to("seda:auth?waitForTaskToComplete=Always");
                from("outside:enrich").enrich("direct:auth");
                from("outside:multicast")
                        .multicast(new UseLatestAggregationStrategy())
                        .to("direct:auth");
                from("outside:split")
                        .split(constant("x"), new UseLatestAggregationStrategy())
                        .process(netsuiteAuth())
                        .end();
                from("outside:recipientList").recipientList(constant("direct:auth"));
                from("outside:merged").enrich("direct:auth", (was, given) -> {
                    was.getMessage().setHeaders(given.getMessage().getHeaders());
                    return was;
                });
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "direct", "seda", "enrich", "multicast", "split", "recipientList", "merged"})
    void theAnswerCarriesNoToken(String way) throws Exception {
        context.start();

        assertThat(outside.call(way)).doesNotContainKey("Authorization");
        assertThat(netsuite().tokenRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "direct", "seda", "enrich", "multicast", "split", "recipientList", "merged"})
    void theFirstAnswerAfterTheComponentWasStartedAgainCarriesNoToken(String way) throws Exception {
        context.start();
        component.stop();
        component.start();

        assertThat(outside.call(way)).doesNotContainKey("Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "direct", "seda", "enrich", "multicast", "split", "recipientList", "merged"})
    void withoutTheGuardItWould(String way) throws Exception {
        component.setGuardAuthorization(false);
        context.start();

        assertThat(outside.call(way)).containsKey("Authorization");
    }

    private NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
