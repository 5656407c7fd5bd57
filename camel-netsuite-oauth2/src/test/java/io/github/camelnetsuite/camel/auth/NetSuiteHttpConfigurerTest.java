package io.github.camelnetsuite.camel.auth;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteHttp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.camel.AccountUse;
import io.github.camelnetsuite.camel.ForeignServer;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NetSuiteHttpConfigurerTest {

    private static final VirtualClock CLOCK = VirtualClock.at(Instant.parse("2026-11-22T10:00:00Z"));
    private static final String CUSTOMERS = "/services/rest/record/v1/customer";
    private static final String CONFIGURER = "?httpClientConfigurer=#netsuiteHttp";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder.clock(CLOCK));

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private NetSuiteComponent component;

    @BeforeEach
    void start() throws Exception {
        component = SimulatedAccount.configureAt(CLOCK, context, netsuite());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void camelHttpAuthenticatesItselfAndTheMessageCarriesNoToken() {
        Exchange answer = template.request(netsuite().suiteTalkUrl() + CUSTOMERS + "/42" + CONFIGURER, exchange -> {});

        assertThat(answer.getMessage().getBody(String.class)).contains("\"id\"");
        assertThat(answer.getMessage().getHeader("Authorization")).isNull();
        assertThat(answer.getAllProperties().toString()).doesNotContain("Bearer");
    }

    @Test
    void a401IsHealedWithOneRepeatAlsoForAPost() {
        template.requestBody(netsuite().suiteTalkUrl() + CUSTOMERS + "/42" + CONFIGURER, (Object) null);
        CLOCK.advance(Duration.ofMinutes(2));
        netsuite().expireTokens();

        Exchange created = template.request(
                netsuite().suiteTalkUrl() + CUSTOMERS + CONFIGURER,
                exchange -> post(exchange, "{\"companyName\":\"Acme\",\"subsidiary\":{\"id\":\"1\"}}"));

        assertThat(created.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(204);
        assertThat(netsuite().tokenRequests()).isEqualTo(2);
    }

    @Test
    void aStreamThatCannotBeSentTwiceIsNotRepeated() {
        template.requestBody(netsuite().suiteTalkUrl() + CUSTOMERS + "/42" + CONFIGURER, (Object) null);
        CLOCK.advance(Duration.ofMinutes(2));
        netsuite().expireTokens();

        Exchange failed = template.request(
                netsuite().suiteTalkUrl() + CUSTOMERS + CONFIGURER + "&disableStreamCache=true",
                exchange -> post(exchange, new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))));

        assertThat(failed.getException(HttpOperationFailedException.class).getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void theTokenRefusedWithAStreamIsNotUsedAgain() {
        template.requestBody(netsuite().suiteTalkUrl() + CUSTOMERS + "/42" + CONFIGURER, (Object) null);
        CLOCK.advance(Duration.ofMinutes(2));
        netsuite().expireTokens();

        assertThat(postStream("Acme")
                        .getException(HttpOperationFailedException.class)
                        .getStatusCode())
                .isEqualTo(401);

        assertThat(postStream("Acme").getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE))
                .isEqualTo(204);
    }

    private Exchange postStream(String name) {
        String json = "{\"companyName\":\"" + name + "\",\"subsidiary\":{\"id\":\"1\"}}";
        return template.request(
                netsuite().suiteTalkUrl() + CUSTOMERS + CONFIGURER + "&disableStreamCache=true",
                exchange -> post(exchange, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void onAWholeHttpComponentItLeavesTheCallsOfNetsuiteEndpointsAlone() {
        component.getAccounts().put("same", SimulatedAccount.configuration(netsuite()));
        context.getComponent("http", HttpComponent.class)
                .setHttpClientConfigurer(
                        context.getRegistry().lookupByNameAndType("netsuiteHttp", NetSuiteHttpConfigurer.class));

        template.requestBody("netsuite:get:customer/42?account=same", (Object) null);

        assertThat(netsuite().tokenRequests()).isEqualTo(1);
    }

    @Test
    void aPostAnswered503ReachesTheServerOnce() {
        netsuite().faults().onApi().method("POST").status(503, "{}");

        Exchange failed = template.request(
                netsuite().suiteTalkUrl() + CUSTOMERS + CONFIGURER,
                exchange -> post(exchange, "{\"companyName\":\"Acme\"}"));

        assertThat(failed.getException(HttpOperationFailedException.class).getStatusCode())
                .isEqualTo(503);
        assertThat(netsuite().apiRequests()).isEqualTo(1);
    }

    @Test
    void theTokenGoesToNoOtherHost() throws Exception {
        try (ForeignServer foreign = new ForeignServer()) {
            template.requestBody(foreign.url() + CONFIGURER, "x");

            assertThat(foreign.authorizations()).containsExactly("null");
        }
    }

    @Test
    void theTokenDoesNotCrossARedirectEvenWhenCamelIsToldToFollow() throws Exception {
        try (ForeignServer foreign = new ForeignServer()) {
            netsuite().faults().onApi().redirectTo(URI.create(foreign.url() + "/elsewhere"));

            template.request(
                    netsuite().suiteTalkUrl() + CUSTOMERS + "/42" + CONFIGURER + "&followRedirects=true",
                    exchange -> {});

            assertThat(foreign.authorizations()).isEmpty();
        }
    }

    @Test
    void theAccountIsFoundByTheHostCalled() {
        try (NetSuiteSimulator eu =
                NetSuiteSimulator.builder().accountId("7654321").clock(CLOCK).start()) {
            component.getAccounts().put("eu", SimulatedAccount.configuration(eu));

            template.requestBody(eu.suiteTalkUrl() + CUSTOMERS + "/42" + CONFIGURER, (Object) null);

            assertThat(eu.tokenRequests()).isEqualTo(1);
            assertThat(netsuite().tokenRequests()).isZero();
        }
    }

    @Test
    void twoNamedAccountsOnOneHostNeedOneThatSaysWhichIsMeant() {
        try (NetSuiteSimulator shared =
                NetSuiteSimulator.builder().accountId("7654321").clock(CLOCK).start()) {
            component.getAccounts().put("buyer", SimulatedAccount.configuration(shared));
            component.getAccounts().put("seller", SimulatedAccount.configuration(shared));
            String url = shared.suiteTalkUrl() + CUSTOMERS + "/42?httpClientConfigurer=";

            assertThatThrownBy(() -> template.requestBody(url + "#netsuiteHttp", (Object) null))
                    .hasStackTraceContaining(
                            "The accounts [buyer, seller] share the host 127.0.0.1, so netsuiteHttp cannot tell"
                                    + " which is meant. Bind one that says so, such as netsuiteHttp(\"buyer\"), and use it as"
                                    + " httpClientConfigurer.");

            context.getRegistry().bind("netsuiteHttpSeller", netsuiteHttp("seller"));
            assertThat(template.requestBody(url + "#netsuiteHttpSeller", null, String.class))
                    .contains("\"id\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoContextsCannotShareOne(boolean started) throws Exception {
        NetSuiteHttpConfigurer shared = netsuiteHttp();
        context.getRegistry().bind("shared", shared);
        if (started) {
            context.start();
        }

        try (DefaultCamelContext other = new DefaultCamelContext()) {
            assertThatThrownBy(() -> other.getRegistry().bind("shared", shared))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "A netsuiteHttp belongs to one Camel context, and this one is bound in " + context.getName()
                                    + ", which has not stopped: another context would be given the tokens of that one's accounts."
                                    + " Bind one in each, such as"
                                    + " getContext().getRegistry().bind(\"netsuiteHttpEu\", netsuiteHttp(\"eu\")).");
        }
        assertThat(shared.getCamelContext()).isSameAs(context);
    }

    @Test
    void whenItsContextHasStoppedItMayGoToTheNext() throws Exception {
        NetSuiteHttpConfigurer reused = netsuiteHttp();
        context.getRegistry().bind("reused", reused);
        context.start();
        context.stop();

        try (DefaultCamelContext next = new DefaultCamelContext()) {
            SimulatedAccount.configureAt(CLOCK, next, netsuite());
            next.getRegistry().bind("reused", reused);
            next.start();
            String url =
                    netsuite().suiteTalkUrl() + "/services/rest/record/v1/customer/42?httpClientConfigurer=#reused";

            assertThat(next.createProducerTemplate().requestBody(url, null, String.class))
                    .contains("\"id\"");
        }
    }

    @Test
    void onAHostOfTheDefaultAccountTheDefaultWins() {
        component.getAccounts().put("same", SimulatedAccount.configuration(netsuite()));

        try (AccountUse use = component.useOf(netsuite().suiteTalkUrl())) {
            assertThat(use).isNotNull();
            assertThat(use.account()).isSameAs(component.account(null));
        }
    }

    private static void post(Exchange exchange, Object body) {
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(body);
    }

    private NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
