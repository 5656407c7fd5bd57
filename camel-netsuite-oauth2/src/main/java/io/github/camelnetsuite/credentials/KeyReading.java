package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.util.encoders.Hex;

/**
 * All key material as it was at one moment. The digests tell a later look whether anything is new, so that the content, a
 * secret, need not be kept.
 */
record KeyReading(Map<KeyPart, byte[]> contents, Map<KeyPart, String> digests) {

    private static final int LARGEST = 1 << 20;

    /** @throws NetSuiteConfigurationException when one of them cannot be read */
    static KeyReading of(Map<KeyPart, KeyMaterial> materials) {
        var contents = new EnumMap<KeyPart, byte[]>(KeyPart.class);
        var digests = new EnumMap<KeyPart, String>(KeyPart.class);
        materials.forEach((part, material) -> {
            byte[] content = read(part, material);
            contents.put(part, content);
            digests.put(part, digest(content));
        });
        return new KeyReading(contents, digests);
    }

    private static byte[] read(KeyPart part, KeyMaterial material) {
        if (Shown.secretAsPlace(material.description())) {
            throw NetSuiteConfigurationException.ofOption(
                    part.option(),
                    part.option()
                            + " has the text of a key where a path is expected (not shown). Leave out the prefix before the"
                            + " text, such as file:, or write the path of a file after it.");
        }
        String place = part.option() + " (" + material.description() + ")";
        try (InputStream in = material.open()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length <= LARGEST) {
                return content;
            }
        } catch (IOException | RuntimeException e) {
            throw NetSuiteConfigurationException.ofOption(
                    part.option(),
                    place + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check that it exists and that this process may read it.",
                    e);
        }
        throw NetSuiteConfigurationException.ofOption(
                part.option(),
                place + " is larger than 1 MiB, so it is no key, certificate or key store. Check the path.");
    }

    private static String digest(byte[] content) {
        try {
            return Hex.toHexString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256, which every JVM must have", e);
        }
    }

    @Override
    public String toString() {
        return "KeyReading[" + digests.keySet() + ", <redacted>]";
    }
}
