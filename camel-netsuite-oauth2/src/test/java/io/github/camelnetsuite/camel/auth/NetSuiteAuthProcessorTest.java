package io.github.camelnetsuite.camel.auth;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConstants;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.SimpleRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class NetSuiteAuthProcessorTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));
    private static final String RECORD = "/services/rest/record/v1/customer/42";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void configure() {
        SimulatedAccount.configureAt(CLOCK, context, netsuite());
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void aPlainHttpEndpointIsAuthenticated() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process(netsuiteAuth()).to(url());
            }
        });

        assertThat(template.requestBody("direct:start", null, String.class)).contains("\"id\"");
    }

    @Test
    void theProcessorIsInTheRegistryOfEveryContext() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process("netsuiteAuth").to(url());
            }
        });

        assertThat(template.requestBody("direct:start", null, String.class)).contains("\"id\"");
    }

    @Test
    void yamlRoutesReferToIt() throws Exception {
        context.getPropertiesComponent().addInitialProperty("record.url", url());
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.camel.yaml", """
                - route:
                    from:
                      uri: direct:start
                      steps:
                        - process:
                            ref: netsuiteAuth
                        - to:
                            uri: "{{record.url}}"
                """));
        context.start();

        assertThat(template.requestBody("direct:start", null, String.class)).contains("\"id\"");
    }

    @Test
    void aBeanOfTheUserWithTheSameNameWins() throws Exception {
        SimpleRegistry registry = new SimpleRegistry();
        Processor mine = exchange -> exchange.getMessage().setBody("mine");
        registry.bind("netsuiteAuth", mine);
        try (DefaultCamelContext own = new DefaultCamelContext(registry)) {
            own.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:start").process("netsuiteAuth");
                }
            });
            own.start();

            assertThat(own.createProducerTemplate().requestBody("direct:start", null, String.class))
                    .isEqualTo("mine");
        }
    }

    @Test
    void aBeanOfTheUsersPropertiesWithTheSameNameWins() throws Exception {
        Main main = new Main();
        main.addProperty("camel.beans.netsuiteAuth", "#class:" + Mine.class.getName());
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process("netsuiteAuth");
            }
        });
        main.start();
        try {
            assertThat(main.getCamelTemplate().requestBody("direct:start", null, String.class))
                    .isEqualTo("mine");
        } finally {
            main.stop();
        }
    }

    public static final class Mine implements Processor {
        @Override
        public void process(Exchange exchange) {
            exchange.getMessage().setBody("mine");
        }
    }

    @Test
    void onRedeliveryHealsAnExpiredToken() throws Exception {
        start(healing());
        template.requestBody("direct:start", (Object) null);
        CLOCK.advance(Duration.ofMinutes(2));
        netsuite().expireTokens();

        assertThat(template.requestBody("direct:start", null, String.class)).contains("\"id\"");

        assertThat(netsuite().tokenRequests()).isEqualTo(2);
        assertThat(netsuite().apiRequests()).isEqualTo(3);
    }

    @Test
    void afterHealingASecondNetsuiteAuthInTheSameExchangeMakesNoTokenRequest() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onUnauthorized(this);
                from("direct:start")
                        .process(netsuiteAuth())
                        .to(url())
                        .process(netsuiteAuth())
                        .setBody(simple("${null}"))
                        .to(url());
            }
        });
        template.requestBody("direct:start", (Object) null);
        CLOCK.advance(Duration.ofMinutes(2));
        netsuite().expireTokens();

        template.requestBody("direct:start", (Object) null);

        assertThat(netsuite().tokenRequests()).isEqualTo(2);
    }

    @Test
    void aNewTokenThatIsRefusedIsNotReplaced() throws Exception {
        start(healing());
        netsuite().faults().onApi().status(401, "{}");

        assertThatThrownBy(() -> template.requestBody("direct:start", (Object) null))
                .hasCauseInstanceOf(HttpOperationFailedException.class);
        assertThat(netsuite().tokenRequests()).isEqualTo(1);
        assertThat(netsuite().apiRequests()).isEqualTo(2);
    }

    @Test
    void withoutHealingThe401IsTheRoutesToHandle() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process(netsuiteAuth()).to(url());
            }
        });
        netsuite().faults().onApi().status(401, "{}");

        assertThatThrownBy(() -> template.requestBody("direct:start", (Object) null))
                .hasCauseInstanceOf(HttpOperationFailedException.class);
    }

    @Test
    void theAccountComesFromTheHeaderOrTheProcessor() throws Exception {
        try (NetSuiteSimulator eu =
                NetSuiteSimulator.builder().accountId("7654321").clock(CLOCK).start()) {
            context.getComponent("netsuite", NetSuiteComponent.class)
                    .getAccounts()
                    .put("eu", SimulatedAccount.configuration(eu));
            start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:named").process(netsuiteAuth("eu")).to(eu.suiteTalkUrl() + RECORD);
                    from("direct:header").process("netsuiteAuth").to(eu.suiteTalkUrl() + RECORD);
                }
            });

            assertThat(template.requestBody("direct:named", null, String.class)).contains("\"id\"");
            assertThat(template.requestBodyAndHeader(
                            "direct:header", null, NetSuiteConstants.ACCOUNT, "eu", String.class))
                    .contains("\"id\"");
        }
        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void aThousandExchangesOnAColdAndOnAnExpiredTokenMakeOneTokenRequestEach() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process(netsuiteAuth());
            }
        });

        sendAtOnce(1000);
        assertThat(netsuite().tokenRequests()).isEqualTo(1);

        CLOCK.advance(Duration.ofHours(2));
        sendAtOnce(1000);
        assertThat(netsuite().tokenRequests()).isEqualTo(2);
    }

    @Test
    void stoppingOneRouteLeavesTheProcessorOfAnotherAtWork() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").routeId("one").process("netsuiteAuth");
                from("direct:two").process("netsuiteAuth").to(url());
            }
        });

        context.getRouteController().stopRoute("one");

        assertThat(template.requestBody("direct:two", null, String.class)).contains("\"id\"");
    }

    @Test
    void stoppedAndStartedAgainInTheSameJvmCallsWork() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process(netsuiteAuth()).to(url());
                from("direct:endpoint").to("netsuite:get:customer/42");
            }
        });
        template.requestBody("direct:start", (Object) null);
        template.requestBody("direct:endpoint", (Object) null);

        context.suspend();
        context.resume();
        context.stop();
        configure();
        context.start();
        ProducerTemplate again = context.createProducerTemplate();

        assertThat(again.requestBody("direct:start", null, String.class)).contains("\"id\"");
        assertThat(again.requestBody("direct:endpoint", (Object) null)).isNotNull();
        assertThat(context.getManagementStrategy().getEventNotifiers().stream()
                        .filter(AuthorizationGuard.class::isInstance))
                .hasSize(1);
    }

    private void sendAtOnce(int exchanges) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<CompletableFuture<Object>> answers = IntStream.range(0, exchanges)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> template.requestBody("direct:start", (Object) "x"), threads))
                    .toList();
            CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private RouteBuilder healing() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onUnauthorized(this);
                from("direct:start").process(netsuiteAuth()).to(url());
            }
        };
    }

    private static void onUnauthorized(RouteBuilder routes) {
        routes.onException(HttpOperationFailedException.class)
                .onWhen(routes.simple("${exception.statusCode} == 401"))
                .maximumRedeliveries(1)
                .redeliveryDelay(0)
                .onRedelivery(netsuiteAuth());
    }

    private String url() {
        return netsuite().suiteTalkUrl() + RECORD;
    }

    private NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }

    private void start(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
    }
}
