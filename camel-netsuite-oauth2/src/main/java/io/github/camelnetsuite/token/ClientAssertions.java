package io.github.camelnetsuite.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Makes client assertions for one set of settings. The header holds {@code typ}, {@code alg} and {@code kid}; the claims are
 * {@code iss}, {@code scope} (an array), {@code aud} (the exact URL posted to), {@code iat}, {@code exp} (whole seconds) and
 * {@code jti} (a random UUID), and those the settings add. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 * @see "NetSuite help: The Request Token Structure"
 */
public final class ClientAssertions {

    private final TokenSettings settings;
    private final AssertionSigner signer;

    public ClientAssertions(TokenSettings settings, AssertionSigner signer) {
        this.settings = settings;
        this.signer = signer;
    }

    /**
     * A new assertion, issued now.
     *
     * @param now the time NetSuite has; fractions of a second are cut off
     * @throws NetSuiteConfigurationException when the key cannot sign
     */
    public ClientAssertion make(SigningKey key, Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plusSeconds(settings.assertionLifetime().toSeconds());
        String signingInput = header(key).toBase64URL() + "." + Base64URL.encode(claims(issuedAt, expiresAt));
        byte[] signature = signer.sign(key, signingInput.getBytes(StandardCharsets.US_ASCII));
        checkLength(key, signature);
        return new ClientAssertion(
                signingInput + "." + Base64URL.encode(signature),
                settings.tokenUrl(),
                key.certificateId(),
                key.algorithm(),
                issuedAt,
                expiresAt);
    }

    private static JWSHeader header(SigningKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.parse(key.algorithm().name()))
                .type(JOSEObjectType.JWT)
                .keyID(key.certificateId())
                .build();
    }

    private String claims(Instant issuedAt, Instant expiresAt) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        settings.claims().forEach(claims::claim);
        return claims.issuer(settings.consumerKey())
                .claim("scope", List.copyOf(settings.scopes()))
                .audience(settings.tokenUrl().toString())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .jwtID(UUID.randomUUID().toString())
                .build()
                .toString();
    }

    /** The classic slip of a hand-made signer is a DER signature, which NetSuite would refuse without saying why. */
    private static void checkLength(SigningKey key, byte[] signature) {
        int expected = ecdsaLength(key.algorithm());
        if (expected != 0 && signature.length != expected) {
            throw new NetSuiteConfigurationException(
                    "The signer gave " + signature.length + " bytes for " + key.algorithm()
                            + " with certificate ID " + key.certificateId() + ", where JWS wants " + expected
                            + ". It probably returned the DER form; convert it to R and S side by side (RFC 7518, section 3.4).");
        }
    }

    private static int ecdsaLength(SigningAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> 64;
            case ES384 -> 96;
            case ES512 -> 132;
            case PS256, PS384, PS512 -> 0;
        };
    }
}
