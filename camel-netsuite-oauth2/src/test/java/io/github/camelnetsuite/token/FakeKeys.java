package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySource;
import io.github.camelnetsuite.credentials.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key source whose new key appears when the test says so. */
final class FakeKeys implements SigningKeySource {

    private final List<String> granted = new ArrayList<>();
    private SigningKey current = TestKeys.p256("cert-1");
    private @Nullable SigningKey candidate;

    synchronized void appear(@Nullable SigningKey key) {
        candidate = key;
    }

    /** The certificate IDs that a token was granted for, as the source was told. */
    synchronized List<String> granted() {
        return List.copyOf(granted);
    }

    @Override
    public synchronized SigningKey current() {
        return current;
    }

    @Override
    public synchronized Optional<SigningKey> candidate() {
        return Optional.ofNullable(candidate);
    }

    @Override
    public synchronized void granted(SigningKey key) {
        granted.add(key.certificateId());
        if (key == candidate) {
            current = key;
            candidate = null;
        }
    }
}
