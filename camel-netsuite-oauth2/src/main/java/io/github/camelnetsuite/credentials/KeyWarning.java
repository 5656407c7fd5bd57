package io.github.camelnetsuite.credentials;

/**
 * Something about a signing key that NetSuite will probably refuse, but which only NetSuite can decide.
 *
 * @param kind which rule it touches
 * @param message what was seen, what it means and what to do; holds no secret
 */
public record KeyWarning(Kind kind, String message) {

    /** The rules a warning may touch. */
    public enum Kind {
        CERTIFICATE_EXPIRED,
        CERTIFICATE_NOT_YET_VALID,
        CERTIFICATE_VALID_TOO_LONG,
        CERTIFICATE_ID_DIFFERS
    }
}
