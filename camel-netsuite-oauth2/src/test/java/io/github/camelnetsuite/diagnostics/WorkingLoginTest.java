package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.credentials.KeyStoreSettings;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.RecordedRequest;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkingLoginTest {

    private static final CheckBench BENCH = new CheckBench();

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = BENCH.extension();

    @Test
    void everyCheckPassesWhenKeyAndCertificateAreGiven() {
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate());
        assertThat(report.passed()).isTrue();
        assertThat(report.findings()).extracting(Finding::step).containsExactly(CheckStep.values());
        assertThat(report.findings()).extracting(Finding::level).containsOnly(Level.OK);
    }

    @Test
    void theCertificateIdMayBeLeftOutWhenTheCertificateIsGiven() {
        CheckReport report = BENCH.run(BENCH.settingsWithCertificate().certificateId(null));
        assertThat(report.passed()).isTrue();
        assertThat(report.finding(CheckStep.CERTIFICATE_ID).seen())
                .isEqualTo(NETSUITE.simulator().credentials().certificateId() + ", derived from the certificate.");
    }

    @Test
    void withoutTheCertificateItsChecksAreSkippedAndTheLoginIsStillChecked() {
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.passed()).isTrue();
        assertThat(report.findings())
                .filteredOn(finding -> finding.level() == Level.SKIPPED)
                .extracting(Finding::step)
                .containsExactly(CheckStep.CERTIFICATE, CheckStep.CERTIFICATE_DATES);
    }

    @Test
    void theTokensOwnClaimsAreShownWithoutTheToken() {
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.TOKEN_CLAIMS).seen())
                .isEqualTo("Role 1000, entity -5, scopes rest_webservices, restlets.");
    }

    @Test
    void anRsaKeyIsDescribedByItsSizeAndAlgorithm() {
        var credentials = BENCH.netSuite().newCredentials(KeyKind.RSA_3072);
        CheckReport report = BENCH.run(BENCH.settings(credentials).signatureAlgorithm("PS512"));
        assertThat(report.passed()).isTrue();
        assertThat(report.finding(CheckStep.SIGNING_KEY).seen())
                .isEqualTo("RSA key of 3072 bits, which signs with PS512.");
    }

    @Test
    void oneTokenAndFourHarmlessRequestsAreAll() {
        BENCH.run(BENCH.settings());
        assertThat(BENCH.netSuite().requests())
                .extracting(RecordedRequest::method, RecordedRequest::path)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"GET\", \"/services/rest/auth/oauth2/v1/keys\")",
                        "(\"POST\", \"/services/rest/auth/oauth2/v1/token\")",
                        "(\"GET\", \"/services/rest/system/v1/serverTime\")",
                        "(\"GET\", \"/services/rest/record/v1/metadata-catalog\")",
                        "(\"POST\", \"/services/rest/query/v1/suiteql\")");
    }

    @Test
    void theRunDoesNotDependOnHowThePrivateKeyIsWritten() {
        String pem = BENCH.netSuite().credentials().privateKeyPem();
        CheckReport report = BENCH.run(settings -> settings.privateKey(KeyMaterial.text(pem.replace("\n", "\\n"))));
        assertThat(report.passed()).isTrue();
    }

    @Test
    void aKeyStoreServesInPlaceOfKeyAndCertificate(@TempDir Path folder) throws GeneralSecurityException, IOException {
        Path store = pkcs12(BENCH.netSuite().credentials(), folder.resolve("netsuite.p12"));
        CheckReport report = BENCH.run(settings -> settings.privateKey(null)
                .certificateId(null)
                .keyStore(new KeyStoreSettings(KeyMaterial.file(store), null, "changeit", null, null)));
        assertThat(report.findings()).extracting(Finding::level).containsOnly(Level.OK);
    }

    private static Path pkcs12(Credentials credentials, Path file) throws GeneralSecurityException, IOException {
        byte[] pkcs8 =
                Base64.getMimeDecoder().decode(credentials.privateKeyPem().replaceAll("-----[A-Z ]+-----", ""));
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(credentials.certificatePem().getBytes(StandardCharsets.US_ASCII)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "netsuite",
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                "changeit".toCharArray(),
                new Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }
}
