package io.github.camelnetsuite.credentials;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a signing key before they are one value: here it is decided whether they fit each other.
 *
 * @param certificates the certificates found with the key, of which one must belong to it; empty when none was given
 * @param certificateId null to take the certificate's
 * @param configured null for the algorithm that fits the key
 */
record SigningKeyParts(
        LoadedPrivateKey loaded,
        List<X509Certificate> certificates,
        @Nullable CertificateId certificateId,
        @Nullable SigningAlgorithm configured) {

    SigningKey assemble() throws UnusableKeyException {
        PrivateKey key = loaded.privateKey();
        Optional<KeyType> shown = KeyShape.of(key);
        if (certificates.isEmpty()) {
            SigningAlgorithm algorithm = algorithm(key, shown, loaded.onlyAlgorithm(), configured);
            if (certificateId == null) {
                throw new UnusableKeyException(
                        "comes without its certificate ID. Set certificateId to the value NetSuite shows "
                                + CertificateId.SHOWN_UNDER + ", or set certificate, from which the ID is derived.");
            }
            return SigningKey.checked(key, certificateId.value(), algorithm, null);
        }
        SigningCertificate certificate = SigningCertificate.checked(belonging(key, shown));
        KeyType type = KeyShape.of(certificate.certificate().getPublicKey()).orElseThrow();
        SigningAlgorithm algorithm = algorithm(key, Optional.of(type), loaded.onlyAlgorithm(), configured);
        return SigningKey.checked(
                key,
                certificateId == null ? certificate.certificateId() : certificateId.value(),
                algorithm,
                certificate);
    }

    private X509Certificate belonging(PrivateKey key, Optional<KeyType> shown) throws UnusableKeyException {
        for (X509Certificate certificate : certificates) {
            if (KeyMatch.matches(key, shown, certificate.getPublicKey())) {
                return certificate;
            }
        }
        throw new KeyMismatchException("does not belong to the certificate"
                + (certificates.size() == 1
                        ? " " + CertificateId.of(certificates.get(0)).value()
                        : "s given with it")
                + ". Give the key and the certificate that were made together.");
    }

    /**
     * The algorithm a key signs with.
     *
     * @param type empty for a handle that does not show it
     * @param only the one algorithm the key allows; null when it leaves that open
     * @param configured null when none is set
     */
    static SigningAlgorithm algorithm(
            PrivateKey key,
            Optional<KeyType> type,
            @Nullable SigningAlgorithm only,
            @Nullable SigningAlgorithm configured)
            throws UnusableKeyException {
        if (type.isEmpty()) {
            if (configured == null) {
                throw new UnusableKeyException(
                        "is a handle that shows neither its size nor its curve. Give its certificate, or "
                                + "set signatureAlgorithm.");
            }
            if (KeyShape.contradicts(key, configured.rsa())) {
                throw new UnusableKeyException("is a handle of the kind " + key.getAlgorithm()
                        + ", which cannot sign with signatureAlgorithm " + configured.jwaName() + ". Set it to "
                        + (configured.rsa()
                                ? "ES256, ES384 or ES512, whichever is its curve's."
                                : "PS256, PS384 or PS512."));
            }
            return configured;
        }
        SigningAlgorithm fitting = only != null ? only : type.get().defaultAlgorithm();
        if (configured == null || configured == fitting) {
            return fitting;
        }
        if (only != null || !type.get().fits(configured)) {
            throw new UnusableKeyException("is " + type.get().label() + ", which cannot sign with signatureAlgorithm "
                    + configured.jwaName() + ". Set it to "
                    + (only == null && type.get().rsa() ? "PS256, PS384 or PS512" : fitting.jwaName())
                    + ", or leave it out.");
        }
        return configured;
    }
}
