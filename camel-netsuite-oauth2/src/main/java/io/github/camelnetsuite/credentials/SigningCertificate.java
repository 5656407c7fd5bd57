package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the certificate that was uploaded to NetSuite says about a signing key. Immutable.
 *
 * @see "NetSuite help: OAuth 2.0 Client Credentials Setup"
 */
public final class SigningCertificate {

    /** NetSuite silently ends a longer certificate after two years. */
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(730);

    private final X509Certificate certificate;
    private final String certificateId;

    private SigningCertificate(X509Certificate certificate, String certificateId) {
        this.certificate = certificate;
        this.certificateId = certificateId;
    }

    /**
     * Takes a certificate NetSuite would take.
     *
     * @throws NetSuiteConfigurationException when NetSuite does not accept its kind of key
     */
    public static SigningCertificate of(X509Certificate certificate) {
        try {
            return checked(certificate);
        } catch (UnusableKeyException e) {
            throw Refusal.of(KeyPart.CERTIFICATE, e);
        }
    }

    static SigningCertificate checked(X509Certificate certificate) throws UnusableKeyException {
        if (KeyShape.of(certificate.getPublicKey()).isEmpty()) {
            throw new UnusableKeyException(
                    "has a public key this JVM cannot read. NetSuite accepts RSA 3072 and 4096, and the "
                            + "named curves P-256, P-384 and P-521. Make a new key and certificate: "
                            + KeyType.P_256.opensslCommand());
        }
        return new SigningCertificate(certificate, CertificateId.of(certificate).value());
    }

    /** The certificate ID NetSuite shows for this certificate: its SHA-256 thumbprint in Base64url without padding. */
    public String certificateId() {
        return certificateId;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    /** The end of its validity as written in the certificate; NetSuite may end it earlier, see {@link #expiresAt()}. */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /**
     * When it stops working at NetSuite, on the careful side: as written, but at most 730 days after its start. Where NetSuite
     * shortens a longer certificate it might count from the upload, which cannot be seen here and is never earlier.
     */
    public Instant expiresAt() {
        Instant latest = notBefore().plus(LONGEST_VALIDITY);
        return notAfter().isBefore(latest) ? notAfter() : latest;
    }

    /** Whether it is written for longer than NetSuite lets it live; a day's grace covers two years with a leap day. */
    public boolean tooLong() {
        return notAfter().isAfter(expiresAt().plus(Duration.ofDays(1)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningCertificate that && certificate.equals(that.certificate);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    @Override
    public String toString() {
        return "SigningCertificate[" + certificateId + ", " + notBefore() + " to " + expiresAt() + "]";
    }
}
