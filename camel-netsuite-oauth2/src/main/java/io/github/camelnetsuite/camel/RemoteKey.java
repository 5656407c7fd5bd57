package io.github.camelnetsuite.camel;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** Stands for a key that only the configured assertion signer can use. */
final class RemoteKey implements PrivateKey {

    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
        return "remote";
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }
}
