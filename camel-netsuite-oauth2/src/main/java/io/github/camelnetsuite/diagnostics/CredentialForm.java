package io.github.camelnetsuite.diagnostics;

import java.util.regex.Pattern;

/** The forms by which values are recognised that were put into the wrong setting. */
enum CredentialForm {
    /** A consumer key, and a consumer secret too. */
    HEX_64("[0-9A-Fa-f]{64}"),
    /** The Application ID of an integration record. */
    GUID("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
    /** A certificate ID: a SHA-256 hash in Base64url without padding. */
    THUMBPRINT("[A-Za-z0-9_-]{43}"),
    /** Private key, assertion or token. */
    SECRET("(?s).*-----BEGIN.*|M[A-Za-z0-9+/=\\s]{60,}|eyJ[\\w.=-]{20,}");

    private final Pattern pattern;

    CredentialForm(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
