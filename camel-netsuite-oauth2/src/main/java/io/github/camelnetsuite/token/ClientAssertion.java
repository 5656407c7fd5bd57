package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.SigningAlgorithm;
import java.net.URI;
import java.time.Instant;

/**
 * A signed statement of who is asking, good for one token URL and a few minutes. Immutable, and never printed: while it lives,
 * whoever holds it can get a token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-2.2">RFC 7523, section 2.2</a>
 */
public final class ClientAssertion {

    private final String value;
    private final URI audience;
    private final String certificateId;
    private final SigningAlgorithm algorithm;
    private final Instant issuedAt;
    private final Instant expiresAt;

    ClientAssertion(
            String value,
            URI audience,
            String certificateId,
            SigningAlgorithm algorithm,
            Instant issuedAt,
            Instant expiresAt) {
        this.value = value;
        this.audience = audience;
        this.certificateId = certificateId;
        this.algorithm = algorithm;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /** The JWS in compact form: a secret. */
    public String value() {
        return value;
    }

    /** The only URL it is meant for and may be posted to: its {@code aud}. */
    public URI audience() {
        return audience;
    }

    /** Its {@code kid}. */
    public String certificateId() {
        return certificateId;
    }

    public SigningAlgorithm algorithm() {
        return algorithm;
    }

    /** Its {@code iat}, in whole seconds. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** Its {@code exp}, in whole seconds. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "ClientAssertion[<redacted>, " + algorithm + ", certificate ID " + certificateId + ", expires "
                + expiresAt + "]";
    }
}
