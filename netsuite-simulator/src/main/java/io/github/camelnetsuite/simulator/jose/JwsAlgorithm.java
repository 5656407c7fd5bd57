package io.github.camelnetsuite.simulator.jose;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The six algorithms NetSuite takes for a client assertion.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3">RFC 7518, section 3</a>
 */
public enum JwsAlgorithm {
    PS256("SHA-256", 32, null),
    PS384("SHA-384", 48, null),
    PS512("SHA-512", 64, null),
    ES256("SHA256withECDSAinP1363Format", 64, Curve.P_256),
    ES384("SHA384withECDSAinP1363Format", 96, Curve.P_384),
    ES512("SHA512withECDSAinP1363Format", 132, Curve.P_521);

    private final String digestOrSignature;
    private final int length;
    private final @Nullable Curve curve;

    JwsAlgorithm(String digestOrSignature, int length, @Nullable Curve curve) {
        this.digestOrSignature = digestOrSignature;
        this.length = length;
        this.curve = curve;
    }

    /** By its name in the {@code alg} header, case-sensitive. */
    public static Optional<JwsAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    /** Whether the signature is good; false also for a key of the wrong kind or curve. */
    boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        if (!fits(key) || (curve != null && signature.length != length)) {
            return false;
        }
        try {
            Signature verifier = engine();
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        Signature signer = engine();
        signer.initSign(key);
        signer.update(content);
        return signer.sign();
    }

    private boolean fits(PublicKey key) {
        return curve == null
                ? key instanceof RSAPublicKey
                : key instanceof ECPublicKey ec
                        && Curve.of(ec).filter(curve::equals).isPresent();
    }

    private Signature engine() throws GeneralSecurityException {
        if (curve != null) {
            return Signature.getInstance(digestOrSignature);
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(
                new PSSParameterSpec(digestOrSignature, "MGF1", new MGF1ParameterSpec(digestOrSignature), length, 1));
        return pss;
    }
}
