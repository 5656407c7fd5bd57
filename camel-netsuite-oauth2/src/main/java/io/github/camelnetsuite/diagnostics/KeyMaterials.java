package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySettings;
import io.github.camelnetsuite.credentials.SigningKeySource;
import org.jspecify.annotations.Nullable;

/** Reads a signing key from some of the settings, so that each part can be judged on its own. */
final class KeyMaterials {

    /** Stands in where the certificate ID is not what is being looked at. */
    private static final String NO_ID = "not-looked-at";

    private final Knowledge known;

    KeyMaterials(Knowledge known) {
        this.known = known;
    }

    /** @throws io.github.camelnetsuite.NetSuiteConfigurationException when the key is unusable */
    SigningKey keyAlone() {
        return read(null, NO_ID);
    }

    /** @throws io.github.camelnetsuite.NetSuiteConfigurationException when the certificate is unusable or another key's */
    SigningKey withCertificate() {
        // With a certificate the ID follows from it, and an ID that is not its own would be warned about.
        return read(known.settings.certificate, known.settings.certificate == null ? NO_ID : null);
    }

    /** @throws io.github.camelnetsuite.NetSuiteConfigurationException when the parts do not make one key */
    SigningKey complete() {
        return read(known.settings.certificate, known.settings.certificateId);
    }

    private SigningKey read(@Nullable KeyMaterial certificate, @Nullable String certificateId) {
        CheckSettings settings = known.settings;
        String algorithm = settings.signatureAlgorithm;
        SigningKeySettings wanted = SigningKeySettings.builder()
                .privateKey(settings.privateKey)
                .privateKeyPassword(settings.privateKeyPassword)
                .keyStore(settings.keyStore)
                .certificate(certificate)
                .certificateId(certificateId == null ? null : KeyMaterial.text(certificateId))
                .signatureAlgorithm(algorithm == null ? null : SigningAlgorithm.parse(algorithm))
                .build();
        return SigningKeySource.of(wanted, known.clock).current();
    }
}
