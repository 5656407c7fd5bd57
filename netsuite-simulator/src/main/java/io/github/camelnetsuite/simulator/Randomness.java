package io.github.camelnetsuite.simulator;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Unguessable values: consumer keys and identifiers. */
final class Randomness {

    static final SecureRandom SECURE = new SecureRandom();

    private Randomness() {}

    /** As NetSuite's error IDs look, for people to search for. */
    static String errorId() {
        return hex(6).toUpperCase(Locale.ROOT);
    }

    static String hex(int bytes) {
        var random = new byte[bytes];
        SECURE.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
