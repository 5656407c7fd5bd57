package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.rest.RestletCall.Method;
import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to a RESTlet, and what becomes of its answer. */
@Timeout(60)
class RestletCallTest {

    private static final ResourcePath RESTLET = ResourcePath.parse("customscript_stock/customdeploy_1");

    private ScriptedHosts netsuite;
    private RecordService records;

    @BeforeEach
    void start() throws IOException {
        netsuite = new ScriptedHosts();
        records = new RecordService(netsuite.client(), Runnable::run);
    }

    @AfterEach
    void stop() throws IOException {
        netsuite.close();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void eachMethodReachesTheScriptWithTheTokenAndAContentType(Method method) {
        netsuite.then(Answer.json("{}"));
        RestletCall call = RestletCall.of(method, RESTLET);

        records.call(method.hasBody() ? call.body("{\"sku\":\"ü\"}".getBytes(StandardCharsets.UTF_8)) : call);

        Asked asked = netsuite.asked().get(0);
        assertThat(asked.method()).isEqualTo(method.name());
        assertThat(asked.path()).isEqualTo("/app/site/hosting/restlet.nl");
        assertThat(asked.query()).isEqualTo("script=customscript_stock&deploy=customdeploy_1");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer the-token");
        assertThat(asked.header("Content-type")).isEqualTo("application/json");
        assertThat(asked.header("Accept")).isEqualTo("*/*");
        assertThat(asked.body()).isEqualTo(method.hasBody() ? "{\"sku\":\"ü\"}" : "");
    }

    @Test
    void parametersAreEncodedAndCannotBecomeOthers() {
        netsuite.then(Answer.json("{}"));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("sku", "A&deploy=2#x y+ü");
        parameters.put("a=b", "");

        records.call(RestletCall.of(Method.GET, RESTLET).parameters(parameters));

        assertThat(netsuite.asked().get(0).query())
                .isEqualTo("script=customscript_stock&deploy=customdeploy_1"
                        + "&sku=A%26deploy%3D2%23x%20y%2B%C3%BC&a%3Db=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "deploy", "Script", "DEPLOY", "compid"})
    void aParameterCannotChooseTheScript(String name) {
        assertThatThrownBy(() -> RestletCall.of(Method.GET, RESTLET).parameters(Map.of(name, "9")))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("it would choose the script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customscript_stock",
                "customscript_stock/customdeploy_1/x",
                "customscript_stock/customdeploy_1&deploy=2",
                "customscript stock/customdeploy_1",
                "customscript_stock/%31",
                "eid:X/1"
            })
    void whatIsNotAScriptAndADeploymentIsRefusedBeforeAnyCall(String resource) {
        assertThatThrownBy(() -> RestletCall.of(Method.GET, ResourcePath.parse(resource)))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("names no RESTlet");
    }

    @Test
    void numbersNameARestletAsWell() {
        netsuite.then(Answer.json("{}"));

        records.call(RestletCall.of(Method.GET, ResourcePath.parse("341/1")));

        assertThat(netsuite.asked().get(0).query()).isEqualTo("script=341&deploy=1");
    }

    @Test
    void jsonComesAsMapsListsAndValues() {
        assertThat(answered("application/json", "{\"a\": [1, 2.50, \"x\", null, true]}"))
                .isEqualTo(Map.of("a", Arrays.asList(1, new BigDecimal("2.50"), "x", null, true)));
        assertThat(answered("application/json; charset=utf-8", "[]")).isEqualTo(List.of());
        assertThat(answered("application/json", "\"text\"")).isEqualTo("text");
        assertThat(answered("application/json", "17")).isEqualTo(17);
        assertThat(answered("application/json", "null")).isNull();
    }

    @Test
    void aScriptThatReturnsBareTextUnderTheNameOfJsonGivesText() {
        assertThat(answered("application/json", "done, all of it")).isEqualTo("done, all of it");
    }

    @Test
    void textAndXmlComeAsText() {
        assertThat(answered("text/plain; charset=UTF-8", "{not json")).isEqualTo("{not json");
        assertThat(answered("application/xml", "<a><error>no</error></a>")).isEqualTo("<a><error>no</error></a>");
        assertThat(answered("text/plain", "")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain; charset=ISO-8859-1       | ISO-8859-1   | Grün",
                "text/plain;charset=\"windows-1252\"  | windows-1252 | 5 €",
                "application/xml                      | ISO-8859-1   | <?xml version='1.0'"
                        + " encoding='ISO-8859-1'?><a>Grün</a>",
                "text/plain                           | UTF-8        | Grün €",
                "application/xml                      | UTF-8        | <a>Grün €</a>",
            })
    void textIsReadInTheEncodingItNames(String type, String charset, String text) {
        netsuite.then(Answer.in(Charset.forName(charset), 200, type, text));

        assertThat(records.call(RestletCall.of(Method.GET, RESTLET))).isEqualTo(text);
    }

    @Test
    void anEncodingNobodyKnowsIsSaidSo() {
        netsuite.then(Answer.of(200, "text/plain; charset=klingon", "x"));

        assertThatThrownBy(() -> records.call(RestletCall.of(Method.GET, RESTLET)))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("names a character encoding that this Java does not know");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"error\" : {\"code\" : \"NO_STOCK\", \"message\" : \"Sin existencias\"}}",
                "application/json | {\"error\": {\"message\": \"Sin existencias\", \"code\": \"NO_STOCK\"}}",
                "text/plain       | {\"error\": {\"code\": \"NO_STOCK\", \"message\": \"Sin existencias\"}}",
                "application/xml  | <error><code>NO_STOCK</code><message>Sin existencias</message></error>",
                "application/xml  | <?xml version=\"1.0\"?> <error> <code>NO_STOCK</code> <message>Sin"
                        + " existencias</message> </error>",
                "text/plain       | error code: NO_STOCK~error message: Sin existencias",
                "text/html        | error code: NO_STOCK~error message: Sin existencias",
            })
    void anErrorInAnyFormAndWithAnyStatusIsKnownByItsCode(String type, String body) {
        for (int status : new int[] {200, 400}) {
            netsuite.then(Answer.of(status, type, body.replace('~', '\n')));

            NetSuiteException e = catchThrowableOfType(
                    NetSuiteDataException.class, () -> records.call(RestletCall.of(Method.POST, RESTLET)));

            assertThat(e.errorCode()).hasValue("NO_STOCK");
            assertThat(e.status()).hasValue(status);
            assertThat(e)
                    .hasMessage("NetSuite answered " + status
                            + " NO_STOCK to POST of RESTlet customscript_stock/customdeploy_1: Sin existencias The script"
                            + " ended with this error. What it had written by then may stay: look at the script and its"
                            + " execution log.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | UNEXPECTED_ERROR           | DATA        | its execution log",
                "400 | SSS_TIME_LIMIT_EXCEEDED    | DATA        | less to do in one call",
                "500 | UNEXPECTED_ERROR           | UNAVAILABLE | look before repeating it",
                "503 | ANYTHING                   | UNAVAILABLE | look before repeating it",
                "302 | ANYTHING                   | UNAVAILABLE | restletsUrl",
                "403 | ANYTHING                   | ACCESS      | scope restlets",
                "403 | INSUFFICIENT_PERMISSION    | ACCESS      | audience",
                "401 | INVALID_LOGIN_ATTEMPT      | ACCESS      | Login Audit Trail",
                "400 | INVALID_LOGIN_CREDENTIALS  | ACCESS      | Login Audit Trail",
                "404 | ANYTHING                   | DATA        | the deployment is released",
                "400 | SSS_INVALID_SCRIPTLET_ID   | DATA        | the deployment is released",
                "400 | SSS_USAGE_LIMIT_EXCEEDED   | DATA        | less to do in one call",
                "400 | INVALID_RETURN_DATA_FORMAT | DATA        | does not fit the content type",
                "405 | ANYTHING                   | DATA        | needs a function for the method",
                "415 | ANYTHING                   | DATA        | Content-Type",
            })
    void theCodeAndTheStatusSayWhatCanBeDone(int status, String code, String kind, String advice) {
        netsuite.then(Answer.json(status, "{\"error\": {\"code\": \"" + code + "\", \"message\": \"Mensaje\"}}"));

        assertThatThrownBy(() -> records.call(RestletCall.of(Method.POST, RESTLET)))
                .isInstanceOf(
                        switch (kind) {
                            case "UNAVAILABLE" -> NetSuiteUnavailableException.class;
                            case "ACCESS" -> NetSuiteAccessException.class;
                            default -> NetSuiteDataException.class;
                        })
                .hasMessageContaining(advice);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aThrottledScriptDidNotRunSoAnyMethodIsCalledAgain(Method method) {
        String throttled = "{\"error\" : {\"code\" : \"SSS_REQUEST_LIMIT_EXCEEDED\", \"message\" : \"Demasiadas\"}}";
        netsuite.then(Answer.json(400, throttled))
                .then(Answer.json(200, throttled))
                .then(Answer.json("17"));

        assertThat(records.call(RestletCall.of(method, RESTLET))).isEqualTo(17);
        assertThat(netsuite.asked()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, false, 2",
        "POST, false, 1",
        "PUT, false, 1",
        "DELETE, false, 1",
        "POST, true, 2",
        "DELETE, true, 2"
    })
    void afterALostAnswerOnlyWhatMayBeDoneTwiceIsCalledAgain(Method method, boolean repeatable, int calls) {
        netsuite.then(Answer.json(503, "{}")).then(Answer.json("17"));

        try {
            records.call(RestletCall.of(method, RESTLET).repeatable(repeatable));
        } catch (NetSuiteUnavailableException e) {
            assertThat(calls).isEqualTo(1);
        }

        assertThat(netsuite.asked()).hasSize(calls);
    }

    @Test
    void anErrorWithStatus200IsDataWhereThatIsWanted() {
        netsuite.then(Answer.json("{\"error\": {\"code\": \"NO_STOCK\", \"message\": \"x\"}}"));

        assertThat(records.call(RestletCall.of(Method.GET, RESTLET).errorsAsData(true)))
                .isEqualTo(Map.of("error", Map.of("code", "NO_STOCK", "message", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": null}",
                "{\"error\": \"none\"}",
                "{\"error\": {\"code\": 5}}",
                "{\"error\": {\"code\": \"A\", \"message\": \"b\"}, \"rows\": []}",
                "{\"data\": {\"error\": {\"code\": \"A\", \"message\": \"b\"}}}",
            })
    void whatOnlyLooksLikeAnErrorIsAResult(String json) {
        assertThat(answered("application/json", json)).isInstanceOf(Map.class);
    }

    @Test
    void aPageOfAProxyIsNoResult() {
        netsuite.then(Answer.of(200, "text/html", "\n<!DOCTYPE html><html><body>Maintenance</body></html>"));

        assertThatThrownBy(() -> records.call(RestletCall.of(Method.GET, RESTLET)))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("an HTML page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": ", "[1, 2", "{\"a\": 1} {", "{a: 1}"})
    void jsonThatWasCutOffIsNoText(String json) {
        netsuite.then(Answer.json(json));

        assertThatThrownBy(() -> records.call(RestletCall.of(Method.GET, RESTLET)))
                .isInstanceOf(NetSuiteUnavailableException.class);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        netsuite.then(Answer.of(200, "text/plain", String.join("", Collections.nCopies(65, "x".repeat(1 << 20)))));

        assertThatThrownBy(() -> records.call(RestletCall.of(Method.GET, RESTLET)))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessageContaining("is larger than 64 MiB");
    }

    private @Nullable Object answered(String type, String text) {
        netsuite.then(Answer.of(200, type, text));
        return records.call(RestletCall.of(Method.GET, RESTLET));
    }
}
