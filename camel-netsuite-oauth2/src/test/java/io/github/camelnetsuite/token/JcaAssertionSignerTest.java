package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyType;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Security;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JcaAssertionSignerTest {

    private static final byte[] INPUT = "header.claims".getBytes(StandardCharsets.US_ASCII);
    private static final KeyPair EC = TestKeys.ec("secp256r1");
    private static final KeyPair RSA = TestKeys.pair(KeyType.RSA_3072);

    @Test
    void aHandleOfAProviderSignsWithEcdsaThoughItCannotBeExported() throws GeneralSecurityException {
        SigningKey key = new SigningKey(HandleProvider.handle(EC.getPrivate()), "cert-1", SigningAlgorithm.ES256, null);
        assertThat(key.privateKey().getEncoded()).isNull();

        byte[] signature = new JcaAssertionSigner(new HandleProvider()).sign(key, INPUT);

        assertThat(signature).hasSize(64);
        assertThat(verifies("SHA256withECDSAinP1363Format", EC, signature)).isTrue();
    }

    @Test
    void aHandleOfAProviderSignsWithPssThoughItCannotBeExported() throws GeneralSecurityException {
        SigningKey key =
                new SigningKey(HandleProvider.handle(RSA.getPrivate()), "cert-1", SigningAlgorithm.PS256, null);

        byte[] signature = new JcaAssertionSigner(new HandleProvider()).sign(key, INPUT);

        assertThat(verifies("RSASSA-PSS", RSA, signature)).isTrue();
    }

    @Test
    void anInstalledProviderIsFoundByItsKey() throws GeneralSecurityException {
        HandleProvider provider = new HandleProvider();
        Security.addProvider(provider);
        try {
            SigningKey key =
                    new SigningKey(HandleProvider.handle(EC.getPrivate()), "cert-1", SigningAlgorithm.ES256, null);

            assertThat(verifies("SHA256withECDSAinP1363Format", EC, new JcaAssertionSigner().sign(key, INPUT)))
                    .isTrue();
        } finally {
            Security.removeProvider(provider.getName());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SigningAlgorithm.class,
            names = {"PS256", "ES256"})
    void anotherProviderCanBeChosen(SigningAlgorithm algorithm) throws GeneralSecurityException {
        KeyPair pair = algorithm == SigningAlgorithm.PS256 ? RSA : EC;
        SigningKey key = new SigningKey(pair.getPrivate(), "cert-1", algorithm, null);

        byte[] signature = new JcaAssertionSigner(new BouncyCastleProvider()).sign(key, INPUT);

        String name = algorithm == SigningAlgorithm.PS256 ? "RSASSA-PSS" : "SHA256withECDSAinP1363Format";
        assertThat(verifies(name, pair, signature)).isTrue();
    }

    @Test
    void aHandleWithoutItsProviderIsAConfigurationError() {
        SigningKey key = new SigningKey(HandleProvider.handle(EC.getPrivate()), "cert-1", SigningAlgorithm.ES256, null);

        assertThatThrownBy(() -> new JcaAssertionSigner().sign(key, INPUT))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "The private key of certificate ID cert-1 cannot sign with ES256: the key is of another kind, or its "
                                + "token or key service did not do it (see the cause). Check that signatureAlgorithm fits the key, and "
                                + "that the provider is installed and logged in.");
    }

    @Test
    void theProviderAskedIsNamedWhenItCannotUseTheKey() {
        SigningKey key = new SigningKey(HandleProvider.handle(EC.getPrivate()), "cert-1", SigningAlgorithm.ES256, null);

        assertThatThrownBy(() -> new JcaAssertionSigner(Security.getProvider("SunEC")).sign(key, INPUT))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageStartingWith(
                        "The private key of certificate ID cert-1 cannot sign with ES256 by the provider SunEC: ");
    }

    private static boolean verifies(String name, KeyPair pair, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(name);
        verifier.initVerify(pair.getPublic());
        if (name.equals("RSASSA-PSS")) {
            verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        verifier.update(INPUT);
        return verifier.verify(signature);
    }
}
