package io.github.camelnetsuite.simulator;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Unguessable values: consumer keys and identifiers. */
final class Randomness {

    static final SecureRandom SECURE = new SecureRandom();

    private Randomness() {}

    static String hex(int bytes) {
        var random = new byte[bytes];
        SECURE.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
