package io.github.camelnetsuite.credentials;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * A private key as read.
 *
 * @param onlyAlgorithm the one algorithm the key says it may be used with; null when it leaves that open
 */
record LoadedPrivateKey(PrivateKey privateKey, @Nullable SigningAlgorithm onlyAlgorithm) {

    @Override
    public String toString() {
        return "LoadedPrivateKey[<redacted>]";
    }
}
