package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import io.github.camelnetsuite.token.ClientAssertion;
import io.github.camelnetsuite.token.ClientAssertions;
import io.github.camelnetsuite.token.HttpTokenEndpoint;
import io.github.camelnetsuite.token.JcaAssertionSigner;
import io.github.camelnetsuite.token.TokenAnswer;
import io.github.camelnetsuite.token.TokenSettings;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever form a key is kept in, and whatever algorithm fits it: the simulator and another JOSE library accept what it signs. */
@Timeout(120)
class EveryKeyFormSignsTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension().keepingState();

    private static final CloseableHttpClient CLIENT = HttpClients.createDefault();

    private static final Map<KeyType, String> IDS = new EnumMap<>(KeyType.class);

    @BeforeAll
    static void upload() {
        for (KeyType type : KeyType.values()) {
            IDS.put(type, netsuite().uploadCertificate(Pem.of(TestKeys.certificate(TestKeys.pair(type)))));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        CLIENT.close();
    }

    static Stream<Arguments> everyFormOfEveryKey() {
        return Arrays.stream(KeyForm.values())
                .flatMap(form -> Arrays.stream(KeyType.values()).map(type -> Arguments.of(form, type)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("everyFormOfEveryKey")
    void theSimulatorAndAnotherLibraryAcceptTheAssertion(KeyForm form, KeyType type) throws Exception {
        KeyPair pair = TestKeys.pair(type);

        for (SigningAlgorithm algorithm : algorithms(type)) {
            SigningKey key = SigningKeySource.of(
                            form.settings(pair)
                                    .certificate(null)
                                    .certificateId(KeyMaterial.text(IDS.getOrDefault(type, "")))
                                    .signatureAlgorithm(algorithm)
                                    .build(),
                            Clock.systemUTC())
                    .current();
            ClientAssertion assertion =
                    new ClientAssertions(settings(), new JcaAssertionSigner()).make(key, Instant.now());

            assertThat(new HttpTokenEndpoint(CLIENT, Duration.ofSeconds(30)).request(assertion))
                    .isInstanceOf(TokenAnswer.Granted.class);
            JsonWebSignature other = new JsonWebSignature();
            other.setCompactSerialization(assertion.value());
            other.setKey(pair.getPublic());
            assertThat(other.verifySignature())
                    .as("jose4j verifies " + algorithm)
                    .isTrue();
            assertThat(other.getAlgorithmHeaderValue()).isEqualTo(algorithm.name());
        }
    }

    private static List<SigningAlgorithm> algorithms(KeyType type) {
        return switch (type) {
            case RSA_3072, RSA_4096 -> List.of(SigningAlgorithm.PS256, SigningAlgorithm.PS384, SigningAlgorithm.PS512);
            case P_256 -> List.of(SigningAlgorithm.ES256);
            case P_384 -> List.of(SigningAlgorithm.ES384);
            case P_521 -> List.of(SigningAlgorithm.ES512);
        };
    }

    private static TokenSettings settings() {
        return TokenSettings.of(
                netsuite().suiteTalkUrl().resolve("/services/rest/auth/oauth2/v1/token"),
                netsuite().consumerKey(),
                TokenSettings.DEFAULT_SCOPES);
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
