package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangingSigningKeyTest {

    private final KeyPair oldPair = TestKeys.pair(KeyType.P_256);
    private final KeyPair newPair = TestKeys.newPair(KeyType.P_384);
    private final X509Certificate oldX509 = TestKeys.certificate(oldPair);
    private final X509Certificate newX509 = TestKeys.certificate(newPair);
    private final String oldCertificate = Pem.of(oldX509);
    private final String newCertificate = Pem.of(newX509);
    private final String oldId = SigningCertificate.of(oldX509).certificateId();
    private final String newId = SigningCertificate.of(newX509).certificateId();

    private final FakeKeyMaterial keyFile = new FakeKeyMaterial("file:key.pem", Pem.of(oldPair.getPrivate()));
    private final FakeKeyMaterial certificateFile = new FakeKeyMaterial("file:cert.pem", oldCertificate);
    private final FakeKeyMaterial idFile = new FakeKeyMaterial("file:id.txt", "old-id\n");
    private final CapturedLog log = new CapturedLog(ChangingSigningKey.class);
    private final Clock clock = Clock.fixed(TestKeys.NOT_BEFORE.plus(Duration.ofDays(1)), ZoneOffset.UTC);

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void anUnchangedKeyHasNoCandidate() {
        var source = proved(keyAndCertificate());

        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aNewKeyWithItsCertificateIsACandidateAndTheOldOneServesUntilATokenIsGranted() {
        var source = proved(keyAndCertificate());
        var old = source.current();
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        certificateFile.becomes(newCertificate);

        var candidate = source.candidate().orElseThrow();

        assertThat(candidate.certificateId()).isEqualTo(newId);
        assertThat(candidate.algorithm()).isEqualTo(SigningAlgorithm.ES384);
        assertThat(source.candidate()).containsSame(candidate);
        assertThat(source.current()).isSameAs(old);

        source.granted(candidate);

        assertThat(source.current()).isSameAs(candidate);
        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "INFO The signing key has changed; the one with certificate ID " + newId
                                + " is tried at the next token request.",
                        "INFO NetSuite granted a token with the new signing key, certificate ID " + newId
                                + "; it is in use now.");
    }

    @Test
    void aTokenGrantedWithTheOldKeyDoesNotMakeTheCandidateCurrent() {
        var source = proved(keyAndCertificate());
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        certificateFile.becomes(newCertificate);
        source.candidate();

        source.granted(source.current());

        assertThat(source.current().certificateId()).isEqualTo(oldId);
        assertThat(source.candidate()).isPresent();
    }

    @Test
    void aTokenGrantedWithAKeyThatIsNeitherChangesNothing() {
        var source = proved(keyAndCertificate());

        source.granted(SigningKey.of(newPair.getPrivate(), null, "stranger", null));

        assertThat(source.current().certificateId()).isEqualTo(oldId);
    }

    @Test
    void aNewKeyWithoutItsCertificateWaitsAndSaysOnceWhatIsMissing() {
        var source = proved(keyAndCertificate());
        keyFile.becomes(Pem.of(newPair.getPrivate()));

        assertThat(source.candidate()).isEmpty();
        assertThat(source.candidate()).isEmpty();

        assertThat(log.newLines())
                .containsExactly(
                        "WARN privateKey (file:key.pem) has changed, but certificate (file:cert.pem) is still the old "
                                + "one. The signing key with certificate ID " + oldId + " stays in use.");
        certificateFile.becomes(newCertificate);
        assertThat(source.candidate()).isPresent();
    }

    @Test
    void everyFurtherChangeIsReportedAnew() {
        var source = proved(keyAndCertificate());
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        source.candidate();
        keyFile.becomes(Pem.of(TestKeys.newPair(KeyType.P_256).getPrivate()));
        source.candidate();

        assertThat(log.lines())
                .hasSize(2)
                .allMatch(line -> line.contains("certificate (file:cert.pem) is still the old one"));
    }

    @Test
    void aNewCertificateWithoutItsKeyWaitsAndSaysOnceWhatIsMissing() {
        var source = proved(keyAndCertificate());
        certificateFile.becomes(newCertificate);

        assertThat(source.candidate()).isEmpty();
        assertThat(source.candidate()).isEmpty();

        assertThat(log.newLines())
                .containsExactly(
                        "WARN certificate (file:cert.pem) has changed, but privateKey (file:key.pem) is still the old "
                                + "one. The signing key with certificate ID " + oldId + " stays in use.");
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        assertThat(source.candidate()).isPresent();
    }

    @Test
    void aNewKeyAndANewCertificateThatDoNotBelongTogetherAreNotUsed() {
        var source = proved(keyAndCertificate());
        var third = TestKeys.newPair(KeyType.P_256);
        keyFile.becomes(Pem.of(third.getPrivate()));
        certificateFile.becomes(newCertificate);

        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines())
                .containsExactly("WARN privateKey (file:key.pem) does not belong to the certificate " + newId
                        + ". Give the key "
                        + "and the certificate that were made together. The signing key with certificate ID " + oldId
                        + " stays in use.");
    }

    @Test
    void aNewCertificateForTheSameKeyIsACandidate() {
        var source = proved(keyAndCertificate());
        var renewed = TestKeys.certificate(oldPair, TestKeys.NOT_BEFORE.plusSeconds(60), Duration.ofDays(700));
        certificateFile.becomes(Pem.of(renewed));

        assertThat(source.candidate().orElseThrow().certificateId())
                .isEqualTo(SigningCertificate.of(renewed).certificateId());
    }

    @Test
    void aHalfWrittenFileIsReportedAndTheOldKeyServes() {
        var source = proved(keyAndCertificate());
        keyFile.becomes(Pem.of(newPair.getPrivate()).substring(0, 60));

        assertThat(source.candidate()).isEmpty();
        assertThat(source.current().certificateId()).isEqualTo(oldId);
        assertThat(log.newLines())
                .containsExactly(
                        "WARN privateKey (file:key.pem) is cut off: after BEGIN PRIVATE KEY the line '-----END PRIVATE "
                                + "KEY-----' is missing. Copy the whole text, with its first and last line. The signing key with "
                                + "certificate ID " + oldId + " stays in use.");
    }

    @Test
    void anUnreadableFileIsReportedOnceAndTheOldKeyServes() {
        var source = proved(keyAndCertificate());
        keyFile.cannotBeRead();

        assertThat(source.candidate()).isEmpty();
        assertThat(source.candidate()).isEmpty();
        assertThat(source.current().certificateId()).isEqualTo(oldId);
        assertThat(log.newLines())
                .containsExactly(
                        "WARN privateKey (file:key.pem) cannot be read (NoSuchFileException). Check that it exists and "
                                + "that this process may read it. The signing key with certificate ID " + oldId
                                + " stays in use.");

        keyFile.becomes(Pem.of(oldPair.getPrivate()));
        assertThat(source.candidate()).isEmpty();
        keyFile.cannotBeRead();
        assertThat(source.candidate()).isEmpty();
        assertThat(log.newLines()).as("a second loss is a new report").hasSize(1);
    }

    @Test
    void aCandidateIsWithdrawnWhenTheOldFilesComeBack() {
        var source = proved(keyAndCertificate());
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        certificateFile.becomes(newCertificate);
        var candidate = source.candidate().orElseThrow();

        keyFile.becomes(Pem.of(oldPair.getPrivate()));
        certificateFile.becomes(oldCertificate);

        assertThat(source.candidate()).isEmpty();
        source.granted(candidate);
        assertThat(source.current().certificateId()).isEqualTo(oldId);
    }

    @Test
    void theSameKeyWrittenAnewIsNoChange() {
        var source = proved(keyAndCertificate());
        keyFile.becomes(Pem.traditional(oldPair.getPrivate()).replace("\n", "\r\n"));

        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aNewKeyFileAndANewIdFileAreACandidate() {
        var source = proved(keyAndId());
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        idFile.becomes("new-id");

        assertThat(source.candidate().orElseThrow().certificateId()).isEqualTo("new-id");
    }

    @Test
    void aNewKeyFileWithTheOldIdFileWaits() {
        var source = proved(keyAndId());
        keyFile.becomes(Pem.of(newPair.getPrivate()));

        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "WARN privateKey (file:key.pem) has changed, but certificateId (file:id.txt) is still the old "
                                + "one. The signing key with certificate ID old-id stays in use.");
    }

    @Test
    void aNewIdFileWithTheOldKeyFileWaits() {
        var source = proved(keyAndId());
        idFile.becomes("new-id");

        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "WARN certificateId (file:id.txt) has changed, but privateKey (file:key.pem) is still the old "
                                + "one. The signing key with certificate ID old-id stays in use.");
    }

    @Test
    void aChangedKeyWithALiteralCertificateIdIsReportedAndNotUsed() {
        var source = proved(SigningKeySettings.builder()
                .privateKey(keyFile)
                .certificateId(KeyMaterial.text("old-id"))
                .build());
        keyFile.becomes(Pem.of(newPair.getPrivate()));

        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "WARN privateKey (file:key.pem) has changed, but certificateId, which is written in the "
                                + "configuration, still names the old certificate. Set it to the new certificate ID, or give the "
                                + "certificate instead, from which the ID is derived. The signing key with certificate ID old-id stays in "
                                + "use.");
    }

    @Test
    void aChangedPairWithALiteralCertificateIdIsReportedAndNotUsed() {
        var source = proved(all(KeyMaterial.text(oldId)));
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        certificateFile.becomes(newCertificate);

        assertThat(source.candidate()).isEmpty();
        assertThat(log.lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("certificateId, which is written in the configuration");
    }

    @Test
    void aChangedPairWhoseLiteralCertificateIdIsAlreadyTheNewOneIsACandidate() {
        var source = proved(all(KeyMaterial.text(newId)));
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        certificateFile.becomes(newCertificate);

        assertThat(source.candidate().orElseThrow().certificateId()).isEqualTo(newId);
    }

    @Test
    void aRenewedCertificateWithTheOldIdFileWaitsForTheId() {
        idFile.becomes(oldId);
        var source = proved(all(idFile));
        var renewed = TestKeys.certificate(oldPair, TestKeys.NOT_BEFORE.plusSeconds(60), Duration.ofDays(700));
        certificateFile.becomes(Pem.of(renewed));

        assertThat(source.candidate()).isEmpty();
        assertThat(log.newLines())
                .containsExactly(
                        "WARN certificate (file:cert.pem) has changed, but certificateId (file:id.txt) is still the old "
                                + "one. The signing key with certificate ID " + oldId + " stays in use.");
        idFile.becomes(SigningCertificate.of(renewed).certificateId());
        assertThat(source.candidate()).isPresent();
    }

    @Test
    void keyCertificateAndIdThatAreAllNewAreACandidateEvenIfTheIdIsAnother() {
        idFile.becomes(oldId);
        var source = proved(all(idFile));
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        certificateFile.becomes(newCertificate);
        idFile.becomes("another-id");

        assertThat(source.candidate().orElseThrow().certificateId()).isEqualTo("another-id");
        assertThat(log.lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("WARN certificateId is another-id, but the certificate's");
    }

    @Test
    void aWrongIdFileIsCorrectedByTheIdAloneAsLongAsNoTokenWasGranted() {
        var source = unproved(keyAndId());
        idFile.becomes("corrected-id");

        assertThat(source.candidate().orElseThrow().certificateId()).isEqualTo("corrected-id");
    }

    @Test
    void aWrongKeyFileBesideALiteralIdIsCorrectedByTheKeyAloneAsLongAsNoTokenWasGranted() {
        var source = unproved(SigningKeySettings.builder()
                .privateKey(keyFile)
                .certificateId(KeyMaterial.text("right-id"))
                .build());
        keyFile.becomes(Pem.of(newPair.getPrivate()));

        var candidate = source.candidate().orElseThrow();
        source.granted(candidate);

        assertThat(source.current().algorithm()).isEqualTo(SigningAlgorithm.ES384);
        keyFile.becomes(Pem.of(oldPair.getPrivate()));
        assertThat(source.candidate()).as("proved by the grant").isEmpty();
    }

    @Test
    void aKeyThatCannotBeReadAtFirstUseIsAnErrorAndIsReadAgainAtTheNext() {
        keyFile.cannotBeRead();
        var source = SigningKeySource.of(keyAndCertificate(), clock);

        assertThatThrownBy(source::current)
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "privateKey (file:key.pem) cannot be read (NoSuchFileException). Check that it exists and that this "
                                + "process may read it.");
        assertThat(source.candidate()).isEmpty();

        keyFile.becomes(Pem.of(oldPair.getPrivate()));
        assertThat(source.current().certificateId()).isEqualTo(oldId);
    }

    @Test
    void aKeyThatDoesNotBelongToItsCertificateAtFirstUseIsAnError() {
        certificateFile.becomes(newCertificate);

        assertThatThrownBy(() -> SigningKeySource.of(keyAndCertificate(), clock).current())
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("privateKey (file:key.pem) does not belong to the certificate " + newId
                        + ". Give the key and the certificate that were made together.");
    }

    @Test
    void anIdThatIsAlreadyThatOfTheNewCertificateNeedsNoChange() {
        idFile.becomes(newId);
        var source = proved(all(idFile));
        keyFile.becomes(Pem.of(newPair.getPrivate()));
        certificateFile.becomes(newCertificate);

        assertThat(source.candidate().orElseThrow().certificateId()).isEqualTo(newId);
    }

    @Test
    void warningsAboutTheKeyAreLoggedWhenItIsRead() {
        idFile.becomes("configured-id");

        SigningKeySource.of(all(idFile), clock).current();

        assertThat(log.lines())
                .containsExactly("WARN certificateId is configured-id, but the certificate's own ID is " + oldId
                        + ". The configured one is used. If NetSuite refuses the login, remove certificateId, or give the "
                        + "certificate that was uploaded.");
    }

    @Test
    void aKeyForGoodHasNoCandidate() {
        var key = SigningKey.of(oldPair.getPrivate(), null, "id", null);
        var source = SigningKeySource.of(key);
        source.granted(key);

        assertThat(source.current()).isSameAs(key);
        assertThat(source.candidate()).isEmpty();
    }

    private SigningKeySource proved(SigningKeySettings settings) {
        var source = unproved(settings);
        source.granted(source.current());
        return source;
    }

    private SigningKeySource unproved(SigningKeySettings settings) {
        var source = SigningKeySource.of(settings, clock);
        source.current();
        return source;
    }

    private SigningKeySettings keyAndCertificate() {
        return SigningKeySettings.builder()
                .privateKey(keyFile)
                .certificate(certificateFile)
                .build();
    }

    private SigningKeySettings keyAndId() {
        return SigningKeySettings.builder()
                .privateKey(keyFile)
                .certificateId(idFile)
                .build();
    }

    private SigningKeySettings all(KeyMaterial id) {
        return SigningKeySettings.builder()
                .privateKey(keyFile)
                .certificate(certificateFile)
                .certificateId(id)
                .build();
    }
}
