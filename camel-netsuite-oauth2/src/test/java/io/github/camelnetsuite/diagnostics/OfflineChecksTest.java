package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.SecretLedger;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OfflineChecksTest {

    private static final CheckBench BENCH = new CheckBench();

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = BENCH.extension();

    @Test
    void missingSettingsAreNamedAndNothingIsSent() {
        CheckReport report = BENCH.run(CheckSettings.builder().accountId(" "));
        assertThat(report.finding(CheckStep.SETTINGS).seen())
                .isEqualTo("Not set: accountId, consumerKey, certificateId (or certificate), privateKey.");
        assertThat(report.finding(CheckStep.SETTINGS).action())
                .isEqualTo(
                        "Set accountId as Company Information shows it; consumerKey from the integration record; certificateId"
                                + " from the client credentials page, or certificate as the text of the PEM file or as file: and its"
                                + " path; privateKey as the text of the PEM file, or as file: and its path.");
        assertThat(report.finding(CheckStep.SIGNING_KEY).seen()).isEqualTo("privateKey is not set.");
        assertThat(report.finding(CheckStep.CERTIFICATE_ID).seen())
                .isEqualTo(
                        "certificateId is not set, and without a usable private key it is not derived from a certificate.");
        assertThat(report.findings()).extracting(Finding::level).containsOnly(Level.FAIL, Level.SKIPPED);
        assertThat(BENCH.netSuite().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"foo, HINT", "ACCT_1, HINT", "1234567, OK", "1234567-sb2, OK", "tstdrv99, OK", "1234567_RP, OK"})
    void anUnusualAccountIdIsAHintAndNeverRefused(String accountId, Level level) {
        CheckReport report = BENCH.run(settings -> settings.accountId(accountId));
        assertThat(report.finding(CheckStep.ACCOUNT).level()).isEqualTo(level);
        assertThat(report.finding(CheckStep.TOKEN).level()).isEqualTo(Level.OK);
    }

    @Test
    void withoutAUsableKeyTheCertificateIdIsStillLookedAtByItsForm() {
        CheckReport odd = BENCH.run(settings ->
                settings.privateKey(KeyMaterial.text("auth-key.pem")).certificateId("a".repeat(42)));
        assertThat(odd.firstFailure().orElseThrow().seen())
                .isEqualTo(
                        "privateKey (text in the configuration) is neither a private key nor a resource. Did you mean"
                                + " file:auth-key.pem?");
        assertThat(odd.finding(CheckStep.CERTIFICATE_ID).level()).isEqualTo(Level.HINT);

        CheckReport right = BENCH.run(BENCH.settingsWithCertificate().privateKey(KeyMaterial.text("auth-key.pem")));
        assertThat(right.finding(CheckStep.CERTIFICATE_ID).level()).isEqualTo(Level.OK);
        assertThat(right.finding(CheckStep.CERTIFICATE))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(
                        Level.SKIPPED,
                        "There is no usable private key, so it cannot be told whether the certificate belongs to it.");
        assertThat(right.finding(CheckStep.CERTIFICATE_DATES).seen())
                .isEqualTo("The certificate was not taken, as said above; NetSuite shows its expiry as Valid Until.");
    }

    @Test
    void anAccountIdThatLeadsElsewhereIsRefusedBeforeAnythingIsSent() {
        CheckReport report = BENCH.run(settings -> settings.accountId("x.evil.example/"));
        assertThat(report.finding(CheckStep.ACCOUNT).level()).isEqualTo(Level.FAIL);
        assertThat(report.finding(CheckStep.ACCOUNT).seen())
                .startsWith("accountId 'x.evil.example/' is not an account ID.");
        assertThat(report.finding(CheckStep.TOKEN).level()).isEqualTo(Level.SKIPPED);
        assertThat(BENCH.netSuite().requests()).isEmpty();
    }

    @Test
    void aKeyOf2048BitsIsRefusedWithTheReason() {
        CheckReport report = BENCH.run(settings -> settings.privateKey(KeyMaterial.text(rsa2048())));
        assertThat(report.firstFailure().orElseThrow().step()).isEqualTo(CheckStep.SIGNING_KEY);
        assertThat(report.finding(CheckStep.SIGNING_KEY).seen())
                .contains("is an RSA key of 2048 bits. NetSuite accepts RSA keys of 3072 or 4096 bits only.");
        assertThat(report.finding(CheckStep.CONNECTION).level()).isEqualTo(Level.OK);
        assertThat(report.finding(CheckStep.TOKEN).level()).isEqualTo(Level.SKIPPED);
        assertThat(BENCH.netSuite().tokenRequests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, NetSuite no longer accepts RSA signatures",
        "HS256, NetSuite accepts PS256",
        "PS256, which cannot sign"
    })
    void anAlgorithmNetSuiteOrTheKeyDoesNotKnowIsRefusedWithTheReason(String algorithm, String reason) {
        CheckReport report = BENCH.run(settings -> settings.signatureAlgorithm(algorithm));
        assertThat(report.firstFailure().orElseThrow().step()).isEqualTo(CheckStep.SIGNING_KEY);
        assertThat(report.finding(CheckStep.SIGNING_KEY).seen()).contains(reason);
        assertThat(BENCH.netSuite().tokenRequests()).isZero();
    }

    @Test
    void aCertificateOfAnotherKeyIsNoticedBeforeNetSuiteIsAsked() {
        Credentials other = BENCH.netSuite().newCredentials(KeyKind.P_256);
        CheckReport report = BENCH.run(settings -> settings.certificate(KeyMaterial.text(other.certificatePem())));
        Finding finding = report.firstFailure().orElseThrow();
        assertThat(finding.step()).isEqualTo(CheckStep.CERTIFICATE);
        assertThat(finding.seen())
                .contains("does not belong to the certificate " + other.certificateId())
                .endsWith("Give the key and the certificate that were made together.");
        assertThat(BENCH.netSuite().tokenRequests()).isZero();
    }

    @Test
    void aCertificateThatIsNoneIsNamed() {
        CheckReport report = BENCH.run(settings -> settings.certificate(KeyMaterial.text("auth-cert.pem")));
        assertThat(report.finding(CheckStep.CERTIFICATE).seen())
                .isEqualTo(
                        "certificate (text in the configuration) is neither a certificate nor a resource. Did you mean "
                                + "file:auth-cert.pem?");
    }

    @Test
    void aCertificateIdThatIsNotTheThumbprintIsWarnedAboutAndUsed() {
        Credentials used = BENCH.netSuite().credentials();
        Credentials other = BENCH.netSuite().newCredentials(KeyKind.P_256);
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate(used).certificateId(other.certificateId()));
        assertThat(report.finding(CheckStep.CERTIFICATE_ID).level()).isEqualTo(Level.WARN);
        assertThat(report.finding(CheckStep.CERTIFICATE_ID).seen())
                .isEqualTo(other.certificateId() + " is set, but the certificate's own ID is " + used.certificateId()
                        + ".");
        assertThat(report.finding(CheckStep.TOKEN).candidates().get(0).cause())
                .isEqualTo("certificateId is not the ID of the certificate given, which is " + used.certificateId());
    }

    @Test
    void aHyphenAtTheStartOfACertificateIdIsNothingUnusual() {
        CheckReport report = BENCH.run(settings -> settings.certificateId("-" + "a".repeat(42)));
        assertThat(report.finding(CheckStep.CERTIFICATE_ID))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(
                        Level.OK,
                        "-" + "a".repeat(42)
                                + " has the form of a certificate ID. The hyphen at its start belongs to it.");
    }

    @Test
    void aCertificateIdThatLostItsHyphenIsAHint() {
        CheckReport report = BENCH.run(settings -> settings.certificateId("a".repeat(42)));
        assertThat(report.finding(CheckStep.CERTIFICATE_ID))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(
                        Level.HINT,
                        "The certificate ID is one character short; if it starts with a hyphen in NetSuite, that was lost.");
    }

    @Test
    void swappedConsumerKeyAndCertificateIdAreHintsThatShowNeither() {
        Credentials right = BENCH.netSuite().credentials();
        CheckReport report = BENCH.run(
                settings -> settings.consumerKey(right.certificateId()).certificateId(right.consumerKey()));
        assertThat(report.finding(CheckStep.CONSUMER_KEY).seen())
                .isEqualTo("It has the form of a certificate ID: were the two swapped?");
        assertThat(report.finding(CheckStep.CERTIFICATE_ID).seen())
                .isEqualTo("The certificate ID has the form of a consumer key: were the two swapped?");
    }

    @Test
    void anUnknownScopeIsAHintAndTheFirstCandidateOfTheRefusal() {
        CheckReport report = BENCH.run(settings -> settings.scopes(List.of("rest_webservices", "restlet")));
        assertThat(report.finding(CheckStep.SCOPES))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(Level.HINT, "NetSuite documents no scope named restlet.");
        assertThat(report.finding(CheckStep.TOKEN).candidates().get(0).cause())
                .isEqualTo("the scope restlet is mistyped");
    }

    @ParameterizedTest
    @CsvSource({
        "-10, 300, OK, 'Valid from 2026-02-19 until 2026-12-26, 300 days from now.'",
        "-10, 59, WARN, 'Valid from 2026-02-19 until 2026-04-29, 59 days from now.'",
        "-800, -1, FAIL, 'Expired at 2026-02-28T12:00:00Z.'",
        "1, 300, FAIL, 'Valid from 2026-03-02T12:00:00Z only, and it is 2026-03-01T12:00:00Z.'",
        "-800, 300, WARN, 'Older than two years, although written until 2026-12-26.'",
        "-10, 3000, HINT, 'Valid from 2026-02-19 until 2028-02-19, 720 days from now. It is written until 2034-05-18.'"
    })
    void theCertificatesDatesAreJudged(int from, int until, Level level, String seen) {
        Credentials credentials = BENCH.netSuite()
                .newCredentials(
                        KeyKind.P_256,
                        CheckBench.NOW.plus(Duration.ofDays(from)),
                        CheckBench.NOW.plus(Duration.ofDays(until)));
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate(credentials));
        assertThat(report.finding(CheckStep.CERTIFICATE_DATES))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(level, seen);
    }

    private static String rsa2048() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String pem = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(
                                    generator.generateKeyPair().getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
            SecretLedger.record(pem);
            return pem;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
