package io.github.camelnetsuite.cli;

import java.util.Locale;
import java.util.Set;

/** The settings that may also come from the environment or from the properties of a Camel application. */
enum Setting {
    ACCOUNT_ID("accountId"),
    CONSUMER_KEY("consumerKey"),
    CERTIFICATE_ID("certificateId"),
    PRIVATE_KEY("privateKey"),
    PRIVATE_KEY_PASSWORD("privateKeyPassword"),
    CERTIFICATE("certificate"),
    SCOPES("scopes"),
    SIGNATURE_ALGORITHM("signatureAlgorithm"),
    SUITE_TALK_URL("suiteTalkUrl"),
    RESTLETS_URL("restletsUrl");

    private static final Set<Setting> FILES = Set.of(PRIVATE_KEY, CERTIFICATE);

    private final String option;

    Setting(String option) {
        this.option = option;
    }

    /** The component's name for it. */
    String option() {
        return option;
    }

    /** Both ways to give it: {@code --private-key FILE or NETSUITE_PRIVATE_KEY (its text, or file: and its path)}. */
    String ways() {
        String flag = "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return FILES.contains(this)
                ? flag + " FILE or " + variable() + " (its text, or file: and its path)"
                : flag + " or " + variable();
    }

    /** The environment variable: {@code NETSUITE_ACCOUNT_ID}. */
    String variable() {
        return "NETSUITE_" + (this == SUITE_TALK_URL ? "SUITETALK_URL" : name());
    }
}
