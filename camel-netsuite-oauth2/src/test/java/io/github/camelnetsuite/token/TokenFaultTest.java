package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.ErrorFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenFaultTest {

    private static final Path PAGE = Path.of("../docs/token.md");

    @ParameterizedTest
    @CsvSource({
        "400, invalid_client, INVALID_CLIENT",
        "401, invalid_client, INVALID_CLIENT",
        "401, INVALID_CLIENT, INVALID_CLIENT",
        "400, invalid_grant, INVALID_GRANT",
        "400, unauthorized_client, UNAUTHORIZED_CLIENT",
        "400, invalid_scope, INVALID_SCOPE",
        "400, invalid_request, INVALID_REQUEST",
        "400, unsupported_grant_type, UNSUPPORTED_GRANT_TYPE",
        "403, access_denied, OTHER_REFUSAL",
        "401, , OTHER_REFUSAL",
        "400, , NOT_NETSUITE",
        "403, , NOT_NETSUITE",
        "404, , NOT_NETSUITE",
        "407, , NOT_NETSUITE",
        "429, , THROTTLED",
        "429, invalid_client, THROTTLED",
        "500, server_error, SERVER_ERROR",
        "500, , SERVER_FAULT",
        "500, invalid_client, SERVER_FAULT",
        "502, server_error, SERVER_FAULT",
        "503, , SERVER_FAULT",
        "301, , REDIRECTED",
        "308, , REDIRECTED",
        "200, , UNREADABLE",
        "204, , UNREADABLE"
    })
    void everyAnswerHasItsRow(int status, @Nullable String error, TokenFault row) {
        assertThat(TokenFault.of(status, error)).isEqualTo(row);
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenFault.class,
            names = {
                "INVALID_CLIENT",
                "INVALID_GRANT",
                "UNAUTHORIZED_CLIENT",
                "INVALID_SCOPE",
                "INVALID_REQUEST",
                "UNSUPPORTED_GRANT_TYPE",
                "OTHER_REFUSAL"
            })
    void wrongCredentialsArePermanent(TokenFault fault) {
        assertThat(fault.verdict()).isEqualTo(TokenFault.Verdict.PERMANENT);
        assertThat(fault.aboutCredentials()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenFault.class,
            names = {"THROTTLED", "SERVER_FAULT", "REDIRECTED", "NOT_NETSUITE", "UNREADABLE", "NO_ANSWER"})
    void everythingOnTheWayPasses(TokenFault fault) {
        assertThat(fault.verdict()).isEqualTo(TokenFault.Verdict.PASSING);
        assertThat(fault.aboutCredentials()).isFalse();
    }

    /** Run with {@code -DupdateDocs=true} to write the table. */
    @Test
    void theTableOfThePageIsTheTableOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        Matcher section = Pattern.compile("(<!-- generated: token-faults -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                .matcher(page);
        assertThat(section.find()).isTrue();
        String expected = section.replaceFirst("$1" + Matcher.quoteReplacement(table()) + "$2");

        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    private static String table() {
        String head = """
                | HTTP status | OAuth `error` | Verdict | Exception | Likely causes, in order [Login Audit Trail detail] |
                |---|---|---|---|---|
                """;
        return Arrays.stream(TokenFault.values()).map(TokenFaultTest::row).collect(Collectors.joining("", head, ""));
    }

    private static String row(TokenFault fault) {
        String verdict =
                switch (fault.verdict()) {
                    case PERMANENT -> "permanent";
                    case PASSING -> "passing";
                    case PASSING_THREE_TIMES -> "passing three times in a row, then permanent";
                };
        String causes = fault.causes().stream()
                .map(cause -> cause.text()
                        + (cause.auditTrailCodes().isEmpty()
                                ? ""
                                : " [" + String.join(", ", cause.auditTrailCodes()) + "]"))
                .collect(Collectors.joining("; "));
        String error = fault.error().matches("[a-z]+_[a-z_]+") ? "`" + fault.error() + "`" : fault.error();
        return "| " + fault.status() + " | " + error + " | " + verdict + " | " + exceptions(fault) + " | "
                + (causes.isEmpty() ? "the message says what broke: DNS, connection, TLS, time-out, proxy" : causes)
                + " |\n";
    }

    /** By asking the code, not by knowing it. */
    private static String exceptions(TokenFault fault) {
        String permanent = type(fault, true);
        String passing = type(fault, false);
        return switch (fault.verdict()) {
            case PERMANENT -> permanent;
            case PASSING -> passing;
            case PASSING_THREE_TIMES -> passing + ", then " + permanent;
        };
    }

    private static String type(TokenFault fault, boolean permanent) {
        var failure = new TokenFailure(permanent, fault.remedy(), "x", ErrorFacts.none(), null);
        return "`" + failure.toException().getClass().getSimpleName() + "`";
    }
}
