package io.github.camelnetsuite.simulator;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** The key pair the platform signs access tokens with; one for the JVM, since making it takes long. */
final class PlatformKey {

    private PlatformKey() {}

    private static final class Holder {
        private static final KeyPair PAIR = make();
    }

    static KeyPair pair() {
        return Holder.PAIR;
    }

    static String id(String companyId) {
        return "c." + companyId + ".2026-01-05_00-00-00";
    }

    private static KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no RSA", e);
        }
    }
}
