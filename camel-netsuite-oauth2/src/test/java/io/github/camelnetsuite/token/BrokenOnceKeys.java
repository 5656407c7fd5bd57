package io.github.camelnetsuite.token;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySource;
import java.util.Optional;

/** A key source whose key cannot be read the first time. */
final class BrokenOnceKeys implements SigningKeySource {

    private final SigningKeySource later;
    private boolean broken = true;

    BrokenOnceKeys(SigningKeySource later) {
        this.later = later;
    }

    @Override
    public SigningKey current() {
        if (broken) {
            broken = false;
            throw new NetSuiteConfigurationException("privateKey is gone.");
        }
        return later.current();
    }

    @Override
    public Optional<SigningKey> candidate() {
        if (broken) {
            throw new NetSuiteConfigurationException("privateKey is gone.");
        }
        return later.candidate();
    }

    @Override
    public void granted(SigningKey key) {
        later.granted(key);
    }
}
