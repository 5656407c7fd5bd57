package io.github.camelnetsuite.credentials;

/** The pieces of key material a signing key is made of, by the option each belongs to. */
enum KeyPart {
    PRIVATE_KEY("privateKey"),
    KEY_STORE("keyStoreParameters"),
    CERTIFICATE("certificate"),
    CERTIFICATE_ID("certificateId");

    private final String option;

    KeyPart(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }
}
