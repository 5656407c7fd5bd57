package io.github.camelnetsuite.simulator;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A client assertion made by jose4j: right in every part until a part is changed. */
final class TestAssertion {

    private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    private PrivateKey key;

    TestAssertion(NetSuiteSimulator simulator, Credentials credentials, String algorithm, Instant now) {
        key = privateKey(credentials);
        header.put("typ", "JWT");
        header.put("alg", algorithm);
        header.put("kid", credentials.certificateId());
        claims.put("iss", credentials.consumerKey());
        claims.put("scope", List.of("restlets", "rest_webservices"));
        claims.put("aud", simulator.suiteTalkUrl() + "/services/rest/auth/oauth2/v1/token");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 300);
        claims.put("jti", UUID.randomUUID().toString());
    }

    TestAssertion header(String name, @Nullable Object value) {
        put(header, name, value);
        return this;
    }

    TestAssertion claim(String name, @Nullable Object value) {
        put(claims, name, value);
        return this;
    }

    TestAssertion signedBy(PrivateKey other) {
        key = other;
        return this;
    }

    String text() {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setDoKeyValidation(false);
            header.forEach((name, value) -> signature.setHeader(name, String.valueOf(value)));
            signature.setPayload(JsonUtil.toJson(claims));
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey privateKey(Credentials credentials) {
        try {
            String base64 = credentials.privateKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
            String algorithm = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            credentials.certificatePem().getBytes(StandardCharsets.US_ASCII)))
                    .getPublicKey()
                    .getAlgorithm();
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        if (value == null) {
            map.remove(name);
        } else {
            map.put(name, value);
        }
    }
}
