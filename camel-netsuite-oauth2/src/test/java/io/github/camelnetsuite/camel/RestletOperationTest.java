package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.CapturedLog;
import io.github.camelnetsuite.rest.ScriptedHosts;
import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** netsuite:restlet, request by request. */
@Timeout(60)
class RestletOperationTest {

    private static final String STOCK = "netsuite:restlet:customscript_stock/customdeploy_1";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder);

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private ScriptedHosts netsuite;
    private NetSuiteConfiguration configuration;

    @BeforeEach
    void start() throws Exception {
        netsuite = new ScriptedHosts();
        configuration = ScriptedAccount.configure(context, NETSUITE.simulator(), netsuite);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        netsuite.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "POST, true", "PUT, true", "DELETE, false", "post, true"})
    void theOptionChoosesTheMethod(String method, boolean hasBody) {
        netsuite.then(Answer.json("{\"done\": true}"));

        Object answer = template.requestBody(STOCK + "?method=" + method, Map.of("sku", "A"));

        assertThat(answer).isEqualTo(Map.of("done", true));
        Asked asked = netsuite.asked().get(0);
        assertThat(asked.method()).isEqualToIgnoringCase(method);
        assertThat(asked.path()).isEqualTo("/app/site/hosting/restlet.nl");
        assertThat(asked.query()).isEqualTo("script=customscript_stock&deploy=customdeploy_1");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer the-token");
        assertThat(asked.header("Content-type")).isEqualTo("application/json");
        assertThat(asked.body()).isEqualTo(hasBody ? "{\"sku\":\"A\"}" : "");
    }

    @Test
    void withoutTheOptionABodyMakesThePost() {
        netsuite.then(Answer.json("{}")).then(Answer.json("{}")).then(Answer.json("{}"));

        template.requestBody(STOCK, (Object) null);
        template.requestBody(STOCK, "");
        template.requestBody(STOCK, "[]");

        assertThat(netsuite.asked()).extracting(Asked::method).containsExactly("GET", "GET", "POST");
    }

    static Stream<Arguments> jsonBodies() {
        return Stream.of(
                Arguments.of(Map.of("price", new BigDecimal("1.5")), "{\"price\":1.5}"),
                Arguments.of(List.of(1, "a"), "[1,\"a\"]"),
                Arguments.of("{\"a\": 1}", "{\"a\":1}"),
                Arguments.of("\"text\"", "\"text\""),
                Arguments.of(new ByteArrayInputStream("[1]".getBytes(StandardCharsets.UTF_8)), "[1]"),
                Arguments.of("{\"ü\": 1}".getBytes(StandardCharsets.UTF_8), "{\"ü\":1}"));
    }

    @ParameterizedTest
    @MethodSource("jsonBodies")
    void aBodyIsJsonUnlessSaidOtherwise(Object body, String sent) {
        netsuite.then(Answer.json("{}"));

        template.requestBody(STOCK, body);

        assertThat(netsuite.asked().get(0).body()).isEqualTo(sent);
    }

    @Test
    void textThatIsNoJsonIsRefusedBeforeAnyCall() {
        assertThatThrownBy(() -> template.requestBody(STOCK, "A;B"))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining("it is not well-formed JSON");
        assertThat(netsuite.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?contentType=text/plain      | ''                        | text/plain",
                "?contentType=application/xml | ''                        | application/xml",
                "?contentType=text/plain      | application/xml           | text/plain",
                "''                           | application/xml; charset=utf-8 | application/xml",
                "''                           | text/plain                | text/plain",
            })
    void theContentTypeIsThatOfOptionOrHeaderAndIsSentBare(String options, String header, String sent) {
        netsuite.then(Answer.of(200, "text/plain", "grün"));

        Object answer = template.requestBodyAndHeader(
                STOCK + options, "<a>ü</a>", Exchange.CONTENT_TYPE, header.isEmpty() ? null : header);

        assertThat(answer).isEqualTo("grün");
        assertThat(netsuite.asked().get(0).header("Content-type")).isEqualTo(sent);
        assertThat(netsuite.asked().get(0).body()).isEqualTo("<a>ü</a>");
    }

    @Test
    void aContentTypeFromElsewhereThatRestletsDoNotKnowIsLeftAside() {
        netsuite.then(Answer.json("{}"));

        template.requestBodyAndHeader(STOCK, "{}", Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");

        assertThat(netsuite.asked().get(0).header("Content-type")).isEqualTo("application/json");
    }

    @Test
    void aContentTypeThatRestletsDoNotKnowFailsTheStart() {
        assertThatThrownBy(() -> template.requestBody(STOCK + "?contentType=text/csv", "a"))
                .hasRootCauseInstanceOf(NetSuiteConfigurationException.class)
                .hasRootCauseMessage(
                        "contentType is text/csv, but RESTlets know application/json, application/xml and text/plain"
                                + " only.");
    }

    @Test
    void parametersComeFromOptionsAndHeader() {
        netsuite.then(Answer.json("{}"));

        template.requestBodyAndHeader(
                STOCK + "?parameters.status=open&parameters.site=RAW(a&b=c)",
                null,
                NetSuiteConstants.PARAMETERS,
                Map.of("status", "shut & closed", "since", LocalDate.of(2026, 1, 2)));

        assertThat(netsuite.asked().get(0).query())
                .startsWith("script=customscript_stock&deploy=customdeploy_1&")
                .contains("&status=shut%20%26%20closed")
                .contains("&site=a%26b%3Dc")
                .contains("&since=2026-01-02");
    }

    @Test
    void aParameterThatHasNoFormInAUrlIsRefused() {
        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        STOCK, null, NetSuiteConstants.PARAMETERS, Map.of("ids", List.of(1, 2))))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining("The RESTlet parameter 'ids' is a");
    }

    @Test
    void anErrorOfTheScriptIsAnException() {
        netsuite.then(Answer.json("{\"error\": {\"code\": \"NO_STOCK\", \"message\": \"x\"}}"));

        assertThatThrownBy(() -> template.requestBody(STOCK, (Object) null))
                .hasCauseInstanceOf(NetSuiteDataException.class)
                .cause()
                .hasMessageContaining("NO_STOCK");
    }

    @Test
    void anErrorOfTheScriptIsDataWhereThatIsWanted() {
        netsuite.then(Answer.json("{\"error\": {\"code\": \"NO_STOCK\", \"message\": \"x\"}}"));

        assertThat(template.requestBody(STOCK + "?errorsAsData=true", (Object) null))
                .isEqualTo(Map.of("error", Map.of("code", "NO_STOCK", "message", "x")));
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "POST, false", "PUT, false", "DELETE, false"})
    void aReadOnlyAccountMayOnlyGet(String method, boolean allowed) {
        NetSuiteConfiguration audit = configuration.copy();
        audit.setReadOnly(true);
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("audit", audit);
        netsuite.then(Answer.json("{}"));

        Exchange sent = template.request(STOCK + "?account=audit&method=" + method, exchange -> {});

        assertThat(sent.getException() == null).isEqualTo(allowed);
        assertThat(netsuite.asked()).hasSize(allowed ? 1 : 0);
    }

    @Test
    void whatIsNoGetLeavesALineInTheAuditLog() {
        netsuite.then(Answer.json("{}")).then(Answer.json("{}")).then(Answer.json(503, "{}"));
        try (CapturedLog audit = new CapturedLog("netsuite.audit")) {
            template.requestBody(STOCK, (Object) null);
            assertThat(audit.newLines()).isEmpty();

            template.requestBody(STOCK, "{\"sku\": \"A\"}");
            assertThat(audit.newLines()).hasSize(1).allSatisfy(line -> assertThat(line)
                    .contains("account=default ")
                    .contains("operation=restlet restlet=customscript_stock/customdeploy_1 method=POST"
                            + " outcome=answered attempts=1 ms=")
                    .doesNotContain("sku"));

            assertThatThrownBy(() -> template.requestBody(STOCK + "?method=DELETE", (Object) null))
                    .hasCauseInstanceOf(NetSuiteUnavailableException.class);
            assertThat(audit.newLines()).hasSize(1).allSatisfy(line -> assertThat(line)
                    .contains(
                            "method=DELETE error=NetSuiteUnavailableException status=503 outcome=unknown attempts=1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, false, 2", "POST, false, 1", "POST, true, 2", "DELETE, true, 2"})
    void afterALostAnswerOnlyWhatMayBeDoneTwiceIsCalledAgain(String method, boolean repeatable, int calls) {
        netsuite.then(Answer.json(503, "{}")).then(Answer.json("{\"done\": true}"));

        Exchange sent = template.request(STOCK + "?method=" + method + "&repeatable=" + repeatable, exchange -> {});

        assertThat(netsuite.asked()).hasSize(calls);
        assertThat(sent.getException() == null).isEqualTo(calls == 2);
    }

    @Test
    void withoutTheScopeThereIsNoCall() {
        NetSuiteConfiguration records = configuration.copy();
        records.setScopes("rest_webservices");
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("records", records);

        assertThatThrownBy(() -> template.requestBody(STOCK + "?account=records", (Object) null))
                .hasCauseInstanceOf(NetSuiteConfigurationException.class)
                .cause()
                .hasMessageContaining("Add restlets to the option scopes");
        assertThat(netsuite.asked()).isEmpty();
    }
}
