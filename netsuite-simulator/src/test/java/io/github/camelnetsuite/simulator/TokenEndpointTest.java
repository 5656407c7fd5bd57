package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final NetSuiteSimulator simulator =
            NetSuiteSimulator.builder().clock(clock).start();
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private TestAssertion assertion() {
        return new TestAssertion(simulator, simulator.credentials(), "ES256", clock.instant());
    }

    private LoginAttempt lastAttempt() {
        List<LoginAttempt> trail = simulator.loginAuditTrail();
        return trail.get(trail.size() - 1);
    }

    private void assertRefused(HttpResponse<String> response, int status, String error, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(lastAttempt().outcome()).isEqualTo(LoginAttempt.Outcome.FAILURE);
        assertThat(lastAttempt().detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"P_256,ES256", "P_384,ES384", "P_521,ES512", "RSA_3072,PS256", "RSA_3072,PS384", "RSA_3072,PS512"})
    void everyAlgorithmIsTakenWithAKeyThatFitsIt(KeyKind kind, String algorithm) {
        Credentials credentials = simulator.newCredentials(kind);

        HttpResponse<String> response =
                caller.token(new TestAssertion(simulator, credentials, algorithm, clock.instant()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(lastAttempt().certificateId()).isEqualTo(Optional.of(credentials.certificateId()));
    }

    @Test
    void theAssertionThePatchworksScriptMakesIsTaken() {
        Credentials credentials = simulator.newCredentials(KeyKind.RSA_4096);
        clock.advance(Duration.ofMillis(437));
        double now = clock.instant().toEpochMilli() / 1000.0;

        HttpResponse<String> response = caller.token(new TestAssertion(simulator, credentials, "PS256", clock.instant())
                .claim("iat", now)
                .claim("exp", now + 3600)
                .claim("scope", List.of("restlets", "rest_webservices"))
                .claim("aud", "https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token")
                .claim("jti", null));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void theAnswerHoldsABearerTokenForAnHour() {
        JsonNode answer = Caller.json(caller.token(assertion()));

        assertThat(answer.properties()).hasSize(3);
        assertThat(answer.path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.path("expires_in").isInt()).isTrue();
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.path("access_token").asText()).hasSizeGreaterThan(1024);
    }

    @Test
    void theAccessTokenIsSignedByTheKeyThePlatformPublishes() throws Exception {
        String token =
                Caller.json(caller.token(assertion())).path("access_token").asText();
        String keys = caller.send(Caller.request(simulator.suiteTalkUrl(), "/services/rest/auth/oauth2/v1/keys"))
                .body();

        var signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        signature.setKey(new JsonWebKeySet(keys)
                .findJsonWebKey(signature.getKeyIdHeaderValue(), "RSA", "sig", null)
                .getKey());
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getAlgorithmHeaderValue()).isEqualTo("PS256");
        assertThat(signature.getPayload())
                .contains("\"sub\":\"1000;-5\"", "\"iss\":\"https://system.netsuite.com\"", simulator.consumerKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void theOldRsaSignaturesMeetAServerError(String algorithm) {
        Credentials credentials = simulator.newCredentials(KeyKind.RSA_3072);

        HttpResponse<String> response =
                caller.token(new TestAssertion(simulator, credentials, algorithm, clock.instant()));

        assertRefused(response, 500, "server_error", "UnsupportedAlgo");
    }

    @Test
    void anAssertionWithoutKidMeetsAServerError() {
        assertRefused(caller.token(assertion().header("kid", null)), 500, "server_error", "MissingKeyId");
    }

    @Test
    void anUnknownCertificateIdIsAnInvalidClient() {
        HttpResponse<String> response = caller.token(assertion().header("kid", "A".repeat(43)));

        assertRefused(response, 401, "invalid_client", "MissingKey");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"1234567\"");
        assertThat(lastAttempt().explanation())
                .isEqualTo("No valid certificate has the ID in kid: it was never uploaded");
    }

    @Test
    void aRevokedCertificateIsAnInvalidClient() {
        TestAssertion assertion = assertion();
        simulator.revokeCertificate(simulator.credentials().certificateId());

        assertRefused(caller.token(assertion), 401, "invalid_client", "MissingKey");
        assertThat(lastAttempt().explanation()).endsWith("it was revoked");
    }

    @Test
    void anExpiredCertificateIsAnInvalidClient() {
        simulator.credentials();
        clock.advance(Duration.ofDays(366));

        assertRefused(caller.token(assertion()), 401, "invalid_client", "MissingKey");
    }

    @Test
    void aSignatureByAnotherKeyIsAnInvalidClient() {
        TestAssertion assertion =
                assertion().signedBy(TestAssertion.privateKey(simulator.newCredentials(KeyKind.P_256)));

        assertRefused(caller.token(assertion), 401, "invalid_client", "SignatureValidation");
    }

    @Test
    void anAlgorithmThatDoesNotFitTheCertificateIsAnInvalidClient() {
        Credentials rsa = simulator.newCredentials(KeyKind.RSA_3072);
        TestAssertion assertion = new TestAssertion(simulator, rsa, "PS256", clock.instant())
                .header("kid", simulator.credentials().certificateId());

        assertRefused(caller.token(assertion), 401, "invalid_client", "SignatureValidation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c6ee7a6f-9d5a-4d0c-8a8f-0b8d3a4f7a11"})
    void anIssuerThatIsNotTheConsumerKeyIsAnInvalidClient(String issuer) {
        assertRefused(caller.token(assertion().claim("iss", issuer)), 401, "invalid_client", "InvalidIssuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token",
                "https://1234567.restlets.api.netsuite.com/services/rest/auth/oauth2/v1/token",
                "https://1234567.connect.api.netsuite.com/services/rest/auth/oauth2/v1/token"
            })
    void theTokenUrlOfTheAccountsHostsIsAnAudience(String audience) {
        assertThat(caller.token(assertion().claim("aud", audience)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token/",
                "https://1234567.SUITETALK.api.netsuite.com/services/rest/auth/oauth2/v1/token",
                "https://1234568.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token",
                "http://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token",
                "https://1234567.suitetalk.api.netsuite.com/services/rest/record/v1",
                "/auth/oauth2/v1/token",
                ""
            })
    void everyOtherAudienceIsRefused(String audience) {
        HttpResponse<String> response = caller.token(assertion().claim("aud", audience));

        assertRefused(response, 400, "invalid_request", "ClientAuthenticationFailed");
        assertThat(lastAttempt().explanation())
                .isEqualTo("Claim aud is not the token URL of this account: \"" + audience + "\"");
    }

    @ParameterizedTest
    @CsvSource({"0,3601", "60,300", "-3599,1", "0.5,3600.5"})
    void timesWithinTheHourAreTaken(double issuedIn, double expiresIn) {
        double now = clock.instant().getEpochSecond();

        TestAssertion assertion = assertion().claim("iat", now + issuedIn).claim("exp", now + expiresIn);

        assertThat(caller.token(assertion).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "0,3602,TokenValidityTooBroad",
        "61,300,TokenNotAcceptable",
        "-300,0,TokenExpired",
        "-7200,-3600,TokenExpired",
        "30,20,TokenNotAcceptable"
    })
    void timesBeyondItAreRefused(long issuedIn, long expiresIn, String detail) {
        long now = clock.instant().getEpochSecond();

        TestAssertion assertion = assertion().claim("iat", now + issuedIn).claim("exp", now + expiresIn);

        assertRefused(caller.token(assertion), 400, "invalid_request", detail);
    }

    @Test
    void timesAsTextOrAbsentAreRefused() {
        String text = Long.toString(clock.instant().getEpochSecond() + 300);

        assertRefused(caller.token(assertion().claim("exp", text)), 400, "invalid_request", "TokenNotAcceptable");
        assertRefused(caller.token(assertion().claim("iat", null)), 400, "invalid_request", "TokenNotAcceptable");
    }

    @Test
    void aScopeMayBeAnArrayOrAStringWithCommas() {
        assertThat(caller.token(assertion().claim("scope", List.of("rest_webservices")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.token(assertion().claim("scope", "restlets,rest_webservices"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "restlets rest_webservices,InvalidScope",
        "SuiteAnalytics,InvalidScope",
        "mcp,InvalidScope",
        "'',ScopeMismatched"
    })
    void otherScopesAreRefused(String scope, String detail) {
        assertRefused(caller.token(assertion().claim("scope", scope)), 400, "invalid_scope", detail);
    }

    @Test
    void anEmptyOrAbsentScopeIsRefused() {
        assertRefused(caller.token(assertion().claim("scope", List.of())), 400, "invalid_scope", "ScopeMismatched");
        assertRefused(caller.token(assertion().claim("scope", null)), 400, "invalid_scope", "ScopeMismatched");
    }

    @Test
    void theSameAssertionMayBuyTwoTokens() {
        TestAssertion assertion = assertion();

        assertThat(caller.token(assertion).statusCode()).isEqualTo(200);
        assertThat(caller.token(assertion).statusCode()).isEqualTo(200);
    }

    @Test
    void whatAnAdministratorSwitchesOffIsRefusedInItsOwnWay() {
        simulator.settings().m2mGrant(false);
        assertRefused(caller.token(assertion()), 400, "unauthorized_client", "AuthorizationCodeGrantRequired");
        simulator.settings().m2mGrant(true).scopes("restlets");
        assertRefused(caller.token(assertion()), 400, "invalid_scope", "ScopeMismatched");
        simulator.settings().scopes("restlets", "rest_webservices").integrationEnabled(false);
        assertRefused(caller.token(assertion()), 401, "invalid_client", "IntegrationBlocked");
        simulator.settings().integrationEnabled(true).roleEnabled(false);
        assertRefused(caller.token(assertion()), 400, "invalid_grant", "EntityOrRoleDisabled");
        simulator.settings().roleEnabled(true).without(Permission.LOG_IN_WITH_ACCESS_TOKENS);
        assertRefused(caller.token(assertion()), 400, "invalid_grant", "EntityOrRoleDisabled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|invalid_request|",
                "400|invalid_request|grant_type=client_credentials",
                "400|invalid_request|grant_type=client_credentials&grant_type=client_credentials",
                "400|invalid_request|grant_type=client_credentials&client_assertion_type=x&client_assertion=y",
                "400|invalid_request|grant_type=%zz",
                "400|unsupported_grant_type|grant_type=authorization_code",
                "400|invalid_request|{\"grant_type\":\"client_credentials\"}"
            })
    void aFormThatIsNotTheOneNamedInTheHelpIsRefused(int status, String error, String form) {
        HttpResponse<String> response = caller.tokenForm(form == null ? "" : form);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    @Test
    void aSecondWayToAuthenticateIsRefused() {
        HttpResponse<String> response =
                caller.send(Caller.request(simulator.suiteTalkUrl(), "/services/rest/auth/oauth2/v1/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic YTpi")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));

        assertRefused(response, 400, "invalid_request", "ClientAuthenticationFailed");
    }

    @Test
    void anUnknownFormParameterIsIgnored() {
        String form = "audience=x&grant_type=client_credentials&client_assertion_type="
                + Caller.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                + assertion().text();

        assertThat(caller.tokenForm(form).statusCode()).isEqualTo(200);
    }

    @Test
    void somethingThatIsNoJwtIsAnInvalidRequest() {
        String form = "grant_type=client_credentials&client_assertion_type="
                + Caller.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion=a.b.c";

        assertRefused(caller.tokenForm(form), 400, "invalid_request", "ClientAuthenticationFailed");
    }

    @Test
    void theAuditTrailHoldsNoSecret() {
        TestAssertion good = assertion();
        String token = Caller.json(caller.token(good)).path("access_token").asText();
        caller.token(assertion().claim("aud", "elsewhere"));

        assertThat(simulator.loginAuditTrail()).hasSize(2);
        assertThat(simulator.loginAuditTrail().toString()).doesNotContain(token, good.text());
        assertThat(simulator.credentials().toString()).doesNotContain("PRIVATE", simulator.consumerKey());
    }
}
