package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningCertificate;
import io.github.camelnetsuite.credentials.SigningKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does the certificate ID look like one, and is it the certificate's own? Both rules rest on published samples, so breaking
 * them is a hint or a warning, never a failure.
 */
final class CertificateIdCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.CERTIFICATE_ID;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        if (known.settings.certificateId != null) {
            return Optional.empty();
        }
        if (known.bareKey == null) {
            return Optional.of(
                    "certificateId is not set, and without a usable private key it is not derived from a certificate.");
        }
        return Check.unless(
                known.settings.certificate == null || known.certificate != null,
                "certificateId is not set, and the certificate it could be derived from was not taken.");
    }

    @Override
    public Finding run(Knowledge known) {
        String set = known.settings.certificateId;
        boolean noPair = known.bareKey == null || (known.settings.certificate != null && known.certificate == null);
        return set != null && noPair ? byForm(known, set) : withKey(known);
    }

    private Finding withKey(Knowledge known) {
        try {
            SigningKey key = new KeyMaterials(known).complete();
            known.key = key;
            SigningCertificate certificate = known.certificate;
            String id = known.settings.certificateId;
            if (id == null) {
                return matching(known, key.certificateId(), "derived from the certificate");
            }
            if (certificate != null) {
                return certificate.certificateId().equals(id)
                        ? matching(known, id, "the certificate's own")
                        : other(known, id, certificate.certificateId());
            }
            return byForm(known, id);
        } catch (NetSuiteConfigurationException e) {
            return Finding.of(step(), Level.FAIL, String.valueOf(e.getMessage()))
                    .means("NetSuite could not tell which certificate verifies the assertion.")
                    .act("Copy the certificate ID from the row of the certificate.")
                    .at(NetSuitePlace.MAPPINGS);
        }
    }

    private Finding matching(Knowledge known, String id, String how) {
        known.unlikely.add("SignatureValidation");
        return Finding.ok(step(), id + ", " + how + ".");
    }

    private Finding other(Knowledge known, String id, String own) {
        known.suspect("certificateId is not the ID of the certificate given, which is " + own, "MissingKey");
        return Finding.of(step(), Level.WARN, shown(id) + " is set, but the certificate's own ID is " + own + ".")
                .means(
                        "NetSuite names a certificate by its SHA-256 thumbprint, so it probably knows this one by its own ID. "
                                + "The ID that is set is used.")
                .act("Remove certificateId, or give the certificate it belongs to.")
                .at(NetSuitePlace.MAPPINGS);
    }

    private Finding byForm(Knowledge known, String id) {
        String oddity = oddity(id);
        if (oddity == null) {
            return Finding.ok(
                    step(),
                    id + " has the form of a certificate ID."
                            + (id.startsWith("-") ? " The hyphen at its start belongs to it." : ""));
        }
        known.suspect("certificateId does not look like a certificate ID", "MissingKey", "MissingKeyId");
        return Finding.of(step(), Level.HINT, shown(id) + " " + oddity)
                .means("A certificate ID has 43 characters: letters, digits, - and _; it may start with a hyphen.")
                .act("Compare it with the row of the certificate.")
                .at(NetSuitePlace.MAPPINGS);
    }

    private static @Nullable String oddity(String id) {
        if (CredentialForm.THUMBPRINT.matches(id)) {
            return null;
        }
        if (CredentialForm.HEX_64.matches(id)) {
            return "has the form of a consumer key: were the two swapped?";
        }
        if (CredentialForm.THUMBPRINT.matches("-" + id)) {
            return "is one character short; if it starts with a hyphen in NetSuite, that was lost.";
        }
        return "has " + id.length() + " characters, which is not the form of a certificate ID.";
    }

    /** What does not look like a certificate ID may be anything, a secret included. */
    private static String shown(String id) {
        return CredentialForm.THUMBPRINT.matches(id) ? id : "The certificate ID";
    }
}
