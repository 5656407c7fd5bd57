package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.rest.ScriptedHosts;
import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** toD: one endpoint for any number of IDs, and what an ID holds stays an ID. */
@Timeout(120)
class DynamicSendTest {

    private static final String RECORDS = "/services/rest/record/v1/";

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = NetSuiteSimulatorExtension.with(builder -> builder);

    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private ScriptedHosts netsuite;

    @BeforeEach
    void start() throws Exception {
        netsuite = new ScriptedHosts();
        context.getPropertiesComponent().addInitialProperty("secret", "the-secret");
        context.getPropertiesComponent().addInitialProperty("type", "customer");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:get").toD("netsuite:get:customer/${body}");
                from("direct:placeholder").toD("netsuite:get:{{type}}/${header.id}?fields=email");
                from("direct:fields")
                        .toD("netsuite:get:customer/${body}?fields=${header.fields}&expandSubResources=true");
                from("direct:account").toD("netsuite:get:customer/${body}?account=${header.account}");
                from("direct:q").toD("netsuite:list:customer?q=entityId%20IS%20${body}&pageSize=10");
                from("direct:restlet").toD("netsuite:restlet:customscript_${body}/customdeploy_1?method=GET");
                from("direct:parameter")
                        .toD(
                                "netsuite:restlet:customscript_a/customdeploy_1?method=GET&parameters.sku=${body}&parameters.site=LEEDS");
                from("direct:size").toD("netsuite:list:customer?pageSize=${body}");
                from("direct:raw").toD("netsuite:list:customer?q=RAW(${body})");
            }
        });
        NetSuiteConfiguration configuration = ScriptedAccount.configure(context, NETSUITE.simulator(), netsuite);
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("eu", configuration.copy());
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        netsuite.close();
    }

    @Test
    void tenThousandIdsLeaveOneEndpoint() {
        for (int i = 0; i < 10_000; i++) {
            netsuite.then(Answer.json("{\"id\": \"" + i + "\"}"));
            assertThat(template.requestBody("direct:get", i)).isEqualTo(Map.of("id", Integer.toString(i)));
        }

        assertThat(context.getEndpoints().stream()
                        .map(Endpoint::getEndpointUri)
                        .filter(uri -> uri.startsWith("netsuite")))
                .containsExactly("netsuite://get");
        assertThat(netsuite.asked()).hasSize(10_000);
        assertThat(netsuite.asked().get(4711).path()).isEqualTo(RECORDS + "customer/4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../employee/1",
                "..",
                ".",
                "42/../../employee/1",
                "42?account=eu",
                "42?expandSubResources=true",
                "42?privateKey=x&suiteTalkUrl=https://evil.example",
                "42#fragment",
                "42\\..\\1",
                "4\n2",
                "42\u0000",
                "42\r\nX-Evil: 1",
                "",
                "/42",
                "42/"
            })
    void anIdThatWouldReachSomethingElseIsRefusedBeforeAnyCall(String id) {
        assertThatThrownBy(() -> template.requestBody("direct:get", id))
                .hasCauseInstanceOf(NetSuiteDataException.class);
        assertThat(netsuite.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "%2e%2e, customer/%252e%252e",
        "%2e%2e%2femployee, customer/%252e%252e%252femployee",
        "%3Faccount=eu, customer/%253Faccount=eu",
        "42&account=eu, customer/42&account=eu",
        "a b, customer/a%20b",
        "{{secret}}, customer/%7B%7Bsecret%7D%7D",
        "${header.x}, customer/$%7Bheader.x%7D",
        "RAW(1), customer/RAW(1)",
        "eid:SHOP-7, customer/eid:SHOP-7",
    })
    void whateverElseAnIdHoldsIsPartOfTheId(String id, String path) {
        netsuite.then(Answer.json("{}"));

        template.requestBody("direct:get", id);

        Asked asked = netsuite.asked().get(0);
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.path()).isEqualTo(RECORDS + path);
        assertThat(asked.query()).isNull();
    }

    @Test
    void thePlaceholdersOfTheAuthorAreResolved() {
        netsuite.then(Answer.json("{}"));

        template.requestBodyAndHeader("direct:placeholder", null, "id", "7");

        assertThat(netsuite.asked().get(0).path()).isEqualTo(RECORDS + "customer/7");
        assertThat(netsuite.asked().get(0).query()).isEqualTo("fields=email");
    }

    @Test
    void theValueOfAnOptionCannotBecomeAnotherOption() {
        netsuite.then(Answer.json("{}"));

        template.requestBodyAndHeader("direct:fields", "42", "fields", "email&account=eu&expandSubResources=false");

        assertThat(netsuite.asked().get(0).query())
                .isEqualTo("fields=email%26account%3Deu%26expandSubResources%3Dfalse&expandSubResources=true");
    }

    @Test
    void anIdCannotTakeThePlaceOfAnOption() {
        assertThatThrownBy(
                        () -> template.requestBodyAndHeader("direct:account", "42?account=default&x=", "account", "eu"))
                .hasCauseInstanceOf(NetSuiteDataException.class);
        assertThat(netsuite.asked()).isEmpty();
    }

    @Test
    void aFilterIsAValueWhateverIsInIt() {
        netsuite.then(Answer.json("{\"items\": [], \"hasMore\": false}"));

        template.requestBody("direct:q", "\"a&b=c+d %41\"");

        assertThat(netsuite.asked().get(0).path()).isEqualTo(RECORDS + "customer");
        assertThat(netsuite.asked().get(0).query())
                .isEqualTo("q=entityId%20IS%20%22a%26b%3Dc%2Bd%20%2541%22&limit=10&offset=0");
    }

    @Test
    void rawIsNoWayOutOfAValue() {
        netsuite.then(Answer.json("{\"items\": [], \"hasMore\": false}"));

        template.requestBody("direct:raw", "x)&account=eu&q=RAW(y");

        assertThat(netsuite.asked().get(0).query())
                .isEqualTo("q=x%29%26account%3Deu%26q%3DRAW%28y&limit=1000&offset=0");
    }

    @Test
    void aParameterOfARestletIsAValueWhateverIsInIt() {
        netsuite.then(Answer.json("{}")).then(Answer.json("{}"));

        template.requestBody("direct:parameter", "a&script=9+%41");
        Exchange sent = template.request("direct:parameter", exchange -> {
            exchange.getMessage().setBody("");
            exchange.getMessage().setHeader(NetSuiteConstants.PARAMETERS, Map.of("page", 2));
        });

        assertThat(netsuite.asked().get(0).query()).endsWith("&site=LEEDS&sku=a%26script%3D9%2B%2541");
        assertThat(netsuite.asked().get(1).query()).endsWith("&site=LEEDS&sku=&page=2");
        assertThat(sent.getMessage().getHeader(NetSuiteConstants.PARAMETERS)).isEqualTo(Map.of("page", 2));
    }

    @Test
    void anOptionWithoutAHeaderOfItsOwnTakesPlainValuesOnly() {
        netsuite.then(Answer.json("{\"items\": [], \"hasMore\": false}"));

        template.requestBody("direct:size", 7);

        assertThat(netsuite.asked().get(0).query()).isEqualTo("limit=7&offset=0");
        assertThatThrownBy(() -> template.requestBody("direct:size", "7&account=eu"))
                .hasStackTraceContaining("The value for the option pageSize of netsuite:list:customer?pageSize=${body}"
                        + " was refused before any call");
    }

    @Test
    void restletsAreOneEndpointAsWell() {
        netsuite.then(Answer.json("{}")).then(Answer.json("{}"));

        template.requestBody("direct:restlet", "a");
        template.requestBody("direct:restlet", "b");
        assertThatThrownBy(() -> template.requestBody("direct:restlet", "a/customdeploy_9?x"))
                .hasCauseInstanceOf(NetSuiteDataException.class);

        assertThat(netsuite.asked())
                .extracting(Asked::query)
                .containsExactly(
                        "script=customscript_a&deploy=customdeploy_1", "script=customscript_b&deploy=customdeploy_1");
        assertThat(context.getEndpoints().stream()
                        .map(Endpoint::getEndpointUri)
                        .filter(uri -> uri.startsWith("netsuite")))
                .hasSize(1);
    }

    @Test
    void aHeaderOfTheMessageOverridesTheUriAndStaysAndNoOtherIsLeftBehind() {
        netsuite.then(Answer.json("{}")).then(Answer.json("{}"));

        Exchange overridden = template.request("direct:get", exchange -> {
            exchange.getMessage().setBody("42");
            exchange.getMessage().setHeader(NetSuiteConstants.RESOURCE, "vendor/1");
        });
        Exchange plain =
                template.request("direct:get", exchange -> exchange.getMessage().setBody("42"));

        assertThat(netsuite.asked())
                .extracting(Asked::path)
                .containsExactly(RECORDS + "vendor/1", RECORDS + "customer/42");
        assertThat(overridden.getMessage().getHeaders()).containsEntry(NetSuiteConstants.RESOURCE, "vendor/1");
        assertThat(new HashMap<>(plain.getMessage().getHeaders())).doesNotContainKey(NetSuiteConstants.RESOURCE);
    }
}
