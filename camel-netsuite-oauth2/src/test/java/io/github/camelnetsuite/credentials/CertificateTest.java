package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyWarning.Kind;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {

    private final KeyPair pair = TestKeys.pair(KeyType.P_256);
    private final KeyPair other = TestKeys.pair(KeyType.P_384);
    private final X509Certificate certificate = TestKeys.certificate(pair);
    private final String id = SigningCertificate.of(certificate).certificateId();

    @ParameterizedTest
    @EnumSource
    void theCertificateIdIsItsSha256ThumbprintInBase64url(KeyType type) throws Exception {
        var x509 = TestKeys.certificate(TestKeys.pair(type));
        byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(x509.getEncoded());

        assertThat(SigningCertificate.of(x509).certificateId())
                .hasSize(43)
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint));
    }

    @Test
    void itIsReadAsPemAndAsDer() throws Exception {
        assertThat(read(Pem.of(certificate))).isEqualTo(id);
        assertThat(read(Pem.of(certificate).replace("\n", "\\n"))).isEqualTo(id);
        assertThat(read(certificate.getEncoded())).isEqualTo(id);
        assertThat(read(Pem.block("X509 CERTIFICATE", certificate.getEncoded())))
                .isEqualTo(id);
        assertThat(read("subject=CN = x\n" + Pem.of(certificate))).isEqualTo(id);
    }

    @Test
    void anOpensslTrustedCertificateIsReadWithoutItsTrustSettings() throws Exception {
        byte[] der = certificate.getEncoded();
        byte[] trusted = Arrays.concatenate(der, new byte[] {0x30, 0});

        assertThat(read(Pem.block("TRUSTED CERTIFICATE", trusted))).isEqualTo(id);
    }

    @Test
    void ofSeveralCertificatesTheOneThatBelongsToTheKeyCounts() {
        assertThat(read(Pem.of(TestKeys.certificate(other)) + Pem.of(certificate)))
                .isEqualTo(id);
    }

    @Test
    void anAuthorityInTheChainMayHaveAnyKindOfKey() {
        var authorities = Pem.of(TestKeys.certificate(TestKeys.rsa(2048)))
                + Pem.of(TestKeys.certificate(TestKeys.ec("secp224r1")));

        assertThat(read(authorities + Pem.of(certificate))).isEqualTo(id);
    }

    @Test
    void aBundleOfKeyAndCertificateNeedsNothingElse() {
        var key = key(SigningKeySettings.builder()
                .privateKey(KeyMaterial.text(Pem.of(certificate) + Pem.of(pair.getPrivate()))));

        assertThat(key.certificateId()).isEqualTo(id);
        assertThat(key.expiresAt()).contains(certificate.getNotAfter().toInstant());
    }

    @Test
    void aCertificateOfItsOwnCountsMoreThanTheOneInTheBundle() {
        var renewed = TestKeys.certificate(pair, TestKeys.NOT_BEFORE.plusSeconds(5), Duration.ofDays(30));
        var key = key(SigningKeySettings.builder()
                .privateKey(KeyMaterial.text(Pem.of(certificate) + Pem.of(pair.getPrivate())))
                .certificate(KeyMaterial.text(Pem.of(renewed))));

        assertThat(key.expiresAt()).contains(TestKeys.NOT_BEFORE.plusSeconds(5).plus(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_4096")
    void aCertificateOfAnotherKeyIsRefused(KeyType type) {
        var stranger = TestKeys.certificate(TestKeys.otherPair(type));

        assertThatThrownBy(() -> key(SigningKeySettings.builder()
                        .privateKey(KeyMaterial.text(Pem.of(TestKeys.pair(type).getPrivate())))
                        .certificate(KeyMaterial.text(Pem.of(stranger)))))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("privateKey (text in the configuration) does not belong to the certificate "
                        + SigningCertificate.of(stranger).certificateId()
                        + ". Give the key and the certificate that were made together.");
    }

    @Test
    void aBundleWhoseCertificatesAllBelongToOtherKeysIsRefused() {
        assertThatThrownBy(() -> key(SigningKeySettings.builder()
                        .privateKey(KeyMaterial.text(Pem.of(pair.getPrivate())
                                + Pem.of(TestKeys.certificate(other))
                                + Pem.of(TestKeys.certificate(other))))
                        .certificateId(KeyMaterial.text("id"))))
                .hasMessage(
                        "privateKey (text in the configuration) does not belong to the certificates given with it. Give the key "
                                + "and the certificate that were made together.");
    }

    @Test
    void withoutACertificateTheIdHasToBeGiven() {
        assertThatThrownBy(
                        () -> key(SigningKeySettings.builder().privateKey(KeyMaterial.text(Pem.of(pair.getPrivate())))))
                .hasMessage(
                        "privateKey (text in the configuration) comes without its certificate ID. Set certificateId to the "
                                + "value NetSuite shows under Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup, or set "
                                + "certificate, from which the ID is derived.");
    }

    @Test
    void theConfiguredIdIsUsedAndADifferenceToTheCertificateIsAWarning() {
        var key = SigningKey.of(pair.getPrivate(), certificate, "configured", null);

        assertThat(key.certificateId()).isEqualTo("configured");
        assertThat(key.warnings(TestKeys.NOT_BEFORE))
                .containsExactly(
                        new KeyWarning(
                                Kind.CERTIFICATE_ID_DIFFERS,
                                "certificateId is configured, but the certificate's own ID is " + id
                                        + ". The configured one is used. If "
                                        + "NetSuite refuses the login, remove certificateId, or give the certificate that was uploaded."));
    }

    @Test
    void aCertificateInTimeHasNoWarning() {
        var key = SigningKey.of(pair.getPrivate(), certificate, null, null);

        assertThat(key.warnings(TestKeys.NOT_BEFORE)).isEmpty();
        assertThat(key.warnings(TestKeys.NOT_BEFORE.plus(Duration.ofDays(730)))).isEmpty();
    }

    @Test
    void aCertificateThatIsNotYetValidIsAWarning() {
        assertThat(SigningKey.of(pair.getPrivate(), certificate, null, null)
                        .warnings(TestKeys.NOT_BEFORE.minusSeconds(1)))
                .containsExactly(new KeyWarning(
                        Kind.CERTIFICATE_NOT_YET_VALID,
                        "The certificate " + id
                                + " is valid from 2026-01-01T00:00:00Z only, and it is 2025-12-31T23:59:59Z. "
                                + "Check the clock of this machine, or wait."));
    }

    @Test
    void anExpiredCertificateIsAWarning() {
        assertThat(SigningKey.of(pair.getPrivate(), certificate, null, null)
                        .warnings(Instant.parse("2028-01-01T00:00:01Z")))
                .containsExactly(new KeyWarning(
                        Kind.CERTIFICATE_EXPIRED,
                        "The certificate " + id
                                + " expired at 2028-01-01T00:00:00Z, so NetSuite refuses the login. Make a new key "
                                + "and certificate, upload it under Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup "
                                + "and configure both."));
    }

    @Test
    void aCertificateForTenYearsIsExpectedToEndAfterTwo() {
        var tenYears = TestKeys.certificate(pair, TestKeys.NOT_BEFORE, Duration.ofDays(3650));
        var key = SigningKey.of(pair.getPrivate(), tenYears, null, null);

        assertThat(key.expiresAt()).contains(Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(key.warnings(TestKeys.NOT_BEFORE))
                .extracting(KeyWarning::kind)
                .containsExactly(Kind.CERTIFICATE_VALID_TOO_LONG);
        assertThat(key.warnings(Instant.parse("2028-01-01T00:00:01Z")))
                .containsExactly(new KeyWarning(
                        Kind.CERTIFICATE_EXPIRED,
                        "The certificate " + key.certificateId()
                                + " is older than two years, after which NetSuite ends every "
                                + "certificate, although it is written until 2035-12-30T00:00:00Z. If the login still works, look up "
                                + "its end in NetSuite. Make a new key and certificate, upload it under Setup > Integration > Manage Authentication > OAuth "
                                + "2.0 Client Credentials (M2M) Setup and configure both."));
    }

    @Test
    void twoYearsWithALeapDayAreNotTooLong() {
        var certificate = TestKeys.certificate(pair, TestKeys.NOT_BEFORE, Duration.ofDays(731));

        assertThat(SigningCertificate.of(certificate).tooLong()).isFalse();
        assertThat(SigningCertificate.of(certificate).expiresAt()).isEqualTo(Instant.parse("2028-01-01T00:00:00Z"));
    }

    @Test
    void aCertificateNetSuiteWouldNotTakeIsRefused() {
        assertThatThrownBy(() -> SigningCertificate.of(TestKeys.certificate(TestKeys.rsa(2048))))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "certificate is an RSA key of 2048 bits. NetSuite accepts RSA keys of 3072 or 4096 bits only. Make a "
                                + "new key and certificate: " + KeyType.RSA_4096.opensslCommand());
    }

    @Test
    void aPrivateKeyInsteadOfTheCertificateIsRefused() {
        assertRefused(Pem.of(pair.getPrivate()))
                .hasMessage(
                        "certificate (file:cert.pem) holds 'PRIVATE KEY', not a certificate. Give the file that was uploaded to "
                                + "NetSuite, which starts with -----BEGIN CERTIFICATE-----.");
    }

    @Test
    void aPathWithoutFileInFrontOfItIsRefused() {
        assertRefused("/etc/netsuite/auth-cert.pem")
                .hasMessage("certificate (file:cert.pem) is neither a certificate nor a resource. Did you mean "
                        + "file:/etc/netsuite/auth-cert.pem?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0"})
    void textThatIsNoCertificateIsRefused(String text) {
        assertRefused(text)
                .hasMessageStartingWith("certificate (file:cert.pem) ")
                .hasMessageContaining("certificate");
    }

    @Test
    void aDamagedCertificateIsRefused() throws Exception {
        byte[] damaged = certificate.getEncoded();
        damaged[5] ^= 0x55;

        assertRefused(Pem.block("CERTIFICATE", damaged))
                .hasMessageStartingWith(
                        "certificate (file:cert.pem) cannot be read as an X.509 certificate: it is damaged");
        assertRefused(Pem.block("TRUSTED CERTIFICATE", damaged))
                .hasMessageStartingWith(
                        "certificate (file:cert.pem) cannot be read as an X.509 certificate: it is damaged");
    }

    @Test
    void aWholeTrustStoreIsRefused() {
        assertRefused(Pem.of(certificate).repeat(21))
                .hasMessage(
                        "certificate (file:cert.pem) holds 21 certificates. Leave only the one that was uploaded to NetSuite.");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String text) {
        return assertThatThrownBy(() -> key(SigningKeySettings.builder()
                        .privateKey(KeyMaterial.text(Pem.of(pair.getPrivate())))
                        .certificate(new FakeKeyMaterial("file:cert.pem", text))))
                .isInstanceOf(NetSuiteConfigurationException.class);
    }

    private String read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(byte[] content) {
        return key(SigningKeySettings.builder()
                        .privateKey(KeyMaterial.text(Pem.of(pair.getPrivate())))
                        .certificate(new FakeKeyMaterial("file:cert.pem", content)))
                .certificateId();
    }

    private static SigningKey key(SigningKeySettings.Builder settings) {
        return SigningKeySource.of(settings.build(), Clock.systemUTC()).current();
    }
}
