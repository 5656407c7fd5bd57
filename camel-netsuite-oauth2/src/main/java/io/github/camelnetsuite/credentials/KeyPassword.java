package io.github.camelnetsuite.credentials;

import org.jspecify.annotations.Nullable;

/** The password of an encrypted private key. */
final class KeyPassword {

    private KeyPassword() {}

    static char[] required(@Nullable String password) throws UnusableKeyException {
        if (password == null || password.isEmpty()) {
            throw new UnusableKeyException(
                    "is encrypted, and no password is set. Set privateKeyPassword, or write the key "
                            + "without one: openssl pkcs8 -topk8 -nocrypt -in encrypted.pem -out auth-key.pem");
        }
        return password.toCharArray();
    }

    /** Without a cause: what a parser says about wrongly decrypted bytes helps nobody. */
    static UnusableKeyException wrong() {
        return new UnusableKeyException(
                "cannot be decrypted: privateKeyPassword is not its password, or the key is damaged. "
                        + "Try it with: openssl pkey -noout -in the-key-file");
    }
}
