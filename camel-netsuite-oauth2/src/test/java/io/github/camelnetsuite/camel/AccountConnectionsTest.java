package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The options of the account, of the HTTP component and of the context mean what they mean for camel-http. */
@Timeout(60)
class AccountConnectionsTest {

    private static final String KEYS = "/services/rest/auth/oauth2/v1/keys";
    private static final String HOST = "1234567.suitetalk.api.netsuite.com";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(
            builder -> builder.accountId("1234567").tls());

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HttpComponent https = context.getComponent("https", HttpComponent.class);
    private final SSLContextParameters trusting = new Trusting();

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void theAccountsOwnTlsSettingsAreUsed() throws Exception {
        assertThat(statusOf(HOST, Map.of("sslContextParameters", trusting))).isEqualTo(200);
    }

    @Test
    void alsoByReference() throws Exception {
        context.getRegistry().bind("tls", trusting);

        assertThat(statusOf(HOST, Map.of("sslContextParameters", "#tls"))).isEqualTo(200);
    }

    @Test
    void elseThoseOfTheHttpComponent() throws Exception {
        https.setSslContextParameters(trusting);

        assertThat(statusOf(HOST, Map.of())).isEqualTo(200);
    }

    @Test
    void elseTheGlobalOnesIfTheHttpComponentUsesThem() throws Exception {
        context.setSSLContextParameters(trusting);
        assertThatThrownBy(() -> statusOf(HOST, Map.of())).isInstanceOf(SSLException.class);

        https.setUseGlobalSslContextParameters(true);

        assertThat(statusOf(HOST, Map.of())).isEqualTo(200);
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedUnlessTheHttpComponentsVerifierTakesIt() throws Exception {
        https.setSslContextParameters(trusting);
        assertThatThrownBy(() -> statusOf("elsewhere.example", Map.of())).isInstanceOf(SSLException.class);

        https.setX509HostnameVerifier(NoopHostnameVerifier.INSTANCE);

        assertThat(statusOf("elsewhere.example", Map.of())).isEqualTo(200);
    }

    @Test
    void theSizesOfThePoolAreThoseOfTheAccount() throws Exception {
        Map<String, Object> options = Map.of("maxTotalConnections", "7", "connectionsPerRoute", 3);

        try (var connections =
                (PoolingHttpClientConnectionManager) new AccountConnections(context, https, options).open()) {
            assertThat(connections).isNotNull();
            assertThat(connections.getMaxTotal()).isEqualTo(7);
            assertThat(connections.getDefaultMaxPerRoute()).isEqualTo(3);
        }
    }

    @Test
    void aConnectionIsNotUsedBeyondItsTimeToLive() throws Exception {
        assertThat(connectionsOfTwoRequests(Map.of())).isEqualTo(1);
        assertThat(connectionsOfTwoRequests(Map.of("connectionTimeToLive", "1")))
                .isEqualTo(2);
    }

    @Test
    void connectionsThatTheHttpComponentSharesAreLeftToIt() throws Exception {
        try (var shared = PoolingHttpClientConnectionManagerBuilder.create().build()) {
            https.setClientConnectionManager(shared);

            assertThat(new AccountConnections(context, https, Map.of()).open()).isNull();
        }
    }

    private int statusOf(String host, Map<String, Object> options) throws Exception {
        var address = NETSUITE.simulator().suiteTalkAddress();
        HttpHost target = new HttpHost("https", InetAddress.getLoopbackAddress(), host, address.getPort());
        try (CloseableHttpClient client = client(options)) {
            return client.execute(target, new HttpGet(KEYS), answer -> {
                EntityUtils.consume(answer.getEntity());
                return answer.getCode();
            });
        }
    }

    /** Tells connections apart by the port they come from; the second request is 20 ms after the first. */
    private int connectionsOfTwoRequests(Map<String, Object> options) throws Exception {
        Set<Integer> ports = new HashSet<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        HttpGet request = new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (CloseableHttpClient client = client(options)) {
            client.execute(request, HttpResponse::getCode);
            long before = System.nanoTime();
            await().dontCatchUncaughtExceptions().until(() -> System.nanoTime() - before > 20_000_000);
            client.execute(request, HttpResponse::getCode);
        } finally {
            server.stop(0);
        }
        return ports.size();
    }

    private CloseableHttpClient client(Map<String, Object> options) throws Exception {
        return HttpClients.custom()
                .setConnectionManager(new AccountConnections(context, https, options).open())
                .build();
    }

    /** Stands for the context that trusts the simulator. */
    private static final class Trusting extends SSLContextParameters {

        @Override
        public SSLContext createSSLContext(CamelContext context) {
            return NETSUITE.simulator().clientSslContext().orElseThrow();
        }
    }
}
