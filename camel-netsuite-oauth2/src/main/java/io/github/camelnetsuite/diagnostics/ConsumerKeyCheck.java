package io.github.camelnetsuite.diagnostics;

import java.util.Objects;
import java.util.Optional;

/** Does the consumer key look like one? Its form is no promise of NetSuite's, so this gives hints only, and never shows it. */
final class ConsumerKeyCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.CONSUMER_KEY;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        return Check.unless(known.settings.consumerKey != null, "consumerKey is not set.");
    }

    @Override
    public Finding run(Knowledge known) {
        String key = Objects.requireNonNull(known.settings.consumerKey);
        if (CredentialForm.HEX_64.matches(key)) {
            return Finding.ok(step(), "64 hexadecimal digits, the form of a consumer key.")
                    .means("A consumer secret looks the same; the secret is not used in this flow.");
        }
        known.suspect(suspicion(key), "UnknownIntegration", "InvalidIssuer", "ClientIdMismatch");
        return Finding.of(step(), Level.HINT, seen(key))
                .means("A consumer key, which NetSuite also calls Client ID, has 64 hexadecimal digits.")
                .act(
                        "Copy the Consumer Key / Client ID of the integration record. NetSuite shows it once, when the record is "
                                + "saved; after that only Reset Credentials shows a new one, and the old one ends.")
                .at(NetSuitePlace.INTEGRATIONS);
    }

    private static String seen(String key) {
        if (CredentialForm.GUID.matches(key)) {
            return "It is a GUID, the form of the integration record's Application ID.";
        }
        if (CredentialForm.THUMBPRINT.matches(key)) {
            return "It has the form of a certificate ID: were the two swapped?";
        }
        if (CredentialForm.SECRET.matches(key)) {
            return "It looks like a private key, an assertion or a token (not shown). Treat that as known to others.";
        }
        return "It has " + key.length() + " characters, which is not the form of a consumer key.";
    }

    private static String suspicion(String key) {
        return CredentialForm.GUID.matches(key)
                ? "the Application ID was set as consumer key"
                : "consumerKey does not look like a consumer key";
    }
}
