package io.github.camelnetsuite.credentials;

import static io.github.camelnetsuite.credentials.TestKeys.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever bytes arrive, the answer is a key or a refusal that names the setting; the same bytes in each run. */
@Timeout(120)
class DamagedKeyMaterialTest {

    private static final int TRIES = 300;

    private final Random random = new Random(20260101);
    private final KeyPair pair = TestKeys.pair(KeyType.P_256);
    private int refused;

    @ParameterizedTest
    @EnumSource(names = {"PKCS8", "PKCS1_OR_SEC1", "PKCS1_OR_SEC1_ENCRYPTED_AES", "PKCS8_DER", "PKCS1_OR_SEC1_DER"})
    void aDamagedPrivateKeyIsRefusedOrStillAKey(KeyForm form) throws Exception {
        byte[] whole = form.write(pair);
        for (int i = 0; i < TRIES; i++) {
            attempt(SigningKeySettings.builder()
                    .privateKey(new FakeKeyMaterial("file:key", damaged(whole)))
                    .privateKeyPassword(PASSWORD)
                    .certificateId(KeyMaterial.text("id")));
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"P_256", "RSA_3072"})
    void theDerInsideAPemBlockMayBeDamagedAnywhere(KeyType type) {
        byte[] whole = TestKeys.pair(type).getPrivate().getEncoded();
        for (int i = 0; i < TRIES; i++) {
            String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(damaged(whole))
                    + "\n-----END PRIVATE KEY-----";
            attempt(SigningKeySettings.builder()
                    .privateKey(new FakeKeyMaterial("file:key", pem.getBytes(StandardCharsets.US_ASCII)))
                    .certificateId(KeyMaterial.text("id")));
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"P_256", "RSA_3072"})
    void aDamagedCertificateIsRefusedOrStillACertificate(KeyType type) throws Exception {
        var rightful = TestKeys.pair(type);
        byte[] whole = TestKeys.certificate(rightful).getEncoded();
        for (int i = 0; i < TRIES; i++) {
            attempt(SigningKeySettings.builder()
                    .privateKey(KeyMaterial.text(Pem.of(rightful.getPrivate())))
                    .certificate(new FakeKeyMaterial("file:cert", damaged(whole))));
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = "JKS")
    void aDamagedKeyStoreIsRefused(KeyForm form) throws Exception {
        byte[] whole = form.write(pair);
        for (int i = 0; i < TRIES; i++) {
            attempt(SigningKeySettings.builder()
                    .keyStore(new KeyStoreSettings(
                            new FakeKeyMaterial("file:store", damaged(whole)), null, PASSWORD, null, null)));
        }
        assertThat(refused).isEqualTo(TRIES);
    }

    private void attempt(SigningKeySettings.Builder settings) {
        try {
            assertThat(SigningKeySource.of(settings.build(), Clock.systemUTC()).current())
                    .isNotNull();
        } catch (NetSuiteConfigurationException e) {
            refused++;
            assertThat(e.getMessage()).matches("(privateKey|certificate|keyStoreParameters) [ -~]+");
        }
    }

    /** A few bytes changed, or the end cut off. */
    private byte[] damaged(byte[] whole) {
        byte[] copy = whole.clone();
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(copy, random.nextInt(copy.length));
        }
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return copy;
    }
}
