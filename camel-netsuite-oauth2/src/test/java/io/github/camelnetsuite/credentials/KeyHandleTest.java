package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.security.Security;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that cannot be exported, as a PKCS#11 token gives them. */
@ResourceLock("security providers")
class KeyHandleTest {

    @BeforeAll
    static void plugInTheToken() {
        Security.addProvider(new TokenProvider());
    }

    @AfterAll
    static void unplugTheToken() {
        Security.removeProvider("TestToken");
    }

    @ParameterizedTest
    @EnumSource
    void itsCertificateSaysWhatItIsAndTheKeyProvesThatItBelongsToIt(KeyType type) throws Exception {
        var pair = TestKeys.pair(type);

        var key = SigningKey.of(TokenProvider.handle(pair.getPrivate()), TestKeys.certificate(pair), null, null);

        assertThat(key.algorithm()).isEqualTo(type.defaultAlgorithm());
        assertThat(key.privateKey().getEncoded()).isNull();
        assertThat(SigningKeySource.of(key).current()).isSameAs(key);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_4096")
    void theCertificateOfAnotherKeyIsRefused(KeyType type) {
        var handle = TokenProvider.handle(TestKeys.pair(type).getPrivate());
        for (KeyType other : KeyType.values()) {
            var stranger = TestKeys.certificate(other == type ? TestKeys.otherPair(other) : TestKeys.pair(other));

            assertThatThrownBy(() -> SigningKey.of(handle, stranger, null, null))
                    .isInstanceOf(NetSuiteConfigurationException.class)
                    .hasMessage("The signing key does not belong to the certificate "
                            + SigningCertificate.of(stranger).certificateId()
                            + ". Give the key and the certificate that were made together.");
        }
    }

    @Test
    void withoutACertificateTheAlgorithmHasToBeSet() {
        var handle = TokenProvider.handle(TestKeys.pair(KeyType.P_256).getPrivate());

        assertThat(SigningKey.of(handle, null, "id", SigningAlgorithm.ES256).algorithm())
                .isEqualTo(SigningAlgorithm.ES256);
        assertThatThrownBy(() -> SigningKey.of(handle, null, "id", null))
                .hasMessage(
                        "The signing key is a handle that shows neither its size nor its curve. Give its certificate, or set "
                                + "signatureAlgorithm.");
    }

    @Test
    void anAlgorithmOfTheOtherFamilyIsRefused() {
        var ec = TokenProvider.handle(TestKeys.pair(KeyType.P_256).getPrivate());
        var rsa = TokenProvider.handle(TestKeys.pair(KeyType.RSA_3072).getPrivate());

        assertThatThrownBy(() -> SigningKey.of(ec, null, "id", SigningAlgorithm.PS256))
                .hasMessage(
                        "The signing key is a handle of the kind EC, which cannot sign with signatureAlgorithm PS256. Set it to "
                                + "ES256, ES384 or ES512, whichever is its curve's.");
        assertThatThrownBy(() -> SigningKey.of(rsa, null, "id", SigningAlgorithm.ES256))
                .hasMessage(
                        "The signing key is a handle of the kind RSA, which cannot sign with signatureAlgorithm ES256. Set it "
                                + "to PS256, PS384 or PS512.");
    }

    @Test
    void aKeyThatItsCertificateShowsToBeTooShortIsRefused() {
        var pair = TestKeys.rsa(2048);

        assertThatThrownBy(() ->
                        SigningKey.of(TokenProvider.handle(pair.getPrivate()), TestKeys.certificate(pair), null, null))
                .hasMessageStartingWith("The signing key is an RSA key of 2048 bits.");
    }

    @Test
    void aHandleOfAnUnknownKindIsTakenWhenTheAlgorithmIsSet() {
        var handle = TokenProvider.handle(TestKeys.pair(KeyType.P_256).getPrivate(), "KMS");

        assertThat(new SigningKey(handle, "id", SigningAlgorithm.PS512, null).algorithm())
                .isEqualTo(SigningAlgorithm.PS512);
        assertThat(new SigningKey(handle, "id", SigningAlgorithm.ES256, null).algorithm())
                .isEqualTo(SigningAlgorithm.ES256);
    }

    @Test
    void aHandleWhoseProviderIsNotThereIsRefusedWhenItHasToProveItself() {
        Security.removeProvider("TestToken");
        try {
            var pair = TestKeys.pair(KeyType.P_256);

            assertThatThrownBy(() -> SigningKey.of(
                            TokenProvider.handle(pair.getPrivate()), TestKeys.certificate(pair), null, null))
                    .hasMessage(
                            "The signing key cannot sign with the security providers of this JVM. For a key on a token, check that "
                                    + "its provider is configured and that the token is logged in.");
        } finally {
            Security.addProvider(new TokenProvider());
        }
    }
}
