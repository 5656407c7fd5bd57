package io.github.camelnetsuite.simulator.jose;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A token in JWS compact form, taken apart and not yet believed.
 */
public final class Jwt {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]*)");

    private final ObjectNode header;
    private final ObjectNode claims;
    private final byte[] signed;
    private final byte[] signature;

    private Jwt(ObjectNode header, ObjectNode claims, byte[] signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /**
     * Takes a token apart.
     *
     * @throws IllegalArgumentException when it is not three parts of base64url holding two JSON objects
     */
    public static Jwt parse(String compact) {
        var parts = COMPACT.matcher(compact);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not three parts of base64url");
        }
        byte[] signed = compact.substring(0, parts.end(2)).getBytes(StandardCharsets.US_ASCII);
        return new Jwt(
                object(parts.group(1)),
                object(parts.group(2)),
                signed,
                Base64.getUrlDecoder().decode(parts.group(3)));
    }

    public ObjectNode header() {
        return header;
    }

    public ObjectNode claims() {
        return claims;
    }

    /** Whether the signature is good for the key. */
    public boolean isSignedBy(PublicKey key, JwsAlgorithm algorithm) {
        return algorithm.verifies(key, signed, signature);
    }

    /** Makes and signs a token. */
    public static String sign(ObjectNode header, ObjectNode claims, JwsAlgorithm algorithm, PrivateKey key) {
        String content = base64(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            return content + "." + base64(algorithm.sign(key, content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with " + algorithm, e);
        }
    }

    private static ObjectNode object(String part) {
        try {
            JsonNode node = JSON.readTree(Base64.getUrlDecoder().decode(part));
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a part is not JSON", e);
        }
        throw new IllegalArgumentException("a part is not a JSON object");
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Jwt[<redacted>]";
    }
}
