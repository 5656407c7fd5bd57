package io.github.camelnetsuite.credentials;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key store that holds the private key and its certificate. Immutable; passwords do not print.
 *
 * @param content the store
 * @param type such as {@code PKCS12} or {@code JKS}; null to recognise it from the content
 * @param password opens the store; null when it has none
 * @param alias names the entry; null when there is only one private key in it
 * @param keyPassword opens the entry; null when it is the store's
 */
public record KeyStoreSettings(
        KeyMaterial content,
        @Nullable String type,
        @Nullable String password,
        @Nullable String alias,
        @Nullable String keyPassword) {

    public KeyStoreSettings {
        Objects.requireNonNull(content);
    }

    @Override
    public String toString() {
        return "KeyStoreSettings[" + content.description() + ", type " + type + ", alias " + alias
                + ", passwords <redacted>]";
    }
}
