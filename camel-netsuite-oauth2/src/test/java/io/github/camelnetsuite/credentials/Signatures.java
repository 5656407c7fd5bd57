package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Proves a signing key by the JDK alone: what it signs, the public key verifies, in the form a JWS has. */
final class Signatures {

    private static final byte[] INPUT = "header.payload".getBytes(StandardCharsets.US_ASCII);

    private Signatures() {}

    static void assertSigns(SigningKey key, PublicKey publicKey) throws Exception {
        Signature signer = signature(key.algorithm());
        signer.initSign(key.privateKey());
        parameters(signer, key.algorithm());
        signer.update(INPUT);
        byte[] signed = signer.sign();

        Signature verifier = signature(key.algorithm());
        verifier.initVerify(publicKey);
        parameters(verifier, key.algorithm());
        verifier.update(INPUT);
        assertThat(verifier.verify(signed)).isTrue();
    }

    private static Signature signature(SigningAlgorithm algorithm) throws Exception {
        return Signature.getInstance(
                algorithm.rsa() ? "RSASSA-PSS" : "SHA" + algorithm.hashBits() + "withECDSAinP1363Format");
    }

    private static void parameters(Signature signature, SigningAlgorithm algorithm) throws Exception {
        if (algorithm.rsa()) {
            String hash = "SHA-" + algorithm.hashBits();
            signature.setParameter(
                    new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), algorithm.hashBits() / 8, 1));
        }
    }
}
