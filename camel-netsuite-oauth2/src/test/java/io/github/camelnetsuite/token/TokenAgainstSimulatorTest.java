package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySource;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.VirtualClock;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What NetSuite refuses, the simulator refuses; it shares no code with the signer. */
@Timeout(120)
class TokenAgainstSimulatorTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final NetSuiteSimulator netSuite = NETSUITE.simulator();
    private final CloseableHttpClient client = HttpClients.createDefault();

    @AfterEach
    void stop() throws IOException {
        client.close();
    }

    static Stream<Arguments> everyKeyKind() {
        List<SigningAlgorithm> rsa = List.of(SigningAlgorithm.PS256, SigningAlgorithm.PS384, SigningAlgorithm.PS512);
        return Stream.of(
                Arguments.of(KeyKind.RSA_3072, rsa),
                Arguments.of(KeyKind.RSA_4096, rsa),
                Arguments.of(KeyKind.P_256, List.of(SigningAlgorithm.ES256)),
                Arguments.of(KeyKind.P_384, List.of(SigningAlgorithm.ES384)),
                Arguments.of(KeyKind.P_521, List.of(SigningAlgorithm.ES512)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("everyKeyKind")
    void aTokenIsGrantedForEveryKeyWithEveryAlgorithmThatFits(KeyKind kind, List<SigningAlgorithm> algorithms) {
        Credentials credentials = netSuite.newCredentials(kind);

        for (SigningAlgorithm algorithm : algorithms) {
            AccessToken token = tokens(credentials, key(credentials, algorithm)).get();

            assertThat(Duration.between(token.obtainedAt(), token.expiresAt())).isEqualTo(Duration.ofHours(1));
        }
        assertThat(netSuite.tokenRequests()).isEqualTo(algorithms.size());
    }

    @Test
    void aRevokedCertificateIsRefusedForGood() {
        Credentials credentials = netSuite.newCredentials(KeyKind.P_256);
        netSuite.revokeCertificate(credentials.certificateId());

        NetSuiteException failure =
                RefreshFailureTest.failureOf(tokens(credentials, key(credentials, SigningAlgorithm.ES256)));

        assertThat(failure).isInstanceOf(NetSuiteAccessException.class);
        assertThat(failure.errorCode()).contains("invalid_client");
    }

    @Test
    void anUntickedScopeIsRefusedForGood() {
        Credentials credentials = netSuite.credentials();
        netSuite.settings().scopes("restlets");

        NetSuiteException failure =
                RefreshFailureTest.failureOf(tokens(credentials, key(credentials, SigningAlgorithm.ES256)));

        assertThat(failure).isInstanceOf(NetSuiteAccessException.class);
    }

    @Test
    void aMaintenancePagePasses() {
        Credentials credentials = netSuite.credentials();
        RefreshAheadTokens tokens = tokens(credentials, key(credentials, SigningAlgorithm.ES256));
        netSuite.faults().onToken().once().html(200);

        assertThat(RefreshFailureTest.failureOf(tokens)).isInstanceOf(NetSuiteUnavailableException.class);

        assertThat(tokens.get().value()).isNotEmpty();
    }

    @Test
    void aClockThatIsFiveMinutesSlowIsMadeUpFor() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        try (NetSuiteSimulator there =
                NetSuiteSimulator.builder().clock(VirtualClock.at(now)).start()) {
            Credentials credentials = there.credentials();
            RefreshAheadTokens tokens = builder(there, credentials, key(credentials, SigningAlgorithm.ES256))
                    .clock(Clock.fixed(now.minus(Duration.ofMinutes(5)), ZoneOffset.UTC))
                    .build();

            assertThat(tokens.get().value()).isNotEmpty();

            assertThat(tokens.status().clockCorrected()).isTrue();
            assertThat(tokens.status().clockOffset()).isEqualTo(Duration.ofMinutes(5));
            assertThat(tokens.assertion().issuedAt()).isEqualTo(now);
        }
    }

    private RefreshAheadTokens tokens(Credentials credentials, SigningKey key) {
        return builder(netSuite, credentials, key).build();
    }

    private RefreshAheadTokens.Builder builder(NetSuiteSimulator at, Credentials credentials, SigningKey key) {
        URI tokenUrl = at.suiteTalkUrl().resolve("/services/rest/auth/oauth2/v1/token");
        TokenSettings settings = TokenSettings.of(tokenUrl, credentials.consumerKey(), TokenSettings.DEFAULT_SCOPES);
        TokenEndpoint endpoint = new HttpTokenEndpoint(client, Duration.ofSeconds(20));
        return RefreshAheadTokens.builder(settings, SigningKeySource.of(key), endpoint, Runnable::run);
    }

    private static SigningKey key(Credentials credentials, SigningAlgorithm algorithm) {
        String base64 = credentials.privateKeyPem().replaceAll("-----[^-]+-----|\\s", "");
        try {
            PrivateKey key = KeyFactory.getInstance(algorithm.name().startsWith("PS") ? "RSA" : "EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new SigningKey(key, credentials.certificateId(), algorithm, null);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
