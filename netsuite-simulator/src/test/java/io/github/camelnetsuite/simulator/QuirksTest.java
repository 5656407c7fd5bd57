package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuirksTest {

    private static HttpResponse<String> token(Quirk quirk, String mode, String claim, Object value) {
        try (var simulator = NetSuiteSimulator.builder().quirk(quirk, mode).start()) {
            return new Caller(simulator)
                    .token(new TestAssertion(simulator, simulator.credentials(), "ES256", Instant.now())
                            .claim(claim, value));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIENCE_REFUSED,500 server_error,aud,elsewhere",
        "CLIENT_REFUSED,400 invalid_grant,iss,somebody",
        "SCOPE_REFUSED,400 invalid_request,scope,unknown",
        "TIMES_REFUSED,401 invalid_client,exp,1",
        "SCOPE_FORM,array only,scope,rest_webservices"
    })
    void aRefusalCanTakeAnotherForm(Quirk quirk, String mode, String claim, String value) {
        Object typed = claim.equals("exp") ? Long.valueOf(value) : value;

        HttpResponse<String> response = token(quirk, mode, claim, typed);

        String expected = quirk == Quirk.SCOPE_FORM ? "400 invalid_scope" : mode;
        assertThat(response.statusCode() + " "
                        + Caller.json(response).path("error").asText())
                .isEqualTo(expected);
    }

    @Test
    void theAnswerCanTakeItsOtherForms() {
        var scope = List.of("rest_webservices");

        assertThat(token(Quirk.EXPIRES_IN, "string", "scope", scope).body()).contains("\"expires_in\":\"3600\"");
        assertThat(token(Quirk.TOKEN_TYPE, "Bearer", "scope", scope).body()).contains("\"token_type\":\"Bearer\"");
        assertThat(token(Quirk.AUDIENCE, "lax", "aud", "/auth/oauth2/v1/token").statusCode())
                .isEqualTo(200);
        assertThat(token(Quirk.SCOPE_FORM, "string only", "scope", scope).statusCode())
                .isEqualTo(400);
        assertThat(token(Quirk.NUMERIC_DATES, "integers", "iat", Instant.now().getEpochSecond() + 0.5)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aModeThatIsNotThereIsRefusedWithTheList() {
        assertThatThrownBy(() -> Quirks.defaults().with(Quirk.EXPIRES_IN, "minutes"))
                .hasMessage("Quirk EXPIRES_IN has no mode 'minutes'. It has [number, string].");
    }

    @Test
    void theErrorTypeUrlCanAlternate() {
        try (var simulator = NetSuiteSimulator.builder()
                .quirk(Quirk.ERROR_TYPE_URL, "alternating")
                .start()) {
            var caller = new Caller(simulator);

            assertThat(caller.get("/services/rest/record/v1/customer/0").body())
                    .contains("rfc9110.html#section-15.5.5");
            assertThat(caller.get("/services/rest/record/v1/customer/0").body())
                    .contains("rfc2616-sec10.html#sec10.4.5");
        }
    }

    @Test
    void whatATestRestsOnIsCounted() {
        try (var simulator = NetSuiteSimulator.start()) {
            var caller = new Caller(simulator);
            caller.token(new TestAssertion(simulator, simulator.credentials(), "ES256", Instant.now())
                    .claim("iss", "somebody"));

            assertThat(simulator.behaviours())
                    .filteredOn(behaviour -> behaviour.exercised() > 0 && behaviour.evidence() == Evidence.ASSUMED)
                    .extracting(Behaviour::quirk)
                    .containsExactly(Quirk.CLIENT_REFUSED);
            assertThat(simulator.behaviours()).hasSize(Quirk.values().length);
        }
    }

    @Test
    void whatATestRestedOnIsWrittenWhereTheBuildWantsIt(@TempDir Path directory) throws IOException {
        Path report = directory.resolve("reports/behaviours.jsonl");
        System.setProperty("netsuite.simulator.behaviours", report.toString());
        try (var simulator = NetSuiteSimulator.start()) {
            new Caller(simulator)
                    .token(new TestAssertion(simulator, simulator.credentials(), "ES256", Instant.now())
                            .claim("iss", "somebody"));
            simulator.reportBehaviours("SomeTest", true);
            simulator.reportBehaviours("NextTest", true);
        } finally {
            System.clearProperty("netsuite.simulator.behaviours");
        }

        assertThat(Files.readAllLines(report))
                .contains("{\"test\":\"SomeTest\",\"passed\":true,\"behaviour\":\"CLIENT_REFUSED\","
                        + "\"evidence\":\"ASSUMED\",\"mode\":\"401 invalid_client\",\"exercised\":1}")
                .noneMatch(line -> line.contains("NextTest"));
    }
}
