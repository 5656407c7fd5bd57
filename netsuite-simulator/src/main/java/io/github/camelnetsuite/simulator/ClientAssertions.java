package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.jose.JwsAlgorithm;
import io.github.camelnetsuite.simulator.jose.Jwt;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides whether a client assertion is to be believed, as strictly as NetSuite does. */
final class ClientAssertions {

    private final Conduct conduct;
    private final Clock clock;
    private final String consumerKey;
    private final Certificates certificates;
    private final Audiences audiences;
    private final AssertionTimes times;
    private final RequestedScopes scopes;
    private final Consumer<String> secrets;
    private final Set<String> seenIds = ConcurrentHashMap.newKeySet();

    ClientAssertions(
            Conduct conduct,
            Clock clock,
            String consumerKey,
            Certificates certificates,
            Audiences audiences,
            Consumer<String> secrets) {
        this.conduct = conduct;
        this.clock = clock;
        this.consumerKey = consumerKey;
        this.certificates = certificates;
        this.audiences = audiences;
        this.secrets = secrets;
        this.times = new AssertionTimes(conduct, clock);
        this.scopes = new RequestedScopes(conduct);
    }

    /** Who asked, and for what. */
    record Accepted(UploadedCertificate certificate, List<String> scopes) {}

    Accepted check(String assertion) throws LoginRefused {
        secrets.accept(assertion);
        Jwt jwt = parse(assertion);
        JwsAlgorithm algorithm = algorithm(jwt.header());
        String keyId = keyId(jwt.header());
        UploadedCertificate certificate = certificates
                .find(keyId)
                .filter(found -> found.usableAt(clock.instant()))
                .orElseThrow(() -> clientRefused(
                        "MissingKey", "No valid certificate has the ID in kid: " + stateOf(keyId), keyId));
        if (!jwt.isSignedBy(certificate.publicKey(), algorithm)) {
            throw clientRefused(
                    "SignatureValidation", "The " + algorithm + " signature does not fit the certificate", keyId);
        }
        ObjectNode claims = jwt.claims();
        if (!claims.path("iss").asText().equals(consumerKey)) {
            throw clientRefused("InvalidIssuer", "Claim iss is not the consumer key of an integration record", keyId);
        }
        if (!audiences.accept(claims.path("aud"))) {
            throw new LoginRefused(
                    conduct.mode(Quirk.AUDIENCE_REFUSED),
                    "ClientAuthenticationFailed",
                    "Claim aud is not the token URL of this account: " + claims.path("aud"),
                    Optional.of(keyId));
        }
        times.check(claims, keyId);
        List<String> requested = scopes.read(claims.get("scope"), keyId);
        refuseReplay(claims.get("jti"), keyId);
        return new Accepted(certificate, requested);
    }

    void reset() {
        seenIds.clear();
    }

    private Jwt parse(String assertion) throws LoginRefused {
        try {
            return Jwt.parse(assertion);
        } catch (IllegalArgumentException e) {
            throw new LoginRefused(
                    "400 invalid_request",
                    "ClientAuthenticationFailed",
                    "The client assertion is not a JWT: " + e.getMessage(),
                    Optional.empty());
        }
    }

    private JwsAlgorithm algorithm(ObjectNode header) throws LoginRefused {
        String name = header.path("alg").asText();
        Optional<JwsAlgorithm> algorithm = JwsAlgorithm.named(name);
        if (algorithm.isEmpty() || header.has("crit")) {
            throw new LoginRefused(
                    conduct.mode(Quirk.UNSUPPORTED_ALGORITHM),
                    "UnsupportedAlgo",
                    "Algorithm '" + name + "' is not one of PS256 PS384 PS512 ES256 ES384 ES512",
                    Optional.empty());
        }
        return algorithm.get();
    }

    private String keyId(ObjectNode header) throws LoginRefused {
        JsonNode keyId = header.get("kid");
        if (keyId == null || !keyId.isTextual() || keyId.asText().isEmpty()) {
            throw new LoginRefused(
                    conduct.mode(Quirk.MISSING_KEY_ID),
                    "MissingKeyId",
                    "The assertion's header has no kid",
                    Optional.empty());
        }
        conduct.mode(Quirk.CERTIFICATE_ID);
        return keyId.asText();
    }

    private String stateOf(String keyId) {
        return certificates
                .find(keyId)
                .map(found -> found.revoked()
                        ? "it was revoked"
                        : "it is valid from " + found.validFrom() + " until " + found.validUntil())
                .orElse("it was never uploaded");
    }

    private void refuseReplay(@Nullable JsonNode id, String keyId) throws LoginRefused {
        if (id == null || seenIds.add(id.asText())) {
            return;
        }
        String mode = conduct.mode(Quirk.REPLAYED_ASSERTION);
        if (!mode.equals("allowed")) {
            throw new LoginRefused(mode, "TokenNotAcceptable", "The same jti came before", Optional.of(keyId));
        }
    }

    private LoginRefused clientRefused(String detail, String explanation, String keyId) {
        return new LoginRefused(conduct.mode(Quirk.CLIENT_REFUSED), detail, explanation, Optional.of(keyId));
    }
}
