package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {

    private static final String CUSTOMER = "/services/rest/record/v1/customer/42";

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private NetSuiteSimulator simulator =
            NetSuiteSimulator.builder().clock(clock).start();
    private Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void restart(Quirk quirk, String mode) {
        simulator.close();
        simulator = NetSuiteSimulator.builder().clock(clock).quirk(quirk, mode).start();
        caller = new Caller(simulator);
    }

    private String token(Object scope) {
        return Caller.json(caller.token(new TestAssertion(simulator, simulator.credentials(), "ES256", clock.instant())
                        .claim("scope", scope)))
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder read(String token) {
        return Caller.request(simulator.suiteTalkUrl(), CUSTOMER).header("Authorization", "Bearer " + token);
    }

    private void assertBadLogin(HttpResponse<String> response, String detail) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"1234567\", error=\"invalid_token\","
                        + " error_description=\"Invalid login attempt.\"");
        assertThat(Caller.json(response).path("title").asText()).isEqualTo("Unauthorized");
        assertThat(Caller.json(response).at("/o:errorDetails/0/o:errorCode").asText())
                .isEqualTo("INVALID_LOGIN");
        List<LoginAttempt> trail = simulator.loginAuditTrail();
        assertThat(trail.get(trail.size() - 1).detail()).isEqualTo(detail);
    }

    @Test
    void aTokenOpensTheApiForAnHour() {
        String token = token("rest_webservices");
        clock.advance(Duration.ofSeconds(3599));
        assertThat(caller.send(read(token)).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));

        assertBadLogin(caller.send(read(token)), "AccessTokenExpired");
    }

    @Test
    void tokensCanBeExpiredAtOnce() {
        String token = token("rest_webservices");

        simulator.expireTokens();

        assertBadLogin(caller.send(read(token)), "AccessTokenExpired");
        assertThat(caller.send(read(token("rest_webservices"))).statusCode()).isEqualTo(200);
    }

    @Test
    void noTokenOrAWrongOneIsABadLogin() {
        assertBadLogin(caller.send(Caller.request(simulator.suiteTalkUrl(), CUSTOMER)), "InvalidTokenType");
        assertBadLogin(caller.send(read("abc.def.ghi")), "InvalidSignature");
        assertBadLogin(
                caller.send(Caller.request(simulator.suiteTalkUrl(), CUSTOMER).header("Authorization", "Basic YTpi")),
                "InvalidTokenType");
    }

    @Test
    void aTokenForTheOtherScopeIsABadLogin() {
        assertBadLogin(caller.send(read(token("restlets"))), "ScopeMismatched");
    }

    @Test
    void aCookieMakesItABrowserSession() {
        assertBadLogin(
                caller.send(read(token("rest_webservices")).header("Cookie", "JSESSIONID=1")), "InvalidTokenType");
    }

    @Test
    void aCookieIsIgnoredWhereSaid() {
        restart(Quirk.COOKIE, "ignored");

        assertThat(caller.send(read(token("rest_webservices")).header("Cookie", "JSESSIONID=1"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tokensLiveOnAfterTheirCertificateIsRevoked() {
        String token = token("rest_webservices");

        simulator.revokeCertificate(simulator.credentials().certificateId());

        assertThat(caller.send(read(token)).statusCode()).isEqualTo(200);
    }

    @Test
    void tokensDieWithTheirCertificateWhereSaid() {
        restart(Quirk.REVOKED_CERTIFICATE_TOKENS, "die");
        String token = token("rest_webservices");

        simulator.revokeCertificate(simulator.credentials().certificateId());

        assertBadLogin(caller.send(read(token)), "TokenBlocked");
    }

    @Test
    void whatIsSwitchedOffStopsTokensThatWereGood() {
        String token = token("rest_webservices");

        simulator.settings().integrationEnabled(false);
        assertBadLogin(caller.send(read(token)), "IntegrationBlocked");
        simulator.settings().integrationEnabled(true).roleEnabled(false);
        assertBadLogin(caller.send(read(token)), "EntityOrRoleDisabled");
        simulator.settings().roleEnabled(true).without(Permission.REST_WEB_SERVICES);
        assertBadLogin(caller.send(read(token)), "FeatureDisabled");
        simulator.settings().with(Permission.REST_WEB_SERVICES);
        assertThat(caller.send(read(token)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/app/site/hosting/scriptlet.nl", "/services/rest/auth/oauth2/v1/clients/x/certificates", "/"})
    void theSuiteTalkPortRefusesWhatIsNotItsOwn(String path) {
        assertThat(caller.send(Caller.request(simulator.suiteTalkUrl(), path)
                                .header("Authorization", "Bearer " + token("restlets,rest_webservices")))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {CUSTOMER, "/services/rest/query/v1/suiteql", "/services/rest/auth/oauth2/v1/token"})
    void theRestletsPortRefusesWhatIsNotItsOwn(String path) {
        assertThat(caller.send(Caller.request(simulator.restletsUrl(), path)
                                .header("Authorization", "Bearer " + token("restlets,rest_webservices")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAccountWithoutScriptsSaysSo() {
        HttpResponse<String> response =
                caller.send(Caller.request(simulator.restletsUrl(), "/app/site/hosting/restlet.nl?script=1&deploy=1")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token("restlets")));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Caller.json(response).at("/error/code").asText()).isEqualTo("SSS_INVALID_SCRIPTLET_ID");
    }

    @Test
    void serverTimeFollowsTheClock() {
        clock.set(Instant.parse("2026-04-01T00:00:00.250Z"));

        assertThat(caller.send(Caller.request(simulator.suiteTalkUrl(), "/services/rest/system/v1/serverTime")
                                .header("Authorization", "Bearer " + token("rest_webservices")))
                        .body())
                .isEqualTo("{\"serverTime\":\"2026-04-01T00:00:00.250Z\"}");
    }

    @Test
    void onlyAnAdministratorReadsTheLimits() {
        HttpRequest.Builder limits = Caller.request(
                        simulator.suiteTalkUrl(), "/services/rest/system/v1/governanceLimits")
                .header("Authorization", "Bearer " + token("rest_webservices"));
        assertThat(caller.send(limits).body())
                .isEqualTo("{\"accountConcurrencyLimit\":5,\"accountUnallocatedConcurrencyLimit\":5,"
                        + "\"integrationLimitType\":\"accountLimit\"}");

        simulator.settings().without(Permission.ADMINISTRATOR);

        assertThat(caller.send(limits).statusCode()).isEqualTo(403);
    }
}
