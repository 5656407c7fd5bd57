package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private key together with the certificate ID it belongs to. Both change together when a certificate is rotated, so they
 * are one value and are swapped as a whole. The private key may be a handle that cannot be exported (PKCS#11). Immutable.
 */
public final class SigningKey {

    private final PrivateKey privateKey;
    private final String certificateId;
    private final SigningAlgorithm algorithm;
    private final @Nullable Instant expiresAt;
    private final @Nullable SigningCertificate certificate;

    /**
     * A key whose certificate is not at hand.
     *
     * @param expiresAt when the certificate expires; null when not known
     * @throws NetSuiteConfigurationException when the key shows that NetSuite would refuse it or that the algorithm does not fit
     */
    public SigningKey(
            PrivateKey privateKey, String certificateId, SigningAlgorithm algorithm, @Nullable Instant expiresAt) {
        this(privateKey, certificateId, algorithm, expiresAt, null);
        try {
            CertificateId.parse(certificateId);
        } catch (UnusableKeyException e) {
            throw Refusal.of(KeyPart.CERTIFICATE_ID, e);
        }
        try {
            SigningKeyParts.algorithm(privateKey, KeyShape.of(privateKey), null, algorithm);
        } catch (UnusableKeyException e) {
            throw Refusal.of(KeyPart.PRIVATE_KEY, e);
        }
    }

    private SigningKey(
            PrivateKey privateKey,
            String certificateId,
            SigningAlgorithm algorithm,
            @Nullable Instant expiresAt,
            @Nullable SigningCertificate certificate) {
        this.privateKey = Objects.requireNonNull(privateKey);
        this.certificateId = Objects.requireNonNull(certificateId);
        this.algorithm = Objects.requireNonNull(algorithm);
        this.expiresAt = expiresAt;
        this.certificate = certificate;
    }

    /** Of parts that were found to fit each other. */
    static SigningKey checked(
            PrivateKey privateKey,
            String certificateId,
            SigningAlgorithm algorithm,
            @Nullable SigningCertificate certificate) {
        return new SigningKey(
                privateKey,
                certificateId,
                algorithm,
                certificate == null ? null : certificate.expiresAt(),
                certificate);
    }

    /**
     * Puts a key together from its parts, as a key store entry or a PKCS#11 token gives them. A handle that shows neither its
     * size nor its curve is judged by the certificate, or else by the algorithm given.
     *
     * @param certificate the certificate uploaded to NetSuite; null when not at hand
     * @param certificateId null to derive it from the certificate
     * @param algorithm null for the one that fits the key
     * @throws NetSuiteConfigurationException when the parts do not fit each other or NetSuite would refuse them
     */
    public static SigningKey of(
            PrivateKey privateKey,
            @Nullable X509Certificate certificate,
            @Nullable String certificateId,
            @Nullable SigningAlgorithm algorithm) {
        try {
            return new SigningKeyParts(
                            new LoadedPrivateKey(privateKey, null),
                            certificate == null ? List.of() : List.of(certificate),
                            certificateId == null ? null : CertificateId.parse(certificateId),
                            algorithm)
                    .assemble();
        } catch (UnusableKeyException e) {
            throw Refusal.of("The signing key", e);
        }
    }

    /**
     * The key of an open key store, such as a PKCS#11 token, with the certificate beside it.
     *
     * @param alias names the entry; null when there is only one private key
     * @param keyPassword opens the entry; null when it needs none
     * @param certificateId null to derive it from the certificate
     * @param algorithm null for the one that fits the key
     * @throws NetSuiteConfigurationException when there is no such key, or NetSuite would refuse it
     */
    public static SigningKey of(
            KeyStore store,
            @Nullable String alias,
            @Nullable String keyPassword,
            @Nullable String certificateId,
            @Nullable SigningAlgorithm algorithm) {
        try {
            KeyEntry entry = KeyStoreReader.entry(store, alias, keyPassword);
            return new SigningKeyParts(
                            entry.key(),
                            entry.certificates(),
                            certificateId == null ? null : CertificateId.parse(certificateId),
                            algorithm)
                    .assemble();
        } catch (UnusableKeyException e) {
            throw Refusal.of(KeyPart.KEY_STORE, e);
        }
    }

    /** The key itself: a secret, or a handle to one. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The value of the assertion's {@code kid} header. */
    public String certificateId() {
        return certificateId;
    }

    public SigningAlgorithm algorithm() {
        return algorithm;
    }

    /** When the certificate expires; empty when no certificate was given. NetSuite may end it earlier. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** The certificate; empty when none was given. */
    public Optional<SigningCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** What NetSuite will probably refuse about this key at the given time; empty when nothing is known against it. */
    public List<KeyWarning> warnings(Instant now) {
        return certificate == null ? List.of() : CertificateWarnings.about(certificate, certificateId, now);
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + ", certificate ID " + certificateId + ", private key <redacted>]";
    }
}
