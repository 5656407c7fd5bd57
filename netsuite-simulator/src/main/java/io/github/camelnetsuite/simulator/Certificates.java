package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.jose.Curve;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificates of the integration record. Thread-safe. */
final class Certificates {

    /** NetSuite help, "Manage OAuth 2.0 client credentials": at most five active ones per integration record. */
    private static final int MAX_ACTIVE = 5;

    private static final int MAX_YEARS = 2;

    private final Conduct conduct;
    private final Clock clock;
    private final Map<String, UploadedCertificate> byId = new LinkedHashMap<>();

    Certificates(Conduct conduct, Clock clock) {
        this.conduct = conduct;
        this.clock = clock;
    }

    /**
     * Takes a certificate for a role and entity.
     *
     * @throws IllegalArgumentException when NetSuite would not take it, with the reason
     */
    synchronized UploadedCertificate upload(String pem, String role, String entity) {
        X509Certificate certificate = parse(pem);
        refuseUnfitKey(certificate.getPublicKey());
        String id = Pem.thumbprint(certificate);
        if (byId.containsKey(id)) {
            throw new IllegalArgumentException(
                    "This certificate has been uploaded already; a revoked one cannot come back.");
        }
        Instant now = clock.instant();
        if (byId.values().stream().filter(other -> other.activeAt(now)).count() >= MAX_ACTIVE) {
            throw new IllegalArgumentException("An integration record can have " + MAX_ACTIVE
                    + " active certificates. Revoke one before adding another.");
        }
        Instant from = certificate.getNotBefore().toInstant();
        Instant limit = from.atOffset(ZoneOffset.UTC).plusYears(MAX_YEARS).toInstant();
        Instant ownEnd = certificate.getNotAfter().toInstant();
        boolean tooLong = ownEnd.isAfter(limit);
        if (tooLong) {
            conduct.mode(Quirk.CERTIFICATE_VALIDITY);
        }
        var uploaded =
                new UploadedCertificate(id, certificate, pem, role, entity, now, from, tooLong ? limit : ownEnd, false);
        byId.put(id, uploaded);
        return uploaded;
    }

    synchronized Optional<UploadedCertificate> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, expired and revoked ones too, in order of upload. */
    synchronized List<UploadedCertificate> list() {
        return List.copyOf(byId.values());
    }

    /** Whether there was such a certificate; revoking twice changes nothing. */
    synchronized boolean revoke(String id) {
        return byId.computeIfPresent(id, (same, certificate) -> certificate.asRevoked()) != null;
    }

    synchronized void clear() {
        byId.clear();
    }

    private static X509Certificate parse(String pem) {
        if (!pem.contains("-----BEGIN CERTIFICATE-----")) {
            throw new IllegalArgumentException("This file is not an X.509 certificate in PEM form.");
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("This file is not an X.509 certificate in PEM form.", e);
        }
    }

    private static void refuseUnfitKey(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits != 3072 && bits != 4096) {
                throw new IllegalArgumentException(
                        "An RSA key must have 3072 or 4096 bits, this one has " + bits + ".");
            }
        } else if (!(key instanceof ECPublicKey ec) || Curve.of(ec).isEmpty()) {
            throw new IllegalArgumentException("The key must be RSA, or EC on the curve P-256, P-384 or P-521.");
        }
    }
}
