package io.github.camelnetsuite.cli;

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

    private final String option;

    Setting(String option) {
        this.option = option;
    }

    /** The component's name for it. */
    String option() {
        return option;
    }

    /** The environment variable: {@code NETSUITE_ACCOUNT_ID}. */
    String variable() {
        return "NETSUITE_" + (this == SUITE_TALK_URL ? "SUITETALK_URL" : name());
    }
}
