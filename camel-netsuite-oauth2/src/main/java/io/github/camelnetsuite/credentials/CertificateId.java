package io.github.camelnetsuite.credentials;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The certificate ID, which goes into the assertion's {@code kid} header as it is. Its form is not NetSuite's promise, so
 * only what cannot be one is refused; above all key material put into the wrong option, which would leave the house.
 */
record CertificateId(String value) {

    /** Where NetSuite shows certificate IDs and takes certificates. */
    static final String SHOWN_UNDER =
            "under Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,256}");

    /** A whole key in one line without its BEGIN: DER always starts so in Base64. A thumbprint has 43 characters. */
    private static final Pattern KEY_BODY = Pattern.compile("M[A-Za-z0-9+/=]{43,}");

    static CertificateId parse(String text) throws UnusableKeyException {
        String id = text.strip();
        if (id.isEmpty()) {
            throw new UnusableKeyException("is empty. NetSuite shows the certificate ID " + SHOWN_UNDER
                    + "; with the option certificate set it can be left out.");
        }
        if (!FORM.matcher(id).matches()
                || id.contains("-----")
                || KEY_BODY.matcher(id).matches()) {
            throw new UnusableKeyException(Shown.value(id)
                    + " is not a certificate ID. Expected the 43 characters NetSuite " + "shows " + SHOWN_UNDER + ".");
        }
        return new CertificateId(id);
    }

    /**
     * The ID NetSuite gives a certificate: its SHA-256 thumbprint, as in {@code x5t#S256} of RFC 7515, section 4.1.8. Found in
     * a published sample, not promised.
     */
    static CertificateId of(X509Certificate certificate) throws UnusableKeyException {
        try {
            byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new CertificateId(Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint));
        } catch (CertificateEncodingException e) {
            throw new UnusableKeyException("has no encoded form, so no certificate ID can be derived.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256, which every JVM must have", e);
        }
    }
}
