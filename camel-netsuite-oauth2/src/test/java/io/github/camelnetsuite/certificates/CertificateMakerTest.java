package io.github.camelnetsuite.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.credentials.KeyType;
import io.github.camelnetsuite.credentials.SigningKeySettings;
import io.github.camelnetsuite.credentials.SigningKeySource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateMakerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final CertificateMaker maker = new CertificateMaker(clock);

    @ParameterizedTest
    @EnumSource
    void whatIsMadeIsWhatTheSigningKeyIsReadFrom(KeyType type) throws Exception {
        var made = maker.make(type, "Order flow", 730);

        var read = SigningKeySource.of(
                        SigningKeySettings.builder()
                                .privateKey(KeyMaterial.text(made.privateKeyPem()))
                                .certificate(KeyMaterial.text(made.certificatePem()))
                                .build(),
                        clock)
                .current();

        assertThat(made.keyType()).isEqualTo(type);
        assertThat(read.algorithm()).isEqualTo(type.defaultAlgorithm());
        assertThat(read.certificateId()).hasSize(43).isEqualTo(made.certificateId());
        assertThat(read.warnings(NOW)).isEmpty();
        made.certificate().verify(made.certificate().getPublicKey());
    }

    @Test
    void itIsSelfSignedForTheNameGivenAndValidAtOnce() throws Exception {
        var certificate =
                maker.make(KeyType.P_256, " Order flow, \"EU\" + CN=x ", 1).certificate();

        assertThat(certificate.getSubjectX500Principal()).isEqualTo(certificate.getIssuerX500Principal());
        assertThat(certificate.getSubjectX500Principal())
                .isEqualTo(new X500Principal("CN=\"Order flow, \\\"EU\\\" + CN=x\""));
        assertThat(certificate.getNotBefore()).isEqualTo(Instant.parse("2026-03-01T11:55:00Z"));
        assertThat(certificate.getNotAfter()).isEqualTo(Instant.parse("2026-03-02T11:55:00Z"));
        assertThat(certificate.getCriticalExtensionOIDs())
                .as("basic constraints")
                .containsExactly("2.5.29.19");
        assertThat(certificate.getNonCriticalExtensionOIDs())
                .as("subject and authority key identifier")
                .containsExactlyInAnyOrder("2.5.29.14", "2.5.29.35");
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSerialNumber()).isPositive();
    }

    @Test
    void theLongestValidityIsTheLongestNetSuiteTakes() {
        var made = maker.make(KeyType.P_256, "x", 730);

        assertThat(made.notBefore()).isEqualTo(Instant.parse("2026-03-01T11:55:00Z"));
        assertThat(made.notAfter()).isEqualTo(Instant.parse("2028-02-29T11:55:00Z"));
        assertThat(made.signingKey().expiresAt()).contains(made.notAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 731, Integer.MAX_VALUE})
    void anotherValidityIsRefused(int days) {
        assertThatThrownBy(() -> maker.make(KeyType.P_256, "x", days))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("A validity of " + days
                        + " days is refused: NetSuite ends every certificate after two years. Choose 1 "
                        + "to 730 days.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\nb",
                "a\u0000b",
                "a\u202eb",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void anUnusableNameIsRefused(String name) {
        assertThatThrownBy(() -> maker.make(KeyType.P_256, name, 30))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("The common name is refused: it has " + name.length()
                        + " characters. Choose 1 to 64 visible characters, such as the name of the integration.");
    }

    @Test
    void twoAreNeverTheSame() {
        var one = maker.make(KeyType.P_256, "x", 30);
        var other = maker.make(KeyType.P_256, "x", 30);

        assertThat(one.certificateId()).isNotEqualTo(other.certificateId());
        assertThat(one.certificate().getSerialNumber())
                .isNotEqualTo(other.certificate().getSerialNumber());
    }

    @Test
    void thePrivateKeyDoesNotPrint() {
        var made = maker.make(KeyType.P_256, "x", 730);

        assertThat(made)
                .hasToString("SelfSignedCertificate[P-256, certificate ID " + made.certificateId()
                        + ", valid until 2028-02-29T11:55:00Z, private key <redacted>]");
    }
}
