package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CertificatesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final NetSuiteSimulator simulator =
            NetSuiteSimulator.builder().clock(VirtualClock.at(NOW)).start();
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> call(String method, String path, String body) {
        String token = Caller.json(caller.token(new TestAssertion(simulator, simulator.credentials(), "ES256", NOW)))
                .path("access_token")
                .asText();
        return caller.send(Caller.request(
                        simulator.restletsUrl(),
                        "/services/rest/auth/oauth2/v1/clients/" + simulator.consumerKey() + "/certificates" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String newCertificate(Instant from, Instant until) {
        return Pem.of(SelfSignedCertificate.of(KeyKind.P_256.newKeyPair(), KeyKind.P_256, from, until));
    }

    private static String addition(String pem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fileContent", pem)
                .put("role", 1000)
                .put("entity", "-5")
                .toString();
    }

    @Test
    void theCertificateIdIsTheThumbprintOfTheCertificate() throws Exception {
        Credentials credentials = simulator.credentials();

        byte[] der = CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(credentials.certificatePem().getBytes(StandardCharsets.US_ASCII)))
                .getEncoded();

        assertThat(credentials.certificateId())
                .hasSize(43)
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(der)));
    }

    @Test
    void aCertificateIsAddedListedAndRevoked() {
        String pem = newCertificate(NOW, NOW.plusSeconds(86_400 * 30));

        JsonNode added = Caller.json(call("POST", "", addition(pem)));
        String id = added.path("certificate_id").asText();
        HttpResponse<String> revoked = call("POST", "/" + id + "/revoke", "");
        JsonNode listed = Caller.json(call("GET", "?c=", "")).get(1);

        assertThat(added.path("entity_role_id").toString()).isEqualTo("{\"com\":\"1234567\",\"ent\":-5,\"rol\":1000}");
        assertThat(added.path("invalidated").asBoolean(true)).isFalse();
        assertThat(added.path("certificate").asText()).isEqualTo(pem);
        assertThat(added.path("valid_until").asText()).isEqualTo("2026-03-31");
        assertThat(revoked.body()).isEqualTo("Successfully revoked");
        assertThat(revoked.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(listed.path("certificate_id").asText()).isEqualTo(id);
        assertThat(listed.path("revoked").asBoolean()).isTrue();
        assertThat(listed.path("algorithm").asText()).isEqualTo("EC");
    }

    @Test
    void aLongValidityIsShortenedToTwoYears() {
        String pem = newCertificate(NOW, NOW.plusSeconds(86_400L * 3650));

        JsonNode added = Caller.json(call("POST", "", addition(pem)));

        assertThat(added.path("valid_until").asText()).isEqualTo("2028-03-01");
    }

    @Test
    void aSixthActiveCertificateIsRefused() {
        simulator.credentials();
        for (int i = 0; i < 3; i++) {
            simulator.newCredentials(KeyKind.P_256);
        }
        String fifth = simulator.newCredentials(KeyKind.P_384).certificateId();
        String sixth = newCertificate(NOW, NOW.plusSeconds(60));

        HttpResponse<String> refused = call("POST", "", addition(sixth));
        simulator.revokeCertificate(fifth);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).at("/o:errorDetails/0/detail").asText())
                .isEqualTo("An integration record can have 5 active certificates. Revoke one before adding another.");
        assertThat(call("POST", "", addition(sixth)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCertificateCannotBeUploadedTwice() {
        assertThatThrownBy(() ->
                        simulator.uploadCertificate(simulator.credentials().certificatePem()))
                .hasMessage("This certificate has been uploaded already; a revoked one cannot come back.");
    }

    @Test
    void aSmallRsaKeyIsRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String pem = Pem.of(
                SelfSignedCertificate.of(generator.generateKeyPair(), KeyKind.RSA_3072, NOW, NOW.plusSeconds(60)));

        assertThatThrownBy(() -> simulator.uploadCertificate(pem))
                .hasMessage("An RSA key must have 3072 or 4096 bits, this one has 2048.");
    }

    @Test
    void anotherCurveIsRefused() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String pem = Pem.of(OtherCertificates.ed25519(pair, NOW));

        assertThatThrownBy(() -> simulator.uploadCertificate(pem))
                .hasMessage("The key must be RSA, or EC on the curve P-256, P-384 or P-521.");
    }

    @Test
    void aBarePublicKeyIsRefused() {
        assertThatThrownBy(
                        () -> simulator.uploadCertificate("-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----"))
                .hasMessage("This file is not an X.509 certificate in PEM form.");
    }

    @Test
    void withoutThePermissionTheEndpointIsForbidden() {
        simulator.settings().without(Permission.MANAGE_OWN_CERTIFICATES);

        assertThat(call("GET", "", "").statusCode()).isEqualTo(403);
    }
}
