package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Response;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Publishes the key NetSuite signs access tokens with, as a JSON Web Key set. Not the client certificates. */
final class PlatformKeys {

    static final String PATH = "/services/rest/auth/oauth2/v1/keys";

    private PlatformKeys() {}

    static Response answer(String companyId) {
        var key = (RSAPublicKey) PlatformKey.pair().getPublic();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", PlatformKey.id(companyId))
                .put("n", base64(key.getModulus()))
                .put("e", base64(key.getPublicExponent()));
        return Response.of(200, "application/json", body.toString());
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
