package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.jose.JwsAlgorithm;
import io.github.camelnetsuite.simulator.jose.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Grants access tokens and knows them again. Thread-safe. */
final class AccessTokens {

    static final Duration LIFETIME = Duration.ofHours(1);

    private final Conduct conduct;
    private final Clock clock;
    private final String companyId;
    private final String consumerKey;
    private final Consumer<String> secrets;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    AccessTokens(Conduct conduct, Clock clock, String companyId, String consumerKey, Consumer<String> secrets) {
        this.conduct = conduct;
        this.clock = clock;
        this.companyId = companyId;
        this.consumerKey = consumerKey;
        this.secrets = secrets;
    }

    /** What a token stands for. */
    record Grant(String certificateId, List<String> scopes, Instant expires) {}

    String grant(ClientAssertions.Accepted accepted) {
        Instant now = clock.instant();
        Instant expires = now.plus(LIFETIME);
        UploadedCertificate certificate = accepted.certificate();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("sub", certificate.role() + ";" + certificate.entity());
        claims.putArray("aud")
                .add(UUID.nameUUIDFromBytes(consumerKey.getBytes(StandardCharsets.UTF_8)) + ";" + companyId)
                .add(consumerKey);
        accepted.scopes().forEach(claims.putArray("scope")::add);
        claims.put("iss", "https://system.netsuite.com");
        claims.put("oit", now.getEpochSecond());
        claims.put("exp", expires.getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", companyId + ".a-" + companyId + "." + Randomness.hex(128) + "_" + now.toEpochMilli() + ".1");
        String token = sign(claims);
        secrets.accept(token);
        grants.put(token, new Grant(certificate.id(), accepted.scopes(), expires));
        return token;
    }

    /** What the token stands for, also when it has expired; empty when it was never granted. */
    Optional<Grant> find(String token) {
        return Optional.ofNullable(grants.get(token));
    }

    /** Makes every token granted so far an expired one. */
    void expireAll() {
        Instant now = clock.instant();
        grants.replaceAll((token, grant) -> new Grant(grant.certificateId(), grant.scopes(), now));
    }

    void clear() {
        grants.clear();
    }

    private String sign(ObjectNode claims) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("kid", PlatformKey.id(companyId));
        header.put("typ", "JWT");
        header.put("alg", conduct.mode(Quirk.ACCESS_TOKEN_ALGORITHM));
        return Jwt.sign(header, claims, JwsAlgorithm.PS256, PlatformKey.pair().getPrivate());
    }
}
