package io.github.camelnetsuite.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exception an answer becomes, and what its message advises. */
@Timeout(60)
class RestErrorsTest {

    private static final RestRequest CALL = RestRequest.record("GET", ResourcePath.parse("customer/42"));

    private final CallBench bench = new CallBench();

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "401 ; INVALID_LOGIN ; Invalid login attempt. ; Access ; LOGIN_REFUSED",
                "429 ; CONCURRENCY_LIMIT_EXCEEDED ; Request blocked. ; Unavailable ; THROTTLED",
                "400 ; SSS_REQUEST_LIMIT_EXCEEDED ; Too many. ; Unavailable ; RESTLET_THROTTLED",
                "302 ; X ; Moved. ; Unavailable ; REDIRECTED",
                "407 ; X ; Login. ; Configuration ; PROXY_LOGIN",
                "409 ; RCRD_HAS_BEEN_CHANGED ; Der Datensatz wurde ge\u00e4ndert. ; Unavailable ; RECORD_CHANGED",
                "400 ; USER_ERROR ; Record has been changed. ; Unavailable ; RECORD_CHANGED",
                "400 ; SSS_TIME_LIMIT_EXCEEDED ; Too long. ; Data ; SCRIPT_LIMIT",
                "404 ; SSS_INVALID_SCRIPTLET_ID ; No. ; Data ; SCRIPT_UNKNOWN",
                "403 ; INVALID_LOGIN_ATTEMPT ; No. ; Access ; RESTLET_LOGIN",
                "500 ; UNEXPECTED_ERROR ; An unexpected error occurred. Error ID: x ; Unavailable ; SERVER_ERROR",
                "503 ; X ; Busy. ; Unavailable ; NOT_SERVED",
                "408 ; X ; Slow. ; Unavailable ; NOT_SERVED",
                "400 ; USER_ERROR ; Your current role does not have permission to perform this action. ; Access ; PERMISSION",
                "403 ; INSUFFICIENT_PERMISSION ; No. ; Access ; PERMISSION",
                "400 ; USER_ERROR ; Error while accessing a resource. This entity already exists. ; Data ; DUPLICATE",
                "400 ; DUP_RCRD ; Existe. ; Data ; DUPLICATE",
                "400 ; USER_ERROR ; The transaction date is not within an open accounting period. ; Data ; CLOSED_PERIOD",
                "400 ; INVALID_CONTENT ; No field x. ; Data ; CONTENT",
                "400 ; INVALID_PARAMETER ; Bad. ; Data ; PARAMETER",
                "400 ; INVALID_HEADER ; Bad. ; Data ; REQUEST",
                "400 ; IDEMPOTENCY_ERROR ; Again. ; Data ; IDEMPOTENCY",
                "404 ; NONEXISTENT_OFFSET ; Out. ; Data ; NO_SUCH_PAGE",
                "404 ; NONEXISTENT_ID ; None. ; Data ; NO_SUCH_RECORD",
                "405 ; X ; No. ; Data ; METHOD",
                "413 ; X ; No. ; Data ; TOO_LARGE",
                "415 ; X ; No. ; Data ; MEDIA_TYPE",
                "400 ; USER_ERROR ; Please enter a value. ; Data ; RULE",
                "418 ; X ; Teapot. ; Data ; OTHER"
            })
    void eachAnswerHasItsTypeAndAdvice(int status, String code, String detail, String type, RestFault fault) {
        Reply.Refused refused = refused(status, ScriptedServer.error(status, code, detail), Duration.ofSeconds(1));

        NetSuiteException error = RestErrors.refused(CALL, refused);

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(error.getClass().getSimpleName()).isEqualTo("NetSuite" + type + "Exception");
        assertThat(error)
                .hasMessage("NetSuite answered " + status + " " + code
                        + " to GET /services/rest/record/v1/customer/42: " + detail + " " + fault.advice());
        assertThat(error.status()).hasValue(status);
        assertThat(error.errorCode()).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({"403, NetSuiteUnavailableException, NOT_NETSUITE", "503, NetSuiteUnavailableException, NOT_SERVED"})
    void aPageOfAProxyIsNotTakenForNetSuite(int status, String type, RestFault fault) {
        Reply.Refused refused =
                refused(status, "<html><title>Access denied by policy</title></html>", Duration.ofSeconds(1));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(RestErrors.refused(CALL, refused).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void a401AfterALongWaitSpeaksOfOverload() {
        Reply.Refused refused = refused(
                401, ScriptedServer.error(401, "INVALID_LOGIN", "Invalid login attempt."), Duration.ofSeconds(60));

        assertThat(RestErrors.refused(CALL, refused))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("as it does when an account is overloaded");
    }

    @Test
    void aScriptThatFailsIsAMatterOfItsData() {
        Reply.Refused refused =
                refused(400, "{\"error\":{\"code\":\"MY_CODE\",\"message\":\"Not so\"}}", Duration.ofSeconds(1));

        assertThat(RestErrors.refused(CALL, refused))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("Not so The script ended with this error.");
    }

    @Test
    void aServerInBetweenThatShowsTheRequestShowsNoToken() {
        bench.server.then(exchange -> {
            String shown =
                    "{\"title\": \"Refused: " + exchange.getRequestHeaders().getFirst("Authorization")
                            + " eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln\"}";
            byte[] body = shown.getBytes(UTF_8);
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });

        assertThatThrownBy(() -> bench.client().send(CALL))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("Refused: Bearer <redacted> <redacted>")
                .hasMessageNotContaining("token-1")
                .hasMessageNotContaining("eyJ");
    }

    @Test
    void theAccessorsSurviveWhatTheCallWentThrough() {
        bench.server.answers(503, ScriptedServer.error(503, "BUSY", "Later."), "Retry-After", "5");

        assertThatThrownBy(() -> bench.client().send(CALL)).isInstanceOfSatisfying(NetSuiteException.class, error -> {
            assertThat(error.status()).hasValue(503);
            assertThat(error.errorCode()).hasValue("BUSY");
            assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(5));
        });
    }

    private static Reply.Refused refused(int status, String body, Duration took) {
        return Reply.Refused.of(new RefusedAnswer(status, body, null, null, false), took);
    }
}
