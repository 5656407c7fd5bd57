package io.github.camelnetsuite.diagnostics;

import java.util.ArrayList;
import java.util.Optional;

/** Are the four settings there that every login needs? */
final class SettingsCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.SETTINGS;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        return Optional.empty();
    }

    @Override
    public Finding run(Knowledge known) {
        CheckSettings settings = known.settings;
        var missing = new ArrayList<String>();
        if (settings.accountId == null) {
            missing.add("accountId");
        }
        if (settings.consumerKey == null) {
            missing.add("consumerKey");
        }
        if (settings.certificateId == null && settings.certificate == null && settings.keyStore == null) {
            missing.add("certificateId (or certificate)");
        }
        if (settings.privateKey == null && settings.keyStore == null) {
            missing.add("privateKey");
        }
        if (!missing.isEmpty()) {
            return Finding.of(step(), Level.FAIL, "Not set: " + String.join(", ", missing) + ".")
                    .means(
                            "NetSuite grants no access token without account ID, consumer key, certificate ID and private key.")
                    .act("Set what is missing. The consumer key comes from the integration record, the certificate ID "
                            + "from the client credentials page.")
                    .at(NetSuitePlace.INTEGRATIONS + "; " + NetSuitePlace.MAPPINGS);
        }
        if (settings.privateKey != null && settings.keyStore != null) {
            return Finding.of(step(), Level.FAIL, "Both privateKey and a key store are set.")
                    .means("It is not clear which key is to sign.")
                    .act("Remove one of them.");
        }
        return Finding.ok(
                step(),
                "Account ID, consumer key, private key and "
                        + (settings.certificateId == null ? "certificate" : "certificate ID") + " are set.");
    }
}
