package io.github.camelnetsuite.simulator;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** The kinds of key pair NetSuite takes certificates for. An RSA pair takes seconds to make. */
public enum KeyKind {
    RSA_3072(3072, "SHA256withRSA"),
    RSA_4096(4096, "SHA256withRSA"),
    P_256(256, "SHA256withECDSA"),
    P_384(384, "SHA384withECDSA"),
    P_521(521, "SHA512withECDSA");

    private final int bits;
    private final String certificateSignature;

    KeyKind(int bits, String certificateSignature) {
        this.bits = bits;
        this.certificateSignature = certificateSignature;
    }

    KeyPair newKeyPair() {
        String algorithm = name().startsWith("RSA") ? "RSA" : "EC";
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            // The JDK's curves of 256, 384 and 521 bits are the NIST ones.
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make a key pair of kind " + this, e);
        }
    }

    String certificateSignature() {
        return certificateSignature;
    }
}
