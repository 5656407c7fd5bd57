package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The signature algorithms NetSuite accepts for a client assertion. PKCS#1 v1.5 signatures (RS256 and its siblings) are not
 * among them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3">RFC 7518, section 3</a>
 * @see "NetSuite help: The Request Token Structure"
 */
public enum SigningAlgorithm {
    PS256(256),
    PS384(384),
    PS512(512),
    ES256(256),
    ES384(384),
    ES512(512);

    private final int hashBits;

    SigningAlgorithm(int hashBits) {
        this.hashBits = hashBits;
    }

    /** The value of the assertion's {@code alg} header. */
    public String jwaName() {
        return name();
    }

    /** Whether it signs with an RSA key (RSASSA-PSS); otherwise with an elliptic curve key (ECDSA). */
    public boolean rsa() {
        return name().startsWith("PS");
    }

    /** Bits of the SHA-2 hash it uses. */
    public int hashBits() {
        return hashBits;
    }

    /**
     * Reads the name of an algorithm, in any case.
     *
     * @throws NetSuiteConfigurationException when NetSuite does not accept it; the message says what to use instead
     */
    public static SigningAlgorithm parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        for (SigningAlgorithm algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return algorithm;
            }
        }
        throw NetSuiteConfigurationException.ofOption(
                "signatureAlgorithm", "signatureAlgorithm " + Shown.value(text) + " is refused: " + reason(name));
    }

    private static String reason(String name) {
        if (name.matches("RS(256|384|512)")) {
            return "NetSuite no longer accepts RSA signatures with PKCS#1 v1.5 padding. With the same RSA key use "
                    + name.replace("RS", "PS") + ", or leave signatureAlgorithm out.";
        }
        return "NetSuite accepts " + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))
                + ". Leave signatureAlgorithm out to use the one that fits the key.";
    }
}
