package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A signing key that follows its key material, but never half: the old pair goes on until a token was granted with a new one.
 * Reading happens under a lock; {@link #current()} does not take it once a key is there.
 */
final class ChangingSigningKey implements SigningKeySource {

    private static final Logger LOG = LoggerFactory.getLogger(ChangingSigningKey.class);

    private final SigningKeyReader reader;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable SigningKey current;
    private @Nullable SigningKey candidate;
    private Map<KeyPart, String> accepted = Map.of();
    private Map<KeyPart, String> seen = Map.of();
    private String reported = "";
    private boolean proved;

    ChangingSigningKey(SigningKeyReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public SigningKey current() {
        SigningKey held = current;
        return held != null ? held : firstRead();
    }

    private SigningKey firstRead() {
        lock.lock();
        try {
            SigningKey held = current;
            if (held != null) {
                return held;
            }
            KeyReading reading = reader.read();
            SigningKey key = reader.parse(reading);
            accepted = reading.digests();
            seen = reading.digests();
            current = key;
            warnAbout(key);
            return key;
        } catch (KeyMismatchException e) {
            throw Refusal.of(reader.keyPart(), reader.place(reader.keyPart()), e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<SigningKey> candidate() {
        lock.lock();
        try {
            SigningKey inUse = current;
            if (inUse != null) {
                look(inUse);
            }
            return Optional.ofNullable(candidate);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void granted(SigningKey key) {
        lock.lock();
        try {
            if (key == current) {
                proved = true;
            } else if (key == candidate) {
                LOG.info(
                        "NetSuite granted a token with the new signing key, certificate ID {}; it is in use now.",
                        key.certificateId());
                current = key;
                candidate = null;
                accepted = seen;
                proved = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void look(SigningKey inUse) {
        KeyReading reading;
        try {
            reading = reader.read();
        } catch (NetSuiteConfigurationException e) {
            seen = Map.of();
            keep(inUse, String.valueOf(e.getMessage()));
            return;
        }
        if (!reading.digests().equals(seen)) {
            seen = reading.digests();
            judge(inUse, reading);
        }
    }

    private void judge(SigningKey inUse, KeyReading reading) {
        reported = "";
        try {
            SigningKey next = reader.parse(reading);
            var change = new KeyChange(reader, inUse, next, proved);
            Optional<String> missing = change.none() ? Optional.empty() : change.missing();
            if (missing.isPresent()) {
                keep(inUse, missing.get());
            } else if (change.none()) {
                accepted = reading.digests();
                candidate = null;
            } else {
                candidate = next;
                LOG.info(
                        "The signing key has changed; the one with certificate ID {} is tried at the next token request.",
                        next.certificateId());
                warnAbout(next);
            }
        } catch (KeyMismatchException e) {
            keep(inUse, mismatch(reading, e));
        } catch (NetSuiteConfigurationException e) {
            keep(inUse, String.valueOf(e.getMessage()));
        }
    }

    private String mismatch(KeyReading reading, KeyMismatchException e) {
        Set<KeyPart> changed = new HashSet<>(reading.digests().keySet());
        changed.removeIf(
                part -> accepted.getOrDefault(part, "").equals(reading.digests().get(part)));
        boolean key = changed.contains(reader.keyPart());
        boolean certificate = changed.contains(KeyPart.CERTIFICATE);
        if (key == certificate || !reader.has(KeyPart.CERTIFICATE)) {
            return reader.place(reader.keyPart()) + " " + e.getMessage();
        }
        return reader.place(key ? reader.keyPart() : KeyPart.CERTIFICATE) + " has changed, but "
                + reader.place(key ? KeyPart.CERTIFICATE : reader.keyPart()) + " is still the old one.";
    }

    private void keep(SigningKey inUse, String reason) {
        candidate = null;
        if (!reason.equals(reported)) {
            reported = reason;
            LOG.warn("{} The signing key with certificate ID {} stays in use.", reason, inUse.certificateId());
        }
    }

    private void warnAbout(SigningKey key) {
        key.warnings(clock.instant()).forEach(warning -> LOG.warn("{}", warning.message()));
    }
}
