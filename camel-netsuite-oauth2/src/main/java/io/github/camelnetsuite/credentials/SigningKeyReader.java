package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what the settings point to and makes one signing key of it. */
final class SigningKeyReader {

    private final SigningKeySettings settings;
    private final Map<KeyPart, KeyMaterial> materials;

    SigningKeyReader(SigningKeySettings settings) {
        this.settings = settings;
        this.materials = settings.materials();
    }

    /** @throws NetSuiteConfigurationException when something cannot be read */
    KeyReading read() {
        return KeyReading.of(materials);
    }

    /**
     * @throws NetSuiteConfigurationException when a part is unusable, or NetSuite would refuse it
     * @throws KeyMismatchException when each part is good, but the key belongs to another certificate
     */
    SigningKey parse(KeyReading reading) throws KeyMismatchException {
        KeyEntry entry = entry(reading);
        byte[] certificate = reading.contents().get(KeyPart.CERTIFICATE);
        List<X509Certificate> certificates = certificate == null
                ? entry.certificates()
                : usable(KeyPart.CERTIFICATE, () -> CertificateReader.read(certificate));
        byte[] id = reading.contents().get(KeyPart.CERTIFICATE_ID);
        CertificateId certificateId =
                id == null ? null : usable(KeyPart.CERTIFICATE_ID, () -> CertificateId.parse(PemText.decode(id)));
        try {
            return new SigningKeyParts(entry.key(), certificates, certificateId, settings.signatureAlgorithm())
                    .assemble();
        } catch (KeyMismatchException e) {
            throw e;
        } catch (UnusableKeyException e) {
            throw Refusal.of(keyPart(), place(keyPart()), e);
        }
    }

    private KeyEntry entry(KeyReading reading) {
        byte[] content = Objects.requireNonNull(reading.contents().get(keyPart()));
        KeyStoreSettings store = settings.keyStore();
        return store == null
                ? usable(KeyPart.PRIVATE_KEY, () -> KeyEntry.ofPem(content, settings.privateKeyPassword()))
                : usable(KeyPart.KEY_STORE, () -> KeyStoreReader.read(content, store));
    }

    /** The part that holds the private key. */
    KeyPart keyPart() {
        return settings.keyStore() == null ? KeyPart.PRIVATE_KEY : KeyPart.KEY_STORE;
    }

    boolean has(KeyPart part) {
        return materials.containsKey(part);
    }

    boolean literal(KeyPart part) {
        KeyMaterial material = materials.get(part);
        return material != null && material.literal();
    }

    /** The option and where its content comes from, for a message. */
    String place(KeyPart part) {
        KeyMaterial material = materials.get(part);
        return material == null ? part.option() : part.option() + " (" + material.description() + ")";
    }

    private <T> T usable(KeyPart part, Reading<T> reading) {
        try {
            return reading.get();
        } catch (UnusableKeyException e) {
            throw Refusal.of(part, place(part), e);
        } catch (RuntimeException e) {
            // Parsers meet hostile or half-written bytes here, and what they throw on them is not specified.
            throw Refusal.of(
                    part,
                    place(part),
                    new UnusableKeyException("is damaged and cannot be read. Copy the whole file again.", e));
        }
    }

    private interface Reading<T extends @Nullable Object> {
        T get() throws UnusableKeyException;
    }
}
