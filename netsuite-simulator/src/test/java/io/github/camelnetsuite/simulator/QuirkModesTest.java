package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modes other tests do not choose. */
@Timeout(60)
class QuirkModesTest {

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private NetSuiteSimulator simulator =
            NetSuiteSimulator.builder().clock(clock).start();
    private Caller caller = new Caller(simulator, clock);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void choose(Quirk quirk, String mode) {
        simulator.close();
        simulator = NetSuiteSimulator.builder().clock(clock).quirk(quirk, mode).start();
        caller = new Caller(simulator, clock);
    }

    private TestAssertion assertion() {
        return new TestAssertion(simulator, simulator.credentials(), "ES256", clock.instant());
    }

    private static String wire(HttpResponse<String> response) {
        return response.statusCode() + " " + Caller.json(response).path("error").asText();
    }

    @Test
    void theLifetimeCanBeHeldUnderAnHour() {
        choose(Quirk.ASSERTION_LIFETIME, "under 3600 s");
        long now = clock.instant().getEpochSecond();

        assertThat(caller.token(assertion().claim("exp", now + 3600)).statusCode())
                .isEqualTo(400);
        assertThat(caller.token(assertion().claim("exp", now + 3599)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theClockCanBeHeldToTheSecond() {
        choose(Quirk.CLOCK_SKEW, "0 s");

        assertThat(caller.token(assertion().claim("iat", clock.instant().getEpochSecond() + 1))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMissingKeyIdCanBeAnInvalidRequest() {
        choose(Quirk.MISSING_KEY_ID, "400 invalid_request");

        assertThat(wire(caller.token(assertion().header("kid", null)))).isEqualTo("400 invalid_request");
    }

    @Test
    void anOldAlgorithmCanBeAnInvalidRequest() {
        choose(Quirk.UNSUPPORTED_ALGORITHM, "400 invalid_request");
        Credentials rsa = simulator.newCredentials(KeyKind.RSA_3072);

        assertThat(wire(caller.token(new TestAssertion(simulator, rsa, "RS256", clock.instant()))))
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "GRANT_NOT_ALLOWED,400 unsupported_grant_type",
        "SCOPE_NOT_TICKED,401 invalid_client",
        "INTEGRATION_BLOCKED,400 unauthorized_client",
        "ROLE_DISABLED,401 invalid_client"
    })
    void whatIsSwitchedOffCanBeAnsweredOtherwise(Quirk quirk, String mode) {
        choose(quirk, mode);
        Consumer<Settings> off =
                switch (quirk) {
                    case GRANT_NOT_ALLOWED -> settings -> settings.m2mGrant(false);
                    case SCOPE_NOT_TICKED -> settings -> settings.scopes();
                    case INTEGRATION_BLOCKED -> settings -> settings.integrationEnabled(false);
                    default -> settings -> settings.roleEnabled(false);
                };

        off.accept(simulator.settings());

        assertThat(wire(caller.token(assertion()))).isEqualTo(mode);
    }

    @Test
    void theAccessTokenCanNameAnotherAlgorithm() {
        choose(Quirk.ACCESS_TOKEN_ALGORITHM, "RS256");

        String header = caller.accessToken().split("\\.", -1)[0];

        assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .contains("\"alg\":\"RS256\"");
    }

    @Test
    void aReplayedAssertionCanBeRefused() {
        choose(Quirk.REPLAYED_ASSERTION, "400 invalid_request");
        TestAssertion assertion = assertion();
        caller.token(assertion);

        assertThat(wire(caller.token(assertion))).isEqualTo("400 invalid_request");
    }

    @Test
    void unknownFormParametersCanBeRefused() {
        choose(Quirk.FORM_RULES, "refuse unknown");

        assertThat(wire(caller.tokenForm("audience=x&grant_type=client_credentials")))
                .isEqualTo("400 invalid_request");
    }

    @Test
    void aCertificateCanBeRefusedWithAnotherStatus() {
        choose(Quirk.CERTIFICATE_REFUSED, "403 INSUFFICIENT_PERMISSION");

        HttpResponse<String> response = caller.send(Caller.request(
                        simulator.restletsUrl(),
                        "/services/rest/auth/oauth2/v1/clients/" + simulator.consumerKey() + "/certificates")
                .header("Authorization", "Bearer " + caller.accessToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"fileContent\":\"x\",\"role\":1,\"entity\":2}")));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void aCreatedRecordCanComeBack() {
        choose(Quirk.CREATE_STATUS, "201 with replace");

        HttpResponse<String> response = caller.write(
                "POST",
                "/services/rest/record/v1/customer?replace=addressBook",
                "{\"companyName\":\"N\",\"subsidiary\":{\"id\":\"1\"}}");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Caller.json(response).path("companyName").asText()).isEqualTo("N");
    }

    @Test
    void aMissingPermissionCanSwapItsStatus() {
        choose(Quirk.PERMISSION_DENIED, "lists 403, types 400");
        simulator.settings().without(Permission.SUITEANALYTICS_WORKBOOK).withoutRecordType("vendor");

        assertThat(caller.suiteQl("SELECT id FROM item", "").statusCode()).isEqualTo(403);
        assertThat(caller.get("/services/rest/record/v1/vendor/1").statusCode()).isEqualTo(400);
    }

    @Test
    void anOffsetPastTheEndCanGiveAnEmptyPage() {
        choose(Quirk.OFFSET_PAST_END, "empty page");

        HttpResponse<String> response = caller.suiteQl("SELECT id FROM item ORDER BY id", "?limit=40&offset=80");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response).path("items")).isEmpty();
        assertThat(Caller.json(response).path("hasMore").asBoolean(true)).isFalse();
    }

    @Test
    void theLastPageCanAdmitThatThereIsMore() {
        choose(Quirk.ROW_CAP, "hasMore true");
        String query = "SELECT a.id AS a, b.id AS b, c.id AS c FROM item a CROSS JOIN item b CROSS JOIN item c"
                + " WHERE a.id <= 16 ORDER BY a.id, b.id, c.id";

        assertThat(Caller.json(caller.suiteQl(query, "?limit=1000&offset=99000"))
                        .path("hasMore")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void pagesWithoutOrderCanBeStable() {
        choose(Quirk.PAGES_WITHOUT_ORDER, "stable");

        assertThat(Caller.json(caller.suiteQl("SELECT id FROM item", "?limit=40&offset=40"))
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("41");
    }

    @Test
    void preferTransientCanBeLeftOut() {
        choose(Quirk.PREFER_TRANSIENT, "accepted");

        assertThat(caller.send(caller.authorized("/services/rest/query/v1/suiteql")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"q\":\"SELECT id FROM item\"}")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void limitCanBeUnderstood() {
        choose(Quirk.LIMIT_CLAUSE, "accepted");

        assertThat(Caller.json(caller.suiteQl("SELECT id FROM item ORDER BY id LIMIT 3", ""))
                        .path("items")
                        .findValuesAsText("id"))
                .isEqualTo(List.of("1", "2", "3"));
    }

    @Test
    void hasMoreCanBeMissing() {
        choose(Quirk.HAS_MORE, "omitted");

        assertThat(Caller.json(caller.suiteQl("SELECT id FROM item", "")).has("hasMore"))
                .isFalse();
    }

    @Test
    void datesCanComeDayFirst() {
        choose(Quirk.DATE_DISPLAY, "D/M/YYYY");

        assertThat(caller.suiteQl("SELECT trandate FROM transaction WHERE id = 42", "")
                        .body())
                .contains("\"trandate\":\"13/2/2025\"");
    }

    @Test
    void theLimitCanSayHowLongToWait() {
        choose(Quirk.CONCURRENCY_EXCEEDED, "with Retry-After");
        String path = "/services/rest/record/v1/customer/42";
        HttpRequest.Builder customer = caller.authorized(path);
        simulator.settings().concurrencyLimit(0);

        assertThat(caller.send(customer).headers().firstValue("Retry-After")).hasValue("2");
    }
}
