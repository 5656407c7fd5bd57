package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over TLS with the real host names, as a client sees them whose resolver leads to loopback. */
@Timeout(60)
class TlsTest {

    private final NetSuiteSimulator simulator =
            NetSuiteSimulator.builder().accountId("1234567_SB1").tls().start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String call(String host, InetSocketAddress address, SSLContext context, String request) throws IOException {
        var plain = new Socket(address.getAddress(), address.getPort());
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, 443, true);
                var client = new RawClient(socket)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return client.exchange(request.replace("HOST", host));
        }
    }

    @Test
    void theUrlsAreTheRealOnes() {
        assertThat(simulator.suiteTalkUrl()).isEqualTo(URI.create("https://1234567-sb1.suitetalk.api.netsuite.com"));
        assertThat(simulator.restletsUrl()).isEqualTo(URI.create("https://1234567-sb1.restlets.api.netsuite.com"));
    }

    @Test
    void bothHostsProveWhoTheyAre() throws IOException {
        SSLContext trusting = simulator.clientSslContext().orElseThrow();
        String request = "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n";

        assertThat(call(simulator.suiteTalkUrl().getHost(), simulator.suiteTalkAddress(), trusting, request))
                .startsWith("HTTP/1.1 404 Not Found");
        assertThat(call(simulator.restletsUrl().getHost(), simulator.restletsAddress(), trusting, request))
                .startsWith("HTTP/1.1 404 Not Found");
    }

    @Test
    void aTokenIsGrantedForTheRealAudience() throws IOException {
        String assertion = new TestAssertion(simulator, simulator.credentials(), "ES256", Instant.now()).text();
        String form = "grant_type=client_credentials&client_assertion_type="
                + Caller.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                + assertion;

        String answer = call(
                simulator.suiteTalkUrl().getHost(),
                simulator.suiteTalkAddress(),
                simulator.clientSslContext().orElseThrow(),
                "POST /services/rest/auth/oauth2/v1/token HTTP/1.1\r\nHost: HOST\r\nContent-Length: " + form.length()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n" + form);

        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("\"access_token\"");
    }

    @Test
    void anotherHostNameIsNotProven() {
        assertThatThrownBy(() -> call(
                        "1234568.suitetalk.api.netsuite.com",
                        simulator.suiteTalkAddress(),
                        simulator.clientSslContext().orElseThrow(),
                        "GET / HTTP/1.1\r\n\r\n"))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void theJvmsOwnTrustDoesNotReachIt() {
        assertThatThrownBy(() -> call(
                        simulator.suiteTalkUrl().getHost(),
                        simulator.suiteTalkAddress(),
                        SSLContext.getDefault(),
                        "GET / HTTP/1.1\r\n\r\n"))
                .isInstanceOf(SSLException.class);
        assertThat(simulator.trustedCertificatePem().orElseThrow()).startsWith("-----BEGIN CERTIFICATE-----");
    }
}
