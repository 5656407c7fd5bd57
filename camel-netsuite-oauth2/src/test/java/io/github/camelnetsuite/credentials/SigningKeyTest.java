package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    private static final Instant EXPIRY = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmThatFitsTheKeySigns(KeyType type) throws Exception {
        var pair = TestKeys.pair(type);
        for (var algorithm : SigningAlgorithm.values()) {
            if (type.fits(algorithm)) {
                var key = SigningKey.of(pair.getPrivate(), TestKeys.certificate(pair), null, algorithm);

                assertThat(key.algorithm()).isEqualTo(algorithm);
                Signatures.assertSigns(key, pair.getPublic());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmThatDoesNotFitTheKeyIsRefused(KeyType type) {
        var key = TestKeys.pair(type).getPrivate();
        for (var algorithm : SigningAlgorithm.values()) {
            if (!type.fits(algorithm)) {
                String fitting = type.rsa()
                        ? "PS256, PS384 or PS512"
                        : type.defaultAlgorithm().jwaName();
                String reason = "is " + type.label() + ", which cannot sign with signatureAlgorithm " + algorithm
                        + ". Set it to " + fitting + ", or leave it out.";

                assertThatThrownBy(() -> SigningKey.of(key, null, "id", algorithm))
                        .hasMessage("The signing key " + reason);
                assertThatThrownBy(() -> new SigningKey(key, "id", algorithm, null))
                        .hasMessage("privateKey " + reason);
            }
        }
    }

    @Test
    void itShowsItsPartsAndHidesTheSecretOne() {
        var privateKey = TestKeys.pair(KeyType.P_256).getPrivate();
        var key = new SigningKey(privateKey, "id", SigningAlgorithm.ES256, EXPIRY);

        assertThat(key.privateKey()).isSameAs(privateKey);
        assertThat(key.certificateId()).isEqualTo("id");
        assertThat(key.expiresAt()).contains(EXPIRY);
        assertThat(key.certificate()).isEmpty();
        assertThat(key.warnings(EXPIRY)).isEmpty();
        assertThat(key).hasToString("SigningKey[ES256, certificate ID id, private key <redacted>]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\nb", "-----BEGIN", "\u00e9", "a\u0000"})
    void whatCannotBeACertificateIdIsRefused(String id) {
        var key = TestKeys.pair(KeyType.P_256).getPrivate();

        assertThatThrownBy(() -> new SigningKey(key, id, SigningAlgorithm.ES256, null))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageMatching(
                        "certificateId [ -~]+ is not a certificate ID\\. Expected the 43 characters NetSuite shows under "
                                + "Setup > Integration > Manage Authentication > OAuth 2\\.0 Client Credentials \\(M2M\\) Setup\\.");
    }

    @Test
    void aPrivateKeyInTheOptionForTheCertificateIdIsRefusedAndNotShown() {
        String pem = Pem.of(TestKeys.pair(KeyType.P_256).getPrivate());
        String body = pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);

        for (String secret : new String[] {pem.strip(), pem.replace("\n", ""), body, body + body}) {
            assertThatThrownBy(() -> read(KeyMaterial.text(pem), null, secret, null))
                    .hasMessage(
                            "certificateId (text in the configuration) (" + secret.length()
                                    + " characters that look like a key or a token, not shown) is not a certificate ID. Expected the 43 "
                                    + "characters NetSuite shows under Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup.");
        }
    }

    @Test
    void anUnusualCertificateIdIsTaken() {
        String pem = Pem.of(TestKeys.pair(KeyType.P_256).getPrivate());

        assertThat(read(KeyMaterial.text(pem), null, " -custom/ID_42 \r\n", null)
                        .certificateId())
                .isEqualTo("-custom/ID_42");
    }

    @Test
    void anEmptyCertificateIdIsRefused() {
        String pem = Pem.of(TestKeys.pair(KeyType.P_256).getPrivate());

        assertThatThrownBy(() -> read(KeyMaterial.text(pem), null, " ", null))
                .hasMessageStartingWith("certificateId (text in the configuration) is empty.");
    }

    @Test
    void anRsaPssKeyWithoutParametersSignsLikeAnyRsaKey() throws Exception {
        var key = read(KeyMaterial.text(pss(null)), null, "id", SigningAlgorithm.PS384);

        assertThat(key.algorithm()).isEqualTo(SigningAlgorithm.PS384);
        Signatures.assertSigns(key, TestKeys.pair(KeyType.RSA_3072).getPublic());
    }

    @Test
    void anRsaPssKeyWithParametersSignsWithItsOwnHashOnly() throws Exception {
        var sha512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512, DERNull.INSTANCE);
        var mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha512);
        String pem = pss(new RSASSAPSSparams(sha512, mask, new ASN1Integer(64), new ASN1Integer(1)));

        assertThat(read(KeyMaterial.text(pem), null, "id", null).algorithm()).isEqualTo(SigningAlgorithm.PS512);
        assertThatThrownBy(() -> read(KeyMaterial.text(pem), null, "id", SigningAlgorithm.PS256))
                .hasMessage(
                        "privateKey (text in the configuration) is RSA 3072, which cannot sign with signatureAlgorithm PS256. "
                                + "Set it to PS512, or leave it out.");
    }

    @Test
    void readingKeysRegistersNoSecurityProvider() throws Exception {
        for (KeyForm form : KeyForm.values()) {
            SigningKeySource.of(form.settings(TestKeys.pair(KeyType.P_256)).build(), Clock.systemUTC())
                    .current();
        }

        assertThat(Security.getProviders()).extracting(Provider::getName).doesNotContain("BC");
    }

    @Test
    void withoutAKeyThereIsNothingToSignWith() {
        assertThatThrownBy(() -> SigningKeySettings.builder().build())
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "No private key is configured. Set privateKey to the text of the key or to file: and its path, or set "
                                + "keyStoreParameters. A command that makes a key and certificate: "
                                + KeyType.P_256.opensslCommand());
    }

    @Test
    void twoPlacesForTheKeyAreOneTooMany() {
        var text = KeyMaterial.text("x");
        assertThatThrownBy(() -> SigningKeySettings.builder()
                        .privateKey(text)
                        .keyStore(new KeyStoreSettings(text, null, null, null, null))
                        .build())
                .hasMessage(
                        "Both privateKey and keyStoreParameters are set. Remove one, so that it is clear which key signs.");
    }

    @Test
    void settingsDoNotPrintTheirSecrets() {
        var settings = SigningKeySettings.builder()
                .privateKey(KeyMaterial.text("the key"))
                .privateKeyPassword("the password")
                .certificateId(KeyMaterial.text("the id"))
                .signatureAlgorithm(SigningAlgorithm.PS256)
                .build();

        assertThat(settings)
                .hasToString(
                        "SigningKeySettings[privateKey text in the configuration, key store null, certificate null, "
                                + "certificateId text in the configuration, signatureAlgorithm PS256, secrets <redacted>]");
        assertThat(KeyMaterial.text("the key")).hasToString("KeyMaterial[text in the configuration]");
        assertThat(KeyMaterial.file(Path.of("k.pem"))).hasToString("KeyMaterial[file:k.pem]");
    }

    @Test
    void intermediateValuesDoNotPrintTheirSecrets() {
        var pair = TestKeys.pair(KeyType.P_256);
        byte[] content = {1, 2, 3};

        assertThat(new LoadedPrivateKey(pair.getPrivate(), null)).hasToString("LoadedPrivateKey[<redacted>]");
        assertThat(new PemBlock("PRIVATE KEY", null, content)).hasToString("PemBlock[PRIVATE KEY, <redacted>]");
        assertThat(KeyReading.of(Map.of(KeyPart.PRIVATE_KEY, KeyMaterial.text("the key"))))
                .hasToString("KeyReading[[PRIVATE_KEY], <redacted>]");
    }

    private static String pss(@Nullable RSASSAPSSparams params) throws Exception {
        var plain = PrivateKeyInfo.getInstance(
                TestKeys.pair(KeyType.RSA_3072).getPrivate().getEncoded());
        var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, params);
        return Pem.block("PRIVATE KEY", new PrivateKeyInfo(algorithm, plain.parsePrivateKey()).getEncoded());
    }

    private static SigningKey read(
            KeyMaterial key, @Nullable String password, String id, @Nullable SigningAlgorithm algorithm) {
        var settings = SigningKeySettings.builder()
                .privateKey(key)
                .privateKeyPassword(password)
                .certificateId(KeyMaterial.text(id))
                .signatureAlgorithm(algorithm)
                .build();
        return SigningKeySource.of(settings, Clock.systemUTC()).current();
    }
}
