package io.github.camelnetsuite.credentials;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECParameterSpec;
import java.util.Optional;

/** Finds out which of NetSuite's kinds a key is, and says why it is none. */
final class KeyShape {

    private KeyShape() {}

    /** Empty when the key is a handle that shows neither its modulus nor its curve. */
    static Optional<KeyType> of(Key key) throws UnusableKeyException {
        if (key instanceof RSAKey rsa && rsa.getModulus() != null) {
            return Optional.of(rsa(rsa.getModulus().bitLength()));
        }
        if (key instanceof ECKey ec && ec.getParams() != null) {
            return Optional.of(ec(
                    ec.getParams(),
                    "another curve of " + ec.getParams().getOrder().bitLength() + " bits"));
        }
        return switch (key.getAlgorithm()) {
            case "RSA", "RSASSA-PSS", "EC", "ECDSA" -> Optional.empty();
            default -> {
                if (key.getEncoded() != null) {
                    throw unusual(key.getAlgorithm());
                }
                yield Optional.empty();
            }
        };
    }

    /** Whether the key's own name says that it is of the other family than RSA, or than elliptic curves. */
    static boolean contradicts(Key key, boolean rsa) {
        String name = key.getAlgorithm();
        return rsa ? name.startsWith("EC") : name.startsWith("RSA");
    }

    static KeyType rsa(int bits) throws UnusableKeyException {
        return KeyType.ofRsa(bits)
                .orElseThrow(() -> new UnusableKeyException("is an RSA key of " + bits
                        + " bits. NetSuite accepts RSA keys of 3072 or 4096 bits only. Make a new key and certificate: "
                        + KeyType.RSA_4096.opensslCommand()));
    }

    static KeyType ec(ECParameterSpec params, String curveName) throws UnusableKeyException {
        return EcCurves.typeOf(params)
                .orElseThrow(() -> new UnusableKeyException("is an elliptic curve key on " + curveName
                        + ". NetSuite accepts the curves P-256, P-384 and P-521 only. Make a new key and certificate: "
                        + KeyType.P_256.opensslCommand()));
    }

    static UnusableKeyException unusual(String algorithm) {
        return new UnusableKeyException("is a key of the kind " + algorithm
                + ". NetSuite accepts RSA keys of 3072 or 4096 bits and keys on the curves P-256, P-384 and P-521."
                + " Make a new key and certificate: " + KeyType.P_256.opensslCommand());
    }
}
