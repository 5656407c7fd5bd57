package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With NetSuite's real host names, which lead to loopback here. */
@Timeout(60)
class OverTlsTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(
            builder -> builder.accountId("1234567_SB1").tls());

    @Test
    void theProtocolAndWhoIssuedTheServersCertificateAreShown() throws IOException {
        CheckReport report = run(NETSUITE.simulator().clientSslContext().orElseThrow());
        assertThat(report.passed()).isTrue();
        assertThat(report.finding(CheckStep.ACCOUNT))
                .extracting(Finding::seen, Finding::meaning)
                .containsExactly(
                        "1234567_SB1 (sandbox) at https://1234567-sb1.suitetalk.api.netsuite.com and "
                                + "https://1234567-sb1.restlets.api.netsuite.com.",
                        "Each refresh of a sandbox wipes its certificates; they must be uploaded again then.");
        assertThat(report.finding(CheckStep.CONNECTION).seen())
                .isEqualTo(
                        "1234567-sb1.suitetalk.api.netsuite.com answered HTTP 200 over TLSv1.3, certificate issued by "
                                + "CN=NetSuite simulator test authority.");
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamedAndNothingIsSent() throws IOException, NoSuchAlgorithmException {
        CheckReport report = run(SSLContext.getDefault());
        assertThat(report.firstFailure().orElseThrow())
                .extracting(Finding::step, Finding::seen)
                .containsExactly(
                        CheckStep.CONNECTION,
                        "The TLS certificate of 1234567-sb1.suitetalk.api.netsuite.com is not trusted by this Java.");
        assertThat(NETSUITE.simulator().requests()).isEmpty();
    }

    private static CheckReport run(SSLContext tls) throws IOException {
        NetSuiteSimulator netSuite = NETSUITE.simulator();
        Credentials credentials = netSuite.credentials();
        CheckSettings settings = CheckSettings.builder()
                .accountId("1234567-sb1")
                .consumerKey(credentials.consumerKey())
                .certificateId(credentials.certificateId())
                .privateKey(KeyMaterial.text(credentials.privateKeyPem()))
                .timeout(Duration.ofSeconds(10))
                .build();
        HostLookup loopback = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        try (CloseableHttpClient http = client(netSuite, tls)) {
            return NetSuiteCheck.of(settings, http, Clock.systemUTC(), loopback).run();
        }
    }

    private static CloseableHttpClient client(NetSuiteSimulator netSuite, SSLContext tls) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setSchemePortResolver(host -> netSuite.suiteTalkAddress().getPort())
                .setDnsResolver(new SystemDefaultDnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        return new InetAddress[] {InetAddress.getLoopbackAddress()};
                    }
                })
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }
}
