package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the signing key and its certificate ID come from: a private key or a key store, and a certificate, a certificate ID
 * or both. Nothing is read here; {@link SigningKeySource#of(SigningKeySettings, java.time.Clock)} reads. Immutable; secrets do
 * not print.
 */
public final class SigningKeySettings {

    private final @Nullable KeyMaterial privateKey;
    private final @Nullable String privateKeyPassword;
    private final @Nullable KeyStoreSettings keyStore;
    private final @Nullable KeyMaterial certificate;
    private final @Nullable KeyMaterial certificateId;
    private final @Nullable SigningAlgorithm signatureAlgorithm;

    private SigningKeySettings(Builder builder) {
        this.privateKey = builder.privateKey;
        this.privateKeyPassword = builder.privateKeyPassword;
        this.keyStore = builder.keyStore;
        this.certificate = builder.certificate;
        this.certificateId = builder.certificateId;
        this.signatureAlgorithm = builder.signatureAlgorithm;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The material that is configured, by the part it gives. */
    Map<KeyPart, KeyMaterial> materials() {
        var materials = new EnumMap<KeyPart, KeyMaterial>(KeyPart.class);
        if (privateKey != null) {
            materials.put(KeyPart.PRIVATE_KEY, privateKey);
        }
        if (keyStore != null) {
            materials.put(KeyPart.KEY_STORE, keyStore.content());
        }
        if (certificate != null) {
            materials.put(KeyPart.CERTIFICATE, certificate);
        }
        if (certificateId != null) {
            materials.put(KeyPart.CERTIFICATE_ID, certificateId);
        }
        return materials;
    }

    @Nullable
    String privateKeyPassword() {
        return privateKeyPassword;
    }

    @Nullable
    KeyStoreSettings keyStore() {
        return keyStore;
    }

    @Nullable
    SigningAlgorithm signatureAlgorithm() {
        return signatureAlgorithm;
    }

    @Override
    public String toString() {
        return "SigningKeySettings[privateKey " + place(privateKey) + ", key store " + keyStore + ", certificate "
                + place(certificate) + ", certificateId " + place(certificateId) + ", signatureAlgorithm "
                + signatureAlgorithm + ", secrets <redacted>]";
    }

    private static @Nullable String place(@Nullable KeyMaterial material) {
        return material == null ? null : material.description();
    }

    /** Collects the settings; null means not set. Not thread-safe. */
    public static final class Builder {

        private @Nullable KeyMaterial privateKey;
        private @Nullable String privateKeyPassword;
        private @Nullable KeyStoreSettings keyStore;
        private @Nullable KeyMaterial certificate;
        private @Nullable KeyMaterial certificateId;
        private @Nullable SigningAlgorithm signatureAlgorithm;

        private Builder() {}

        /** PKCS#8, PKCS#1 or SEC1, plain or encrypted, as PEM or DER; its certificate may stand beside it. */
        public Builder privateKey(@Nullable KeyMaterial privateKey) {
            this.privateKey = privateKey;
            return this;
        }

        public Builder privateKeyPassword(@Nullable String privateKeyPassword) {
            this.privateKeyPassword = privateKeyPassword;
            return this;
        }

        /** A PKCS#12 or JKS store instead of {@link #privateKey}. */
        public Builder keyStore(@Nullable KeyStoreSettings keyStore) {
            this.keyStore = keyStore;
            return this;
        }

        /** The X.509 certificate uploaded to NetSuite, PEM or DER. */
        public Builder certificate(@Nullable KeyMaterial certificate) {
            this.certificate = certificate;
            return this;
        }

        /** The certificate ID; may be left out when there is a certificate. */
        public Builder certificateId(@Nullable KeyMaterial certificateId) {
            this.certificateId = certificateId;
            return this;
        }

        /** Left out, the algorithm that fits the key is used. */
        public Builder signatureAlgorithm(@Nullable SigningAlgorithm signatureAlgorithm) {
            this.signatureAlgorithm = signatureAlgorithm;
            return this;
        }

        /**
         * The settings so far.
         *
         * @throws NetSuiteConfigurationException when there is no private key, or more than one place for it
         */
        public SigningKeySettings build() {
            if (privateKey == null && keyStore == null) {
                throw NetSuiteConfigurationException.ofOption(
                        KeyPart.PRIVATE_KEY.option(),
                        "No private key is configured. Set privateKey to the text of the key or "
                                + "to file: and its path, or set keyStoreParameters. A command that makes a key and certificate: "
                                + KeyType.P_256.opensslCommand());
            }
            if (privateKey != null && keyStore != null) {
                throw NetSuiteConfigurationException.ofOption(
                        KeyPart.PRIVATE_KEY.option(),
                        "Both privateKey and keyStoreParameters are set. Remove one, so that it is clear which key signs.");
            }
            return new SigningKeySettings(this);
        }
    }
}
