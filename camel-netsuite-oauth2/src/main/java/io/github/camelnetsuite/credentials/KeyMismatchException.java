package io.github.camelnetsuite.credentials;

/** A private key and a certificate, each good, that do not belong together: perhaps only one of them is new so far. */
final class KeyMismatchException extends UnusableKeyException {

    private static final long serialVersionUID = 1L;

    KeyMismatchException(String message) {
        super(message);
    }
}
