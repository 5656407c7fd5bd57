package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.credentials.KeyWarning.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares a certificate with the clock, with NetSuite's longest validity and with the certificate ID in use. */
final class CertificateWarnings {

    private static final String REMEDY =
            "Make a new key and certificate, upload it " + CertificateId.SHOWN_UNDER + " and configure both.";

    private CertificateWarnings() {}

    static List<KeyWarning> about(SigningCertificate certificate, String certificateId, Instant now) {
        var warnings = new ArrayList<KeyWarning>();
        if (!certificate.certificateId().equals(certificateId)) {
            warnings.add(new KeyWarning(
                    Kind.CERTIFICATE_ID_DIFFERS,
                    "certificateId is " + certificateId + ", but the certificate's own ID is "
                            + certificate.certificateId()
                            + ". The configured one is used. If NetSuite refuses the login, remove certificateId, or give the "
                            + "certificate that was uploaded."));
        }
        if (now.isBefore(certificate.notBefore())) {
            warnings.add(new KeyWarning(
                    Kind.CERTIFICATE_NOT_YET_VALID,
                    "The certificate " + certificate.certificateId() + " is valid from " + certificate.notBefore()
                            + " only, and it is " + now + ". Check the clock of this machine, or wait."));
        }
        if (now.isAfter(certificate.notAfter())) {
            warnings.add(new KeyWarning(
                    Kind.CERTIFICATE_EXPIRED,
                    "The certificate " + certificate.certificateId() + " expired at " + certificate.notAfter()
                            + ", so NetSuite refuses the login. " + REMEDY));
        } else if (now.isAfter(certificate.expiresAt())) {
            warnings.add(new KeyWarning(
                    Kind.CERTIFICATE_EXPIRED,
                    "The certificate " + certificate.certificateId()
                            + " is older than two years, after which NetSuite ends "
                            + "every certificate, although it is written until " + certificate.notAfter()
                            + ". If the login still works, look up its end in NetSuite. " + REMEDY));
        } else if (certificate.tooLong()) {
            warnings.add(new KeyWarning(
                    Kind.CERTIFICATE_VALID_TOO_LONG,
                    "The certificate " + certificate.certificateId() + " is written until " + certificate.notAfter()
                            + ", but NetSuite ends every certificate after two years without saying so. Expect its end at "
                            + certificate.expiresAt() + "."));
        }
        return List.copyOf(warnings);
    }
}
