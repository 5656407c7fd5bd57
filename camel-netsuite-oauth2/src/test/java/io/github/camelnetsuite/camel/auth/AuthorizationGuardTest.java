package io.github.camelnetsuite.camel.auth;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.camel.ForeignServer;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The header that netsuiteAuth sets goes to NetSuite and nowhere else. */
@Timeout(60)
class AuthorizationGuardTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private ForeignServer foreign;
    private NetSuiteComponent component;

    @BeforeEach
    void start() throws Exception {
        foreign = new ForeignServer();
        component = SimulatedAccount.configure(context, NETSUITE.simulator());
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        foreign.close();
    }

    /** A way of sending: a name, and how a route does it. */
    record Way(String name, Sending sending) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Sending {
        void to(ProcessorDefinition<?> route, String uri);
    }

    static Stream<Way> waysOfSending() {
        return Stream.of(
                new Way("to", (route, uri) -> route.to(uri)),
                new Way("toD", (route, uri) -> route.toD(uri + "/${body}")),
                new Way("toD whose host comes from a header", (route, uri) -> route.setHeader("host", () -> uri)
                        .toD("${header.host}")),
                new Way("recipientList", (route, uri) -> route.recipientList().constant(uri)),
                new Way("enrich", (route, uri) -> route.enrich(uri)),
                new Way("wireTap", (route, uri) -> route.wireTap(uri)),
                new Way("routingSlip", (route, uri) -> route.routingSlip().constant(uri)),
                new Way("multicast", (route, uri) -> route.multicast().to(uri).end()),
                new Way("failover", (route, uri) -> route.loadBalance()
                        .failover()
                        .to("http://127.0.0.1:1/refused", uri)
                        .end()),
                new Way("split", (route, uri) -> route.split().body().to(uri).end()),
                new Way("ref to an endpoint in the registry", (route, uri) -> route.process(
                                exchange -> exchange.getContext()
                                        .getRegistry()
                                        .bind("shop", exchange.getContext().getEndpoint(uri)))
                        .toD("ref:shop")),
                new Way("headers taken over from another exchange", (route, uri) -> route.removeHeader("Authorization")
                        .removeProperties("*")
                        .enrich("direct:auth", (was, given) -> {
                            was.getMessage().setHeaders(given.getMessage().getHeaders());
                            return was;
                        })
                        .to(uri)),
                new Way("a redirect that Camel is told to follow", (route, uri) -> route.process(exchange ->
                                NETSUITE.simulator().faults().onApi().redirectTo(URI.create(uri + "/elsewhere")))
                        .to(NETSUITE.simulator().suiteTalkUrl() + "/services/rest/record/v1/customer/42"
                                + "?followRedirects=true&httpMethod=GET")),
                new Way("a header that overrides the endpoint's URI", (route, uri) -> route.setHeader(
                                Exchange.HTTP_URI, () -> uri)
                        .to(NETSUITE.simulator().suiteTalkUrl().toString())),
                new Way("an overriding URI with user info of our host", (route, uri) -> route.setHeader(
                                Exchange.HTTP_URI,
                                () -> uri.replace("http://", "http://127.0.0.1:" + port(NETSUITE.simulator()) + "@"))
                        .to(NETSUITE.simulator().suiteTalkUrl().toString())));
    }

    @ParameterizedTest
    @MethodSource("waysOfSending")
    void theTokenStaysHomeWhateverTheWayOfSending(Way way) throws Exception {
        route(route -> way.sending().to(route, foreign.url()));
        NotifyBuilder done = new NotifyBuilder(context)
                .whenDone(way.name().equals("wireTap") ? 2 : 1)
                .create();

        template.send("direct:start", exchange -> exchange.getMessage().setBody("x"));

        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        assertThat(foreign.authorizations()).allMatch("null"::equals);
        // The HTTP client itself refuses these two.
        assertThat(foreign.authorizations().isEmpty())
                .isEqualTo(way.name().contains("user info") || way.name().contains("redirect"));
    }

    @Test
    void theTokenStaysHomeAfterSeda() throws Exception {
        addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process(netsuiteAuth()).to("seda:later?waitForTaskToComplete=Always");
                from("seda:later").to(foreign.url());
            }
        });

        template.requestBody("direct:start", "x");

        assertThat(foreign.authorizations()).containsExactly("null");
    }

    @Test
    void theTokenStaysHomeWhileTheComponentIsStopped() throws Exception {
        route(route -> route.process(exchange -> component.stop()).to(foreign.url()));

        template.requestBody("direct:start", "x");

        assertThat(foreign.authorizations()).containsExactly("null");
    }

    @Test
    void theTokenStaysHomeThoughTheComponentWasStartedAgainMeanwhile() throws Exception {
        route(route -> route.process(exchange -> {
                    component.stop();
                    component.start();
                })
                .to(foreign.url()));

        template.requestBody("direct:start", "x");

        assertThat(foreign.authorizations()).containsExactly("null");
    }

    @Test
    void theTokenStaysHomeThoughTheComponentWasTakenOutMeanwhile() throws Exception {
        route(route ->
                route.process(exchange -> context.removeComponent("netsuite")).to(foreign.url()));

        template.requestBody("direct:start", "x");
        SimulatedAccount.configure(context, NETSUITE.simulator());
        template.requestBody("direct:start", "x");

        assertThat(foreign.authorizations()).containsExactly("null", "null");
        assertThat(context.getManagementStrategy().getEventNotifiers().stream()
                        .filter(AuthorizationGuard.class::isInstance))
                .hasSize(1);
    }

    @Test
    void theTokenStaysHomeInAnExceptionRoute() throws Exception {
        addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).to(foreign.url());
                from("direct:start").process(netsuiteAuth()).throwException(new IllegalStateException("stop"));
            }
        });

        template.requestBody("direct:start", "x");

        assertThat(foreign.authorizations()).containsExactly("null");
    }

    @Test
    void theTokenIsInNoFile(@TempDir Path folder) throws Exception {
        route(route -> route.to("file:" + folder));

        template.requestBody("direct:start", "x");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(file).content().isEqualTo("x"));
        }
    }

    @Test
    void directAndSedaKeepTheHeader() throws Exception {
        addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to("direct:auth").to("seda:next?waitForTaskToComplete=Always");
                from("direct:auth").process(netsuiteAuth());
                from("seda:next").to(NETSUITE.simulator().suiteTalkUrl() + "/services/rest/record/v1/customer/42");
            }
        });

        assertThat(template.requestBody("direct:start", null, String.class)).contains("\"id\"");
    }

    @Test
    void aTokenOfOneAccountDoesNotReachTheHostOfAnother() throws Exception {
        try (NetSuiteSimulator other =
                NetSuiteSimulator.builder().accountId("7654321").start()) {
            component.getAccounts().put("other", SimulatedAccount.configuration(other));
            route(route -> route.to(other.suiteTalkUrl() + "/services/rest/record/v1/customer/42"));

            assertThatThrownBy(() -> template.requestBody("direct:start", (Object) null))
                    .hasStackTraceContaining("statusCode: 401");

            assertThat(other.requests()).allSatisfy(request -> assertThat(request.header("Authorization"))
                    .isEmpty());
        }
    }

    @Test
    void aHeaderThatIsNotOursIsLeftAlone() throws Exception {
        route(route ->
                route.setHeader("Authorization").constant("Bearer of-the-shop").to(foreign.url()));

        template.requestBody("direct:start", "x");

        assertThat(foreign.authorizations()).containsExactly("Bearer of-the-shop");
    }

    @Test
    void theGuardCanBeSwitchedOff() throws Exception {
        component.setGuardAuthorization(false);
        route(route -> route.to(foreign.url()));

        template.requestBody("direct:start", "x");

        assertThat(foreign.authorizations()).singleElement().asString().startsWith("Bearer ");
    }

    @Test
    void inALocalRouteTheHeaderIsStillThereForTheCaller() throws Exception {
        route(route -> route.to("mock:end"));
        MockEndpoint end = context.getEndpoint("mock:end", MockEndpoint.class);

        template.requestBody("direct:start", "x");

        assertThat(end.getExchanges()).hasSize(1);
    }

    private static int port(NetSuiteSimulator simulator) {
        return simulator.suiteTalkUrl().getPort();
    }

    private void route(Consumer<ProcessorDefinition<?>> rest) throws Exception {
        addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:auth").process(netsuiteAuth());
                rest.accept(from("direct:start").process(netsuiteAuth()));
            }
        });
    }

    private void addRoutes(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
    }
}
