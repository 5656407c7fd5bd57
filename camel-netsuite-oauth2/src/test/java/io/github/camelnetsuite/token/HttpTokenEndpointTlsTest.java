package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.TestKeys;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTokenEndpointTlsTest {

    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nDate: Sun, 01 Mar 2026 12:00:00 GMT\r\nContent-Length: 23\r\n"
                    + "Connection: close\r\n\r\n{\"access_token\":\"abcd\"}";
    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

    @Test
    void aTrustedServerIsHeard() throws Exception {
        try (TlsServer server = new TlsServer("localhost", tomorrow, ANSWER)) {
            TokenAnswer answer = ask(server, server.trusting());

            assertThat(answer)
                    .isEqualTo(new TokenAnswer.Granted(
                            "abcd", Duration.ofHours(1), Instant.parse("2026-03-01T12:00:00Z")));
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsNamedWithTheNextStep() throws Exception {
        try (TlsServer server = new TlsServer("localhost", tomorrow, ANSWER)) {
            assertThat(seen(ask(server, SSLContext.getDefault())))
                    .isEqualTo(
                            "No answer to the token request. The TLS certificate of localhost is not trusted by this Java. A proxy that breaks TLS"
                                    + " open is likely: add its CA with http[sslContextParameters], use useGlobalSslContextParameters,"
                                    + " or add it to the trust store of this Java (javax.net.ssl.trustStore).");
        }
    }

    @Test
    void aCertificateForAnotherHostIsNamedWithTheNextStep() throws Exception {
        try (TlsServer server = new TlsServer("elsewhere.example", tomorrow, ANSWER)) {
            assertThat(seen(ask(server, server.trusting())))
                    .isEqualTo(
                            "No answer to the token request. The TLS certificate of localhost was made for another host name. Check suiteTalkUrl, and whether "
                                    + "a proxy breaks TLS open.");
        }
    }

    @Test
    void anExpiredCertificateMayMeanThatTheClockIsWrong() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (TlsServer server = new TlsServer("localhost", yesterday, ANSWER)) {
            assertThat(seen(ask(server, server.trusting())))
                    .isEqualTo(
                            "No answer to the token request. The TLS certificate of localhost is not valid at this machine's time. Set the clock; if it is "
                                    + "right, a proxy shows an old certificate.");
        }
    }

    private static TokenAnswer ask(TlsServer server, SSLContext context) throws IOException {
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(context)
                                .buildClassic())
                        .build())
                .build()) {
            TokenSettings settings = TokenSettings.of(server.url(), "consumer", List.of("restlets"));
            return new HttpTokenEndpoint(client, Duration.ofSeconds(10))
                    .request(new ClientAssertions(settings, new JcaAssertionSigner())
                            .make(TestKeys.p256("cert-1"), Instant.now()));
        }
    }

    private static String seen(TokenAnswer answer) {
        return ((TokenAnswer.Failed) answer).seen();
    }
}
