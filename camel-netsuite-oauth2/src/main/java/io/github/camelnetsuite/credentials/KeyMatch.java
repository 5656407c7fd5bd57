package io.github.camelnetsuite.credentials;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/**
 * Whether a private and a public key belong together. RSA keys show it by their modulus; for all others, and for handles that
 * show nothing, the one key signs and the other verifies.
 */
final class KeyMatch {

    private static final byte[] PROBE = "camel-netsuite-oauth2".getBytes(StandardCharsets.US_ASCII);

    private KeyMatch() {}

    /**
     * Whether the public key is the other half.
     *
     * @param shown the kind the private key shows; empty for a handle
     * @throws UnusableKeyException when a handle cannot sign, or turns out to be of a kind NetSuite refuses
     */
    static boolean matches(PrivateKey privateKey, Optional<KeyType> shown, PublicKey publicKey)
            throws UnusableKeyException {
        Optional<KeyType> wanted = kind(publicKey, shown.isPresent());
        if (wanted.isEmpty() || (shown.isPresent() && !shown.equals(wanted))) {
            return false;
        }
        if (privateKey instanceof RSAKey one && publicKey instanceof RSAKey other && shown.isPresent()) {
            return one.getModulus().equals(other.getModulus());
        }
        boolean rsa = wanted.get().rsa();
        if (KeyShape.contradicts(privateKey, rsa)) {
            return false;
        }
        return verify(publicKey, rsa, sign(privateKey, rsa));
    }

    /** Beside a good key, a key NetSuite would refuse is a stranger's: that of an authority in the chain, perhaps. */
    private static Optional<KeyType> kind(PublicKey publicKey, boolean besideGoodKey) throws UnusableKeyException {
        try {
            return KeyShape.of(publicKey);
        } catch (UnusableKeyException e) {
            if (besideGoodKey) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static byte[] sign(PrivateKey privateKey, boolean rsa) throws UnusableKeyException {
        try {
            Signature signature = signature(rsa);
            // First the key, which chooses the provider of a handle; the parameters would pin the first provider there
            // is.
            signature.initSign(privateKey);
            return parameters(signature, rsa, PROBE).sign();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnusableKeyException(
                    "cannot sign with the security providers of this JVM. For a key on a token, check that "
                            + "its provider is configured and that the token is logged in.",
                    e);
        }
    }

    private static boolean verify(PublicKey publicKey, boolean rsa, byte[] signed) {
        try {
            Signature signature = signature(rsa);
            signature.initVerify(publicKey);
            return parameters(signature, rsa, PROBE).verify(signed);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static Signature signature(boolean rsa) throws GeneralSecurityException {
        return Signature.getInstance(rsa ? "RSASSA-PSS" : "SHA256withECDSA");
    }

    private static Signature parameters(Signature signature, boolean rsa, byte[] input)
            throws GeneralSecurityException {
        if (rsa) {
            signature.setParameter(new PSSParameterSpec(
                    "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC));
        }
        signature.update(input);
        return signature;
    }
}
