package io.github.camelnetsuite.certificates;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.KeyType;
import io.github.camelnetsuite.credentials.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/** A new key pair with its self-signed certificate, not yet known to NetSuite. Immutable; the private key does not print. */
public final class SelfSignedCertificate {

    private final KeyType keyType;
    private final KeyPair pair;
    private final X509Certificate certificate;

    SelfSignedCertificate(KeyType keyType, KeyPair pair, X509Certificate certificate) {
        this.keyType = keyType;
        this.pair = pair;
        this.certificate = certificate;
    }

    public KeyType keyType() {
        return keyType;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Ready to sign, once the certificate is uploaded. */
    public SigningKey signingKey() {
        return SigningKey.of(pair.getPrivate(), certificate, null, null);
    }

    /** The certificate ID NetSuite will show after the upload. */
    public String certificateId() {
        return signingKey().certificateId();
    }

    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /** What is uploaded to NetSuite. */
    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate made here has an encoded form", e);
        }
    }

    /** The private key as unencrypted PKCS#8: a secret. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /**
     * Writes both as PEM into two new files that only their owner can read. Neither may exist; when the second cannot be
     * written, the first is removed again.
     *
     * @throws NetSuiteConfigurationException when a file exists or cannot be written; then nothing is left behind
     */
    public void write(Path keyFile, Path certificateFile) {
        if (keyFile.toAbsolutePath()
                .normalize()
                .equals(certificateFile.toAbsolutePath().normalize())) {
            throw new NetSuiteConfigurationException(
                    "The private key and the certificate cannot both go to " + keyFile + ". Name two files.");
        }
        OwnerOnlyFile key = OwnerOnlyFile.create(keyFile, bytes(privateKeyPem()));
        try {
            OwnerOnlyFile.create(certificateFile, bytes(certificatePem()));
        } catch (RuntimeException e) {
            key.remove(e);
            throw e;
        }
    }

    private static byte[] bytes(String pem) {
        return pem.getBytes(StandardCharsets.US_ASCII);
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    @Override
    public String toString() {
        return "SelfSignedCertificate[" + keyType.label() + ", certificate ID " + certificateId() + ", valid until "
                + notAfter() + ", private key <redacted>]";
    }
}
