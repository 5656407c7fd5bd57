package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong settings fail the start, without a network call, and name the option. */
@Timeout(60)
class StartUpTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                wrong(
                        "a missing account ID",
                        c -> c.setAccountId(null),
                        "The option accountId is not set.",
                        "accountId"),
                wrong(
                        "a missing consumer key",
                        c -> c.setConsumerKey(" "),
                        "The option consumerKey is not set.",
                        "consumerKey"),
                wrong("a hostile account ID", c -> c.setAccountId("x.evil.example/"), "x.evil.example/", "accountId"),
                wrong(
                        "a foreign service URL",
                        c -> c.setSuiteTalkUrl("https://evil.example"),
                        "suiteTalkUrl",
                        "suiteTalkUrl"),
                wrong("plain http elsewhere", c -> c.setRestletsUrl("http://192.0.2.1"), "restletsUrl", "restletsUrl"),
                wrong(
                        "a missing private key",
                        c -> c.setPrivateKey(null),
                        "No private key is configured.",
                        "privateKey"),
                wrong("text that is no key", c -> c.setPrivateKey("nonsense"), "openssl", "privateKey"),
                wrong("RS256", c -> c.setSignatureAlgorithm("RS256"), "RS256", "signatureAlgorithm"),
                wrong(
                        "an algorithm that does not fit the key",
                        c -> c.setSignatureAlgorithm("PS256"),
                        "PS256",
                        "privateKey"),
                wrong(
                        "an assertion that lives too long",
                        c -> c.setAssertionLifetime(3_600_000),
                        "assertionLifetime",
                        "assertionLifetime"),
                wrong("a claim of our own", c -> c.setClaims(Map.of("iss", "x")), "claims[iss]", "claims[iss]"),
                wrong(
                        "an unknown HTTP option",
                        c -> c.setHttp(Map.of("cookieStore", "x")),
                        "http[cookieStore]",
                        "http[cookieStore]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongSettings")
    void wrongSettingsFailTheStart(
            String name, Consumer<NetSuiteConfiguration> mistake, String expected, String option) {
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(netsuite());
        mistake.accept(configuration);
        context.getComponent("netsuite", NetSuiteComponent.class).setConfiguration(configuration);

        assertThatThrownBy(context::start)
                .hasRootCauseInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageContaining("NetSuite account 'default': ")
                .hasMessageContaining(expected)
                .satisfies(thrown -> assertThat(option(thrown)).isEqualTo(option));
        assertThat(netsuite().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:", "classpath:", "ref:", "file: "})
    void theTextOfAKeyBehindAPrefixForAPathIsNotShown(String prefix) {
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(netsuite());
        String key = netsuite().credentials().privateKeyPem();
        configuration.setPrivateKey(prefix + key);
        context.getComponent("netsuite", NetSuiteComponent.class).setConfiguration(configuration);

        assertThatThrownBy(context::start)
                .hasMessageContaining("privateKey has the text of a key where a path is expected (not shown). Leave out"
                        + " the prefix before the text, such as file:, or write the path of a file after it.")
                .satisfies(thrown -> assertThat(Throwables.getStackTrace(thrown))
                        .doesNotContain(key.lines().skip(1).findFirst().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    void aPageSizeThatNetSuiteDoesNotHaveFailsTheStart(int pageSize) throws Exception {
        SimulatedAccount.configure(context, netsuite());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to("netsuite:suiteql?query=SELECT 1 FROM dual&pageSize=" + pageSize);
            }
        });

        assertThatThrownBy(context::start)
                .rootCause()
                .hasMessage("pageSize is " + pageSize + ", but NetSuite puts 1 to 1000 rows on a page.");
    }

    @Test
    void anAccountNamedAsTheComponentsOwnSettingsFailsTheStart() {
        SimulatedAccount.configure(context, netsuite())
                .getAccounts()
                .put("default", SimulatedAccount.configuration(netsuite()));

        assertThatThrownBy(context::start)
                .hasMessage(
                        "An account cannot be named 'default': that is the name of the component's own settings. Write"
                                + " camel.component.netsuite.accountId and so on for those, or give the account another name.");
    }

    @Test
    void aNamedAccountWithWrongSettingsFailsTheStartToo() {
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(netsuite());
        configuration.setPrivateKey("nonsense");
        context.getComponent("netsuite", NetSuiteComponent.class).getAccounts().put("eu", configuration);

        assertThatThrownBy(context::start)
                .hasMessageContaining("NetSuite account 'eu': ")
                .satisfies(thrown -> assertThat(option(thrown)).isEqualTo("accounts[eu].privateKey"));
    }

    @Test
    void withoutAnySettingTheContextStartsAndTheFirstCallSaysWhatIsMissing() {
        context.start();

        assertThatThrownBy(
                        () -> context.createProducerTemplate().requestBody("netsuite:get:customer/42", (Object) null))
                .cause()
                .hasMessage(
                        "There is no NetSuite account 'default'. Configured: []. Set camel.component.netsuite.accountId,"
                                + " consumerKey, certificateId and privateKey, or camel.component.netsuite.accounts[NAME].accountId and"
                                + " so on for a named account.");
    }

    @Test
    void startingAsksNetSuiteNothing() {
        SimulatedAccount.configure(context, netsuite());

        context.start();

        assertThat(netsuite().requests()).isEmpty();
    }

    @Test
    void nothingPrintsTheSettings() {
        NetSuiteConfiguration configuration = SimulatedAccount.configuration(netsuite());

        assertThat(configuration).hasToString("NetSuiteConfiguration[<redacted>]");
        NetSuiteComponent component = SimulatedAccount.configure(context, netsuite());
        context.start();
        assertThat(component.account(null)).hasToString("NetSuiteAccount[default, 1234567]");
    }

    private static Arguments wrong(
            String name, Consumer<NetSuiteConfiguration> mistake, String expected, String option) {
        return Arguments.of(name, mistake, expected, option);
    }

    /** The option that the error names, in the first link of the chain that is ours. */
    private static String option(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(NetSuiteConfigurationException.class::isInstance)
                .findFirst()
                .flatMap(e -> ((NetSuiteConfigurationException) e).option())
                .orElse("none");
    }

    private NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
