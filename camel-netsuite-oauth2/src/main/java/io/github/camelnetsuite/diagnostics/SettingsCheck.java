package io.github.camelnetsuite.diagnostics;

import java.util.LinkedHashMap;
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
        var missing = new LinkedHashMap<String, String>();
        if (settings.accountId == null) {
            missing.put("accountId", "accountId as Company Information shows it");
        }
        if (settings.consumerKey == null) {
            missing.put("consumerKey", "consumerKey from the integration record");
        }
        if (settings.certificateId == null && settings.certificate == null && settings.keyStore == null) {
            missing.put(
                    "certificateId (or certificate)",
                    "certificateId from the client credentials page, or certificate as the text of the PEM file or as file: and"
                            + " its path");
        }
        if (settings.privateKey == null && settings.keyStore == null) {
            missing.put("privateKey", "privateKey as the text of the PEM file, or as file: and its path");
        }
        if (!missing.isEmpty()) {
            return Finding.of(step(), Level.FAIL, "Not set: " + String.join(", ", missing.keySet()) + ".")
                    .means(
                            "NetSuite grants no access token without account ID, consumer key, certificate ID and private key.")
                    .act("Set " + String.join("; ", missing.values()) + ".")
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
