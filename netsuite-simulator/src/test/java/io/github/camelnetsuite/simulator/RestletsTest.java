package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.simulator.restlet.CustomContent;
import io.github.camelnetsuite.simulator.restlet.Deployment;
import io.github.camelnetsuite.simulator.restlet.Restlet;
import io.github.camelnetsuite.simulator.restlet.ScriptError;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RestletsTest {

    private static final String ECHO = "script=customscript_shop_echo&deploy=customdeploy_shop_echo";
    private static final String ORDER = "script=customscript_shop_order&deploy=customdeploy_shop_order";
    private static final String JSON = "application/json";

    private NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private Caller caller = new Caller(simulator);
    private String token = caller.accessToken();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void restart(Quirk quirk, String mode) {
        simulator.close();
        simulator = NetSuiteSimulator.builder().quirk(quirk, mode).start();
        caller = new Caller(simulator);
        token = caller.accessToken();
    }

    private HttpRequest.Builder request(String query) {
        return Caller.request(simulator.restletsUrl(), "/app/site/hosting/restlet.nl?" + query)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> call(String method, String query, String contentType, String body) {
        HttpRequest.Builder request = request(query)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        return caller.send(contentType.isEmpty() ? request : request.header("Content-Type", contentType));
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static void assertError(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Caller.json(response).at("/error/code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void eachMethodHasItsEntryPoint(String method) {
        String body = method.startsWith("P") ? "{\"a\":[1]}" : "";

        HttpResponse<String> response = call(method, ECHO + "&x=1&y=%2B", JSON, body);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).isEqualTo("application/json;charset=utf-8");
        assertThat(response.body())
                .isEqualTo("{\"method\":\"" + method + "\",\"parameters\":{\"x\":\"1\",\"y\":\"+\"},\"body\":"
                        + (body.isEmpty() ? "null" : body) + "}");
    }

    @Test
    void theAnswerFollowsTheContentTypeOfTheRequest() {
        HttpResponse<String> xml = call("POST", ECHO, "application/xml", "<a/>");
        HttpResponse<String> text = call("PUT", ECHO, "text/plain", "hello");
        HttpResponse<String> none = call("GET", ECHO + "&x=1", "", "");

        assertThat(xml.body()).isEqualTo("<echo><method>POST</method><body>&lt;a/></body></echo>");
        assertThat(type(xml)).isEqualTo("application/xml;charset=utf-8");
        assertThat(text.body()).isEqualTo("PUT {} hello");
        assertThat(type(text)).isEqualTo("text/plain;charset=utf-8");
        assertThat(none.body()).isEqualTo("GET {x=1} ");
        assertThat(type(none)).isEqualTo("text/plain;charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "customscript_shop_stock,customdeploy_shop_stock",
        "1002,1",
        "1002,customdeploy_shop_stock",
        "customscript_shop_stock,1"
    })
    void aScriptIsCalledByEitherId(String script, String deployment) {
        assertThat(call("GET", "script=" + script + "&deploy=" + deployment + "&item=3", JSON, "")
                        .body())
                .contains("\"item\":\"SKU-000003\"", "\"onHand\":39");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script=1002&deploy=2",
                "script=customscript_other&deploy=1",
                "script=customscript_shop_echo&deploy=customdeploy_shop_stock",
                "deploy=1",
                ""
            })
    void nothingElseIsDeployed(String query) {
        assertError(call("GET", query, JSON, ""), 404, "SSS_INVALID_SCRIPTLET_ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Application/JSON",
                "application/json; charset=UTF-8",
                "application/x-www-form-urlencoded",
                "text/json"
            })
    void anotherContentTypeIsNotSupported(String contentType) {
        assertThat(call("POST", ECHO, contentType, "{}").statusCode()).isEqualTo(415);
        assertThat(call("GET", ECHO, contentType, "").statusCode()).isEqualTo(415);
    }

    @Test
    void aBodyNeedsAContentType() {
        assertThat(call("POST", ECHO, "", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void aCharsetCanBeAllowed() {
        restart(Quirk.RESTLET_CONTENT_TYPE, "parameters allowed");

        assertThat(call("POST", ECHO, "application/json; charset=UTF-8", "{}").statusCode())
                .isEqualTo(200);
        assertThat(call("POST", ECHO, "text/json; charset=UTF-8", "{}").statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void aBodyWhereNoneMayBeIsABadRequest(String method) {
        assertError(call(method, ECHO, JSON, "{}"), 400, "INVALID_REQUEST");
    }

    @Test
    void aBodyThatIsNotJsonIsABadRequest() {
        assertError(call("POST", ECHO, JSON, "{"), 400, "INVALID_REQUEST");
    }

    @Test
    void aMethodWithoutEntryPointIsNotAllowed() {
        assertThat(call("PATCH", ECHO, JSON, "{}").statusCode()).isEqualTo(405);
        assertThat(call("POST", "script=customscript_shop_stock&deploy=1", JSON, "{}")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void anErrorTheScriptHandlesIsASuccess() {
        HttpResponse<String> response = call("GET", ECHO + "&handle=RCRD_DSNT_EXIST", JSON, "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response).path("success").asBoolean(true)).isFalse();
        assertThat(Caller.json(response).at("/error/code").asText()).isEqualTo("RCRD_DSNT_EXIST");
    }

    @Test
    void anErrorItLetsOutIsABadRequestInTheFormOfTheRequest() {
        String fail = ECHO + "&fail=SSS_USAGE_LIMIT_EXCEEDED";

        assertThat(call("POST", fail, JSON, "{}").statusCode()).isEqualTo(400);
        assertThat(call("POST", fail, JSON, "{}").body())
                .isEqualTo(
                        "{\"error\" : {\"code\" : \"SSS_USAGE_LIMIT_EXCEEDED\", \"message\" : \"Failed as asked.\"}}");
        assertThat(call("POST", fail, "application/xml", "<a/>").body())
                .contains(
                        "<error>\n<code>SSS_USAGE_LIMIT_EXCEEDED</code>\n<message>Failed as asked.</message>\n</error>");
        assertThat(call("POST", fail, "text/plain", "a").body())
                .isEqualTo("error code: SSS_USAGE_LIMIT_EXCEEDED\nerror message: Failed as asked.");
        assertThat(call("GET", fail, "", "").body()).startsWith("error code: SSS_USAGE_LIMIT_EXCEEDED\n");
    }

    @Test
    void anErrorCanComeWithoutOddSpaces() {
        restart(Quirk.RESTLET_ERROR_SPACING, "compact");

        assertThat(call("GET", ECHO + "&fail=X", JSON, "").body())
                .isEqualTo("{\"error\":{\"code\":\"X\",\"message\":\"Failed as asked.\"}}");
    }

    @Test
    void anErrorCanComeInAnotherLanguage() {
        restart(Quirk.RESTLET_ERROR_LANGUAGE, "Spanish");

        HttpResponse<String> response = call("GET", "script=1&deploy=1", JSON, "");

        assertError(response, 404, "SSS_INVALID_SCRIPTLET_ID");
        assertThat(Caller.json(response).at("/error/message").asText())
                .isEqualTo("Ese Suitelet no es válido, está deshabilitado o ya no existe.");
    }

    @Test
    void nothingDeployedCanBeABadRequest() {
        restart(Quirk.RESTLET_NOT_FOUND, "400");

        assertError(call("GET", "script=1&deploy=1", JSON, ""), 400, "SSS_INVALID_SCRIPTLET_ID");
    }

    @Test
    void aTokenWithoutTheScopeIsABadLogin() {
        token = Caller.json(caller.token(new TestAssertion(simulator, simulator.credentials(), "ES256", Instant.now())
                        .claim("scope", List.of("rest_webservices"))))
                .path("access_token")
                .asText();

        HttpResponse<String> response = call("GET", ECHO, JSON, "");

        assertError(response, 401, "INVALID_LOGIN_ATTEMPT");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer realm=\"1234567\", error=\"invalid_token\"");
        assertThat(simulator.loginAuditTrail())
                .last()
                .extracting(LoginAttempt::detail)
                .isEqualTo("ScopeMismatched");
    }

    @Test
    void theSuiteTalkHostCallsNoRestlet() {
        HttpResponse<String> response =
                caller.send(Caller.request(simulator.suiteTalkUrl(), "/app/site/hosting/restlet.nl?" + ECHO)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", JSON));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void aWrongDataCentreRedirects() {
        simulator.faults().onRestlets().once().redirectTo(URI.create("https://1234567.restlets.api.netsuite.com/x"));

        assertThat(call("GET", ECHO, JSON, "").statusCode()).isEqualTo(302);
        assertThat(call("GET", ECHO, JSON, "").statusCode()).isEqualTo(200);
    }

    @Test
    void moreThanTenMegabytesAreRefused() {
        assertError(call("POST", ECHO, JSON, "\"" + "x".repeat(10 * 1024 * 1024) + "\""), 400, "INVALID_REQUEST");
        simulator.restlets().deploy("customscript_big", "customdeploy_big", Restlet.get(call -> "x"
                .repeat(10 * 1024 * 1024 + 1)));
        assertError(call("GET", "script=customscript_big&deploy=1", JSON, ""), 400, "INVALID_REQUEST");
    }

    @Test
    void aTestDeploysItsOwnScript() {
        Deployment deployment = simulator
                .restlets()
                .deploy(
                        "customscript_mine",
                        "customdeploy_mine",
                        Restlet.get(call -> Map.of("on", call.parameter("on").orElse("")))
                                .andPost(call -> call.object().get("name"))
                                .andPut(call -> new CustomContent("text/html", "<p>"))
                                .andDelete(call -> null));
        String query = "script=" + deployment.scriptId() + "&deploy=" + deployment.deploymentId();

        assertThat(call("GET", query + "&on=T", JSON, "").body()).isEqualTo("{\"on\":\"T\"}");
        assertThat(call("POST", query, JSON, "{\"name\":\"Jo\"}").body()).isEqualTo("Jo");
        assertThat(type(call("PUT", query, JSON, "{}"))).isEqualTo("text/html;charset=utf-8");
        assertThat(call("DELETE", query, JSON, "").body()).isEmpty();
        assertError(call("POST", query, JSON, "[]"), 400, "UNEXPECTED_ERROR");
        assertThat(call("GET", query, "", "").body()).startsWith("error code: INVALID_RETURN_DATA_FORMAT\n");

        simulator.restlets().undeploy(deployment);
        assertThat(call("GET", query, JSON, "").statusCode()).isEqualTo(404);
    }

    @Test
    void anExceptionOfAScriptIsAnUnexpectedError() {
        simulator.restlets().deploy("customscript_mine", "customdeploy_mine", Restlet.get(call -> {
            throw new IllegalStateException("no such thing");
        }));

        HttpResponse<String> response = call("GET", "script=customscript_mine&deploy=1", JSON, "");

        assertError(response, 400, "UNEXPECTED_ERROR");
        assertThat(response.body()).contains("IllegalStateException: no such thing");
    }

    @Test
    void whatTheBuilderDeploysIsThereAfterAReset() {
        simulator.close();
        simulator = NetSuiteSimulator.builder()
                .restlets(restlets ->
                        restlets.deploy("customscript_mine", "customdeploy_mine", Restlet.get(call -> "here")))
                .start();
        caller = new Caller(simulator);

        simulator.reset();

        token = caller.accessToken();
        assertThat(call("GET", "script=customscript_mine&deploy=1", "", "").body())
                .isEqualTo("here");
    }

    @Test
    void aLaterDeploymentUnderTheSameIdsTakesItsPlaceUntilTheReset() {
        Deployment first = simulator
                .restlets()
                .deploy("customscript_shop_echo", "customdeploy_shop_echo", Restlet.any(call -> {
                    throw new ScriptError("NEW", "new");
                }));
        assertError(call("GET", ECHO, JSON, ""), 400, "NEW");
        assertThat(simulator.restlets().deployments()).hasSize(3).contains(first);

        simulator.reset();

        token = caller.accessToken();
        assertThat(call("GET", ECHO, JSON, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"42,customdeploy_x", "customscript_x,1", "customscript_X,customdeploy_x", "customscript_,customdeploy_x"
    })
    void idsHaveTheirPrefix(String script, String deployment) {
        Restlet restlet = Restlet.get(call -> "");

        assertThatThrownBy(() -> simulator.restlets().deploy(script, deployment, restlet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not match");
    }

    @Test
    void theOrderScriptCreatesChangesAndDeletes() {
        String body = "{\"shopOrder\":\"7\",\"customer\":\"42\",\"lines\":[{\"item\":\"1\",\"quantity\":3}]}";

        assertThat(Caller.json(call("POST", ORDER, JSON, body)).path("success").asBoolean())
                .isTrue();
        assertThat(call("POST", ORDER, JSON, body).body()).contains("\"success\":false", "DUPLICATE_EXTERNAL_ID");
        assertThat(call("PUT", ORDER, JSON, "{\"shopOrder\":\"7\",\"memo\":\"rush\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.json(call("GET", ORDER + "&shopOrder=7", JSON, ""))
                        .path("memo")
                        .asText())
                .isEqualTo("rush");
        assertThat(call("DELETE", ORDER + "&shopOrder=7", "", "").statusCode()).isEqualTo(200);
        assertError(call("GET", ORDER + "&shopOrder=7", JSON, ""), 400, "RCRD_DSNT_EXIST");
        assertError(call("GET", ORDER, JSON, ""), 400, "SSS_MISSING_REQD_ARGUMENT");
        assertError(
                call("POST", ORDER, JSON, "{\"shopOrder\":\"8\",\"customer\":\"42\"}"),
                400,
                "SSS_MISSING_REQD_ARGUMENT");
    }
}
