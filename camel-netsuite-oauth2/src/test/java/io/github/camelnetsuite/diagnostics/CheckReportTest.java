package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckReportTest {

    private static final CheckReport REPORT = new CheckReport(List.of(
            Finding.ok(CheckStep.SETTINGS, "All are set."),
            Finding.of(CheckStep.TOKEN, Level.FAIL, "NetSuite answered 401 invalid_client.")
                    .means("It does not say which.")
                    .suspecting(List.of(
                            Candidate.of("the key is another", List.of("SignatureValidation")),
                            Candidate.of("a passing fault", List.of())))
                    .act(
                            "Look there, in words that are so many that they do not all fit on one line of a terminal window.")
                    .at("Setup > Audit"),
            Finding.skipped(CheckStep.TOKEN_CLAIMS, "There is no token.")));

    @Test
    void theTextIsAlignedAndEndsWithWhatToStartWith() {
        assertThat(REPORT.toText()).isEqualTo("""
                        OK       settings           All are set.
                        FAIL     token              NetSuite answered 401 invalid_client.
                                                    means: It does not say which.
                                                    (1) the key is another [SignatureValidation] -> Setup > Integration > Manage
                                                        Authentication > OAuth 2.0 Client Credentials (M2M) Setup
                                                    (2) a passing fault
                                                    do:    Look there, in words that are so many that they do not all fit on one line
                                                           of a terminal window.
                                                    where: Setup > Audit
                        SKIPPED  token-claims       There is no token.

                        FAILED: 1 ok, 0 hints, 0 warnings, 1 failed, 1 skipped. Start with token.
                        """);
    }

    @Test
    void theJsonHasAFixedShape() throws JsonProcessingException {
        JsonNode expected = new JsonMapper().readTree("""
                        {"passed": false,
                         "counts": {"ok": 1, "hint": 0, "warn": 0, "fail": 1, "skipped": 1},
                         "findings": [
                           {"check": "settings", "level": "ok", "seen": "All are set."},
                           {"check": "token", "level": "fail", "seen": "NetSuite answered 401 invalid_client.",
                            "meaning": "It does not say which.",
                            "action": "Look there, in words that are so many that they do not all fit on one line of a terminal window.",
                            "where": "Setup > Audit",
                            "candidates": [
                              {"cause": "the key is another", "auditTrailCodes": ["SignatureValidation"],
                               "where": "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup"},
                              {"cause": "a passing fault", "auditTrailCodes": []}]},
                           {"check": "token-claims", "level": "skipped", "seen": "There is no token."}]}
                        """);
        assertThat(new JsonMapper().readTree(REPORT.toJson())).isEqualTo(expected);
    }

    @Test
    void settingsDoNotPrint() {
        assertThat(CheckSettings.builder().consumerKey("c0ffee").build()).hasToString("CheckSettings[<redacted>]");
    }
}
