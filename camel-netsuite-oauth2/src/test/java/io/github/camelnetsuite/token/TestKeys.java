package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.KeyType;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Keys made on the spot. */
final class TestKeys {

    private static final KeyPair P256 = ec("secp256r1");

    private TestKeys() {}

    static SigningKey p256(String certificateId) {
        return new SigningKey(P256.getPrivate(), certificateId, SigningAlgorithm.ES256, null);
    }

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The shared RSA pair of this size. */
    static KeyPair rsa(KeyType size) {
        return io.github.camelnetsuite.credentials.TestKeys.pair(size);
    }
}
