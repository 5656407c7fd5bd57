package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyType;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Verified by jose4j, which shares no code with the signer. */
class ClientAssertionsTest {

    private static final URI URL =
            URI.create("https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.987Z");

    static Stream<Arguments> everyAlgorithmAndKey() {
        KeyPair rsa3072 = TestKeys.pair(KeyType.RSA_3072);
        KeyPair rsa4096 = TestKeys.pair(KeyType.RSA_4096);
        return Stream.of(
                Arguments.of(SigningAlgorithm.PS256, "RSA 3072", rsa3072),
                Arguments.of(SigningAlgorithm.PS384, "RSA 3072", rsa3072),
                Arguments.of(SigningAlgorithm.PS512, "RSA 3072", rsa3072),
                Arguments.of(SigningAlgorithm.PS256, "RSA 4096", rsa4096),
                Arguments.of(SigningAlgorithm.PS384, "RSA 4096", rsa4096),
                Arguments.of(SigningAlgorithm.PS512, "RSA 4096", rsa4096),
                Arguments.of(SigningAlgorithm.ES256, "P-256", TestKeys.ec("secp256r1")),
                Arguments.of(SigningAlgorithm.ES384, "P-384", TestKeys.ec("secp384r1")),
                Arguments.of(SigningAlgorithm.ES512, "P-521", TestKeys.ec("secp521r1")));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("everyAlgorithmAndKey")
    void anotherJoseImplementationAcceptsTheSignature(SigningAlgorithm algorithm, String kind, KeyPair pair)
            throws JoseException {
        ClientAssertion assertion =
                make(settings(Map.of()), new SigningKey(pair.getPrivate(), "cert-1", algorithm, null));

        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm.name()));
        jws.setCompactSerialization(assertion.value());
        jws.setKey(pair.getPublic());
        assertThat(jws.verifySignature()).isTrue();
    }

    @Test
    void theHeaderHoldsTypAlgAndKidAndNothingElse() {
        JsonNode header = part(make(settings(Map.of()), TestKeys.p256("cert-1")), 0);

        assertThat(header.properties())
                .extracting(Map.Entry::getKey, entry -> entry.getValue().textValue())
                .containsExactlyInAnyOrder(tuple("typ", "JWT"), tuple("alg", "ES256"), tuple("kid", "cert-1"));
    }

    @Test
    void theClaimsAreThoseWePromiseAndNothingElse() {
        JsonNode claims = part(make(settings(Map.of()), TestKeys.p256("cert-1")), 1);

        assertThat(names(claims)).containsExactlyInAnyOrder("iss", "scope", "aud", "iat", "exp", "jti");
        assertThat(claims.get("iss").textValue()).isEqualTo("consumer-key");
        assertThat(claims.get("scope").toString()).isEqualTo("[\"rest_webservices\",\"restlets\"]");
        assertThat(claims.get("aud").textValue()).isEqualTo(URL.toString());
        assertThat(claims.get("iat").toString()).isEqualTo("1772366400");
        assertThat(claims.get("exp").toString()).isEqualTo("1772366700");
        assertThat(UUID.fromString(claims.get("jti").textValue()).version()).isEqualTo(4);
    }

    @Test
    void oneScopeIsStillAnArray() {
        TokenSettings settings = TokenSettings.of(URL, "consumer-key", List.of("restlets"));

        assertThat(part(make(settings, TestKeys.p256("cert-1")), 1).get("scope").toString())
                .isEqualTo("[\"restlets\"]");
    }

    @Test
    void furtherClaimsAreAdded() {
        JsonNode claims = part(make(settings(Map.of("sub", "3;-5", "level", 7)), TestKeys.p256("cert-1")), 1);

        assertThat(names(claims)).containsExactlyInAnyOrder("iss", "scope", "aud", "iat", "exp", "jti", "sub", "level");
        assertThat(claims.get("sub").textValue()).isEqualTo("3;-5");
        assertThat(claims.get("level").intValue()).isEqualTo(7);
    }

    @Test
    void everyAssertionHasAnIdOfItsOwn() {
        assertThat(part(make(settings(Map.of()), TestKeys.p256("c")), 1).get("jti"))
                .isNotEqualTo(
                        part(make(settings(Map.of()), TestKeys.p256("c")), 1).get("jti"));
    }

    @Test
    void theValueTellsWhatItIsWithoutShowingItself() {
        ClientAssertion assertion = make(settings(Map.of()), TestKeys.p256("cert-1"));

        assertThat(assertion)
                .hasToString("ClientAssertion[<redacted>, ES256, certificate ID cert-1, expires 2026-03-01T12:05:00Z]");
        assertThat(assertion.audience()).isEqualTo(URL);
        assertThat(assertion.issuedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(assertion.algorithm()).isEqualTo(SigningAlgorithm.ES256);
    }

    @ParameterizedTest
    @CsvSource({"ES256,secp256r1,64", "ES384,secp384r1,96", "ES512,secp521r1,132"})
    void aSignerThatReturnsDerIsToldSo(SigningAlgorithm algorithm, String curve, int wanted) {
        SigningKey key = new SigningKey(TestKeys.ec(curve).getPrivate(), "cert-1", algorithm, null);
        ClientAssertions assertions = new ClientAssertions(settings(Map.of()), (k, input) -> new byte[70]);

        assertThatThrownBy(() -> assertions.make(key, NOW))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("The signer gave 70 bytes for " + algorithm
                        + " with certificate ID cert-1, where JWS wants "
                        + wanted + ". It probably returned the DER form; convert it to R and S side by side (RFC 7518, "
                        + "section 3.4).");
    }

    private static ClientAssertion make(TokenSettings settings, SigningKey key) {
        return new ClientAssertions(settings, new JcaAssertionSigner()).make(key, NOW);
    }

    private static TokenSettings settings(Map<String, Object> claims) {
        return new TokenSettings(
                URL,
                "consumer-key",
                new LinkedHashSet<>(List.of("rest_webservices", "restlets")),
                Duration.ofMinutes(5),
                claims);
    }

    private static List<String> names(JsonNode json) {
        return json.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode part(ClientAssertion assertion, int index) {
        try {
            return new ObjectMapper()
                    .readTree(Base64.getUrlDecoder().decode(assertion.value().split("\\.", -1)[index]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
