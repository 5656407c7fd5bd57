package io.github.camelnetsuite.credentials;

import java.time.Clock;
import java.util.Optional;

/**
 * Gives the signing key in use, and the one that is to follow it when the key material behind it has changed. Thread-safe.
 */
public interface SigningKeySource {

    /**
     * The key in use. Reads the key material on first use; later calls return at once. A first read that failed is tried again
     * at the next call.
     *
     * @throws io.github.camelnetsuite.NetSuiteConfigurationException when it cannot be read or NetSuite would refuse it
     */
    SigningKey current();

    /**
     * A complete new key that has appeared since, not yet proved by a token granted with it. Looks at the key material again;
     * a half-changed or unreadable one gives no candidate and is reported in the log, once per change. Never throws because
     * of the key material. Without a change it costs reading a few small files, so it may be asked before each token request,
     * and also while requests are paused, to notice at once that somebody has corrected the key. Empty before the first
     * {@link #current()}.
     */
    Optional<SigningKey> candidate();

    /**
     * Says that a token was granted with this key: a candidate becomes current, and the current key counts as proved. Until
     * one is proved, any complete change is a candidate; a proved key gives way only to a change in which the key and its
     * certificate, or the key and its certificate ID, are both new. A key that is neither current nor candidate is ignored.
     */
    void granted(SigningKey key);

    /** A key that never changes, such as a handle to one on a PKCS#11 token. */
    static SigningKeySource of(SigningKey key) {
        return new FixedSigningKey(key);
    }

    /**
     * A key read from its settings, and read again as {@link #candidate()} says.
     *
     * @param clock tells whether the certificate is valid now, for the warnings in the log
     */
    static SigningKeySource of(SigningKeySettings settings, Clock clock) {
        return new ChangingSigningKey(new SigningKeyReader(settings), clock);
    }
}
