package io.github.camelnetsuite.camel.auth;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.camel.ForeignServer;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.camel.SimulatedAccount;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * NetSuite's own host names over TLS: only name resolution and the trusted certificate authority are the test's, so URLs, audience
 * and host rules are those of production.
 */
@Timeout(60)
class RealHostNamesTest {

    private static final String SUITETALK = "https://1234567.suitetalk.api.netsuite.com";
    private static final String RECORD = SUITETALK + "/services/rest/record/v1/customer/42";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(NetSuiteSimulator.Builder::tls);

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void start() throws Exception {
        HttpComponent https = context.getComponent("https", HttpComponent.class);
        https.setHttpClientConfigurer(RealHostNamesTest::toSimulator);
        https.setFollowRedirects(true);
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(netsuite());
        configuration.setSuiteTalkUrl(null);
        configuration.setRestletsUrl(null);
        context.getComponent("netsuite", NetSuiteComponent.class).setConfiguration(configuration);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:auth").process(netsuiteAuth()).to(RECORD);
                from("direct:following").process(netsuiteAuth()).to(RECORD + "?followRedirects=true");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void theUrlsBuiltFromTheAccountIdAreTheOnesNetSuiteAccepts() {
        assertThat(template.requestBody("netsuite:get:customer/42", (Object) null)
                        .toString())
                .contains("id=42");
        assertThat(netsuite().loginAuditTrail()).hasSize(1);
    }

    @Test
    void theProcessorAuthenticatesAnHttpsEndpoint() {
        assertThat(template.requestBody("direct:auth", null, String.class)).contains("\"id\"");
    }

    @Test
    void aRedirectOfAnApiCallIsAnErrorAndTheTokenStaysHome() throws Exception {
        try (ForeignServer foreign = new ForeignServer()) {
            netsuite().faults().onApi().redirectTo(URI.create(foreign.url() + "/other-data-centre"));

            assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/42", (Object) null))
                    .hasCauseInstanceOf(NetSuiteUnavailableException.class)
                    .cause()
                    .hasMessageContaining("an access token is not sent across a redirect")
                    .hasMessageContaining("suiteTalkUrl");
            assertThat(foreign.authorizations()).isEmpty();
        }
    }

    @Test
    void aRedirectOfTheTokenRequestIsAnErrorAndTheAssertionStaysHome() throws Exception {
        try (ForeignServer foreign = new ForeignServer()) {
            netsuite().faults().onToken().redirectTo(URI.create(foreign.url() + "/elsewhere"));

            assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/42", (Object) null))
                    .hasCauseInstanceOf(NetSuiteUnavailableException.class)
                    .cause()
                    .hasMessageContaining("redirect");
            assertThat(foreign.authorizations()).isEmpty();
        }
    }

    @Test
    void theTokenOfTheProcessorDoesNotCrossARedirectThatCamelHttpFollows() throws Exception {
        try (ForeignServer foreign = new ForeignServer()) {
            netsuite().faults().onApi().redirectTo(URI.create(foreign.url() + "/elsewhere"));

            Exchange answer = template.request("direct:following", exchange -> {});

            // HttpClient follows no redirect to another host with an Authorization header on the request.
            assertThat(answer.getException()).hasMessageContaining("statusCode: 302");
            assertThat(foreign.authorizations()).isEmpty();
        }
    }

    @Test
    void aServerWithoutNetSuitesCertificateGetsNothing() throws Exception {
        context.stop();
        CamelContext untrusting = new DefaultCamelContext();
        untrusting
                .getComponent("https", HttpComponent.class)
                .setHttpClientConfigurer(builder -> resolve(builder, false));
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(netsuite());
        configuration.setSuiteTalkUrl(null);
        untrusting.getComponent("netsuite", NetSuiteComponent.class).setConfiguration(configuration);
        untrusting.start();

        assertThatThrownBy(() ->
                        untrusting.createProducerTemplate().requestBody("netsuite:get:customer/42", (Object) null))
                .hasCauseInstanceOf(NetSuiteUnavailableException.class)
                .cause()
                .hasMessageContaining("is not trusted by this Java");
        assertThat(netsuite().requests()).isEmpty();
        untrusting.close();
    }

    private static void toSimulator(HttpClientBuilder builder) {
        resolve(builder, true);
    }

    private static void resolve(HttpClientBuilder builder, boolean trusting) {
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new LoopbackForNetSuite())
                .setSchemePortResolver(new SimulatorPorts());
        if (trusting) {
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(
                    NETSUITE.simulator().clientSslContext().orElseThrow()));
        }
        builder.setConnectionManager(connections.build());
    }

    private static final class LoopbackForNetSuite implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {
                InetAddress.getByAddress(host, InetAddress.getLoopbackAddress().getAddress())
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class SimulatorPorts implements SchemePortResolver {

        @Override
        public int resolve(HttpHost host) {
            if (host.getHostName().endsWith(".suitetalk.api.netsuite.com")) {
                return NETSUITE.simulator().suiteTalkAddress().getPort();
            }
            if (host.getHostName().endsWith(".restlets.api.netsuite.com")) {
                return NETSUITE.simulator().restletsAddress().getPort();
            }
            return host.getPort();
        }
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
