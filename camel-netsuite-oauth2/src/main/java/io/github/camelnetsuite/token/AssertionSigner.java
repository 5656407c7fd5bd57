package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.SigningKey;

/**
 * Signs a client assertion. The seam for keys that never leave their home: a PKCS#11 token or a cloud key service.
 * Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-5.1">RFC 7515, section 5.1</a>
 */
public interface AssertionSigner {

    /**
     * The JWS signature over these bytes, as {@code key.algorithm()} has it: RSASSA-PSS with a salt as long as the hash, or the
     * raw R and S of ECDSA.
     *
     * @throws io.github.camelnetsuite.NetSuiteConfigurationException when the key cannot sign
     */
    byte[] sign(SigningKey key, byte[] signingInput);
}
