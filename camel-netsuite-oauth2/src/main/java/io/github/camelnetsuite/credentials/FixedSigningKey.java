package io.github.camelnetsuite.credentials;

import java.util.Objects;
import java.util.Optional;

/** One key for good. */
final class FixedSigningKey implements SigningKeySource {

    private final SigningKey key;

    FixedSigningKey(SigningKey key) {
        this.key = Objects.requireNonNull(key);
    }

    @Override
    public SigningKey current() {
        return key;
    }

    @Override
    public Optional<SigningKey> candidate() {
        return Optional.empty();
    }

    @Override
    public void granted(SigningKey granted) {
        // Nothing can follow this key, so there is nothing to remember.
    }
}
