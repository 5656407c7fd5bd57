package io.github.camelnetsuite.credentials;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of key NetSuite accepts, and no other.
 *
 * @see "NetSuite help: OAuth 2.0 Client Credentials Setup"
 */
public enum KeyType {
    RSA_3072("RSA 3072", SigningAlgorithm.PS256, "rsa:3072"),
    RSA_4096("RSA 4096", SigningAlgorithm.PS256, "rsa:4096"),
    P_256("P-256", SigningAlgorithm.ES256, "prime256v1"),
    P_384("P-384", SigningAlgorithm.ES384, "secp384r1"),
    P_521("P-521", SigningAlgorithm.ES512, "secp521r1");

    private final String label;
    private final SigningAlgorithm algorithm;
    private final String openssl;

    KeyType(String label, SigningAlgorithm algorithm, String openssl) {
        this.label = label;
        this.algorithm = algorithm;
        this.openssl = openssl;
    }

    /** The name people know it by: {@code RSA 4096}, {@code P-256}. */
    public String label() {
        return label;
    }

    /** Whether it is an RSA key; otherwise it is an elliptic curve key. */
    public boolean rsa() {
        return algorithm.rsa();
    }

    /** The algorithm such a key signs with unless another one is set. */
    public SigningAlgorithm defaultAlgorithm() {
        return algorithm;
    }

    /** Whether a key of this kind can sign so: any PS algorithm with RSA, exactly one ES algorithm with a curve. */
    public boolean fits(SigningAlgorithm wanted) {
        return rsa() ? wanted.rsa() : wanted == algorithm;
    }

    /** The command line that makes such a key and a certificate for two years, the longest NetSuite takes. */
    public String opensslCommand() {
        String newKey =
                rsa() ? openssl : "ec -pkeyopt ec_paramgen_curve:" + openssl + " -pkeyopt ec_param_enc:named_curve";
        return "openssl req -x509 -newkey " + newKey
                + " -sha256 -keyout auth-key.pem -out auth-cert.pem -nodes -days 730";
    }

    static Optional<KeyType> ofRsa(int modulusBits) {
        return Arrays.stream(values())
                .filter(type -> type.label.equals("RSA " + modulusBits))
                .findFirst();
    }
}
