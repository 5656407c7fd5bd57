package io.github.camelnetsuite.simulator;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate as the set-up page shows it: tied to one role and entity, valid two years at most.
 *
 * @param validUntil the certificate's own end, or two years from its start if that is sooner
 */
record UploadedCertificate(
        String id,
        X509Certificate certificate,
        String pem,
        String role,
        String entity,
        Instant created,
        Instant validFrom,
        Instant validUntil,
        boolean revoked) {

    PublicKey publicKey() {
        return certificate.getPublicKey();
    }

    boolean activeAt(Instant now) {
        return !revoked && now.isBefore(validUntil);
    }

    boolean usableAt(Instant now) {
        return activeAt(now) && !now.isBefore(validFrom);
    }

    UploadedCertificate asRevoked() {
        return new UploadedCertificate(id, certificate, pem, role, entity, created, validFrom, validUntil, true);
    }
}
