package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningCertificate;
import io.github.camelnetsuite.credentials.SigningKey;
import java.util.Optional;

/** Can the certificate be read, and does it belong to the private key? */
final class CertificateCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.CERTIFICATE;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        SigningKey key = known.bareKey;
        boolean given = known.settings.certificate != null
                || (key != null && key.certificate().isPresent());
        if (!given) {
            return Optional.of(
                    "No certificate is given. With it, its match with the key, its ID and its expiry could be checked here.");
        }
        return Check.unless(
                key != null,
                "There is no usable private key, so it cannot be told whether the certificate belongs to it.");
    }

    @Override
    public Finding run(Knowledge known) {
        try {
            SigningCertificate certificate =
                    new KeyMaterials(known).withCertificate().certificate().orElseThrow();
            known.certificate = certificate;
            return Finding.ok(
                    step(), "Belongs to the private key. NetSuite shows it as " + certificate.certificateId() + ".");
        } catch (NetSuiteConfigurationException e) {
            return Finding.of(step(), Level.FAIL, String.valueOf(e.getMessage()))
                    .means("An assertion signed with this key would not be verified by this certificate.")
                    .act(
                            "Give the certificate that was made together with the key; it must be the one uploaded to NetSuite.")
                    .at(NetSuitePlace.MAPPINGS);
        }
    }
}
