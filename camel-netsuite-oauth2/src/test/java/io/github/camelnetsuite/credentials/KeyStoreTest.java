package io.github.camelnetsuite.credentials;

import static io.github.camelnetsuite.credentials.TestKeys.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreTest {

    private final KeyPair first = TestKeys.pair(KeyType.P_256);
    private final KeyPair second = TestKeys.pair(KeyType.P_384);

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS", "JCEKS"})
    void keyAndCertificateComeFromTheStore(String type) throws Exception {
        byte[] store = KeyForm.keyStore(type, Map.of("netsuite", first));

        var key = read(store, null, PASSWORD, null, null);

        assertThat(key.certificateId())
                .isEqualTo(key.certificate().orElseThrow().certificateId());
        Signatures.assertSigns(key, first.getPublic());
        assertThat(read(store, type, PASSWORD, null, null).algorithm()).isEqualTo(SigningAlgorithm.ES256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void theAliasChoosesAmongSeveralKeys(String type) throws Exception {
        byte[] store = KeyForm.keyStore(type, Map.of("one", first, "two", second));

        assertThat(read(store, null, PASSWORD, "one", null).algorithm()).isEqualTo(SigningAlgorithm.ES256);
        assertThat(read(store, null, PASSWORD, " TWO\n", null).algorithm()).isEqualTo(SigningAlgorithm.ES384);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void withoutAnAliasThereMustBeOneKey(String type) throws Exception {
        byte[] store = KeyForm.keyStore(type, Map.of("one", first, "two", second));

        assertRefused(store, null, PASSWORD, null, null)
                .hasMessage(
                        "keyStoreParameters (file:store) holds 2 private keys. Set keyAlias to one of them. It holds 'one', "
                                + "'two'.");
        assertRefused(store, null, PASSWORD, "three\n", null)
                .hasMessage(
                        "keyStoreParameters (file:store) has no private key under keyAlias 'three\\u000a'. It holds 'one', "
                                + "'two'.");
    }

    @Test
    void aTrustStoreHoldsNoPrivateKey() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("netsuite", TestKeys.certificate(first));

        assertRefused(bytes(store), null, PASSWORD, null, null)
                .hasMessage(
                        "keyStoreParameters (file:store) holds no private key. Make the store of key and certificate together: "
                                + "openssl pkcs12 -export -inkey auth-key.pem -in auth-cert.pem -out auth.p12");
        assertRefused(bytes(store), null, PASSWORD, "netsuite", null)
                .hasMessage(
                        "keyStoreParameters (file:store) has no private key under keyAlias 'netsuite'. It holds none at all.");
    }

    @Test
    void aSymmetricKeyIsNoPrivateKey() throws Exception {
        var store = KeyStore.getInstance("JCEKS");
        store.load(null, null);
        var secret = new SecretKeySpec(new byte[16], "AES");
        store.setEntry(
                "aes", new KeyStore.SecretKeyEntry(secret), new KeyStore.PasswordProtection(PASSWORD.toCharArray()));

        assertRefused(bytes(store), null, PASSWORD, null, null)
                .hasMessage("keyStoreParameters (file:store) has no private key under the alias 'aes'.");
    }

    @Test
    void theKeyMayHaveAPasswordOfItsOwn() throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry("netsuite", first.getPrivate(), "of the key".toCharArray(), new Certificate[] {
            TestKeys.certificate(first)
        });

        assertThat(read(bytes(store), null, PASSWORD, null, "of the key").algorithm())
                .isEqualTo(SigningAlgorithm.ES256);
        assertThat(read(bytes(store), null, null, null, "of the key").algorithm())
                .as("JKS opens without the store's password")
                .isEqualTo(SigningAlgorithm.ES256);
        assertRefused(bytes(store), null, PASSWORD, null, null)
                .hasMessage(
                        "keyStoreParameters (file:store) opens, but its key 'netsuite' does not: the key password is wrong, or "
                                + "the key is of a kind this JVM does not know.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void anotherStorePasswordIsRefused(String type) throws Exception {
        assertRefused(KeyForm.keyStore(type, Map.of("netsuite", first)), null, "wrong", null, null)
                .hasMessage(
                        "keyStoreParameters (file:store) cannot be opened: the store password is wrong or missing, or the file "
                                + "is damaged. Try it with: keytool -list -keystore the-file");
    }

    @Test
    void aMissingPasswordIsRefused() throws Exception {
        assertRefused(KeyForm.keyStore("PKCS12", Map.of("netsuite", first)), null, null, null, null)
                .hasMessageStartingWith(
                        "keyStoreParameters (file:store) cannot be opened: the store password is wrong or missing");
    }

    @Test
    void aKeyNetSuiteWouldRefuseIsRefused() throws Exception {
        byte[] store = KeyForm.keyStore("PKCS12", Map.of("netsuite", TestKeys.rsa(2048)));

        assertRefused(store, null, PASSWORD, null, null)
                .hasMessageStartingWith("keyStoreParameters (file:store) is an RSA key of 2048 bits.");
    }

    @Test
    void otherFilesAreRefused() {
        assertRefused(Pem.of(first.getPrivate()).getBytes(StandardCharsets.US_ASCII), null, PASSWORD, null, null)
                .hasMessage(
                        "keyStoreParameters (file:store) is neither a PKCS#12 nor a JKS key store. A PEM file goes into the "
                                + "option privateKey.");
        assertRefused(new byte[2], null, PASSWORD, null, null)
                .hasMessage("keyStoreParameters (file:store) is empty or cut off. Copy the whole file again.");
        assertRefused(new byte[] {0x30, 1, 2, 3, 4}, null, PASSWORD, null, null)
                .hasMessageStartingWith("keyStoreParameters (file:store) cannot be opened");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertRefused(new byte[8], "KDBX", PASSWORD, null, null)
                .hasMessage(
                        "keyStoreParameters (file:store) cannot be read: this JVM knows no key store type 'KDBX'. Use PKCS12 or "
                                + "JKS, or leave the type out.");
    }

    @Test
    void aCertificateOfItsOwnCountsMoreThanTheOneInTheStore() throws Exception {
        var renewed = TestKeys.certificate(first);
        var settings = SigningKeySettings.builder()
                .keyStore(store(KeyForm.keyStore("PKCS12", Map.of("netsuite", first)), null, PASSWORD, null, null))
                .certificate(KeyMaterial.text(Pem.of(renewed)))
                .build();

        assertThat(SigningKeySource.of(settings, Clock.systemUTC()).current().certificateId())
                .isEqualTo(SigningCertificate.of(renewed).certificateId());
    }

    @Test
    void aNewStoreIsACandidateAsAWhole() throws Exception {
        var file = new FakeKeyMaterial("file:store", KeyForm.keyStore("PKCS12", Map.of("netsuite", first)));
        var source = SigningKeySource.of(
                SigningKeySettings.builder()
                        .keyStore(new KeyStoreSettings(file, null, PASSWORD, null, null))
                        .build(),
                Clock.systemUTC());
        source.granted(source.current());

        file.becomes(KeyForm.keyStore("PKCS12", Map.of("netsuite", second)));

        assertThat(source.candidate().orElseThrow().algorithm()).isEqualTo(SigningAlgorithm.ES384);
    }

    @Test
    void anOpenStoreGivesItsKeyToo() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(KeyForm.keyStore("PKCS12", Map.of("one", first, "two", second))),
                PASSWORD.toCharArray());

        var key = SigningKey.of(store, "two", PASSWORD, null, null);

        Signatures.assertSigns(key, second.getPublic());
        assertThat(SigningKey.of(store, "two", PASSWORD, "id", null).certificateId())
                .isEqualTo("id");
        assertThatThrownBy(() -> SigningKey.of(store, null, PASSWORD, null, null))
                .hasMessage(
                        "keyStoreParameters holds 2 private keys. Set keyAlias to one of them. It holds 'one', 'two'.");
    }

    @Test
    void passwordsDoNotPrint() {
        assertThat(new KeyStoreSettings(KeyMaterial.text("content"), "JKS", "p1", "alias", "p2"))
                .hasToString(
                        "KeyStoreSettings[text in the configuration, type JKS, alias alias, passwords <redacted>]");
    }

    private static byte[] bytes(KeyStore store) throws Exception {
        var out = new ByteArrayOutputStream();
        store.store(out, PASSWORD.toCharArray());
        return out.toByteArray();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            byte[] content,
            @Nullable String type,
            @Nullable String password,
            @Nullable String alias,
            @Nullable String keyPassword) {
        return assertThatThrownBy(() -> read(content, type, password, alias, keyPassword))
                .isInstanceOf(NetSuiteConfigurationException.class);
    }

    private static SigningKey read(
            byte[] content,
            @Nullable String type,
            @Nullable String password,
            @Nullable String alias,
            @Nullable String keyPassword) {
        var settings = SigningKeySettings.builder()
                .keyStore(store(content, type, password, alias, keyPassword))
                .build();
        return SigningKeySource.of(settings, Clock.systemUTC()).current();
    }

    private static KeyStoreSettings store(
            byte[] content,
            @Nullable String type,
            @Nullable String password,
            @Nullable String alias,
            @Nullable String keyPassword) {
        return new KeyStoreSettings(new FakeKeyMaterial("file:store", content), type, password, alias, keyPassword);
    }
}
