package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.springboot.NetSuiteSimulatorInitializer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong or missing setting fails the start with a message that names the property and the fix. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class StartUpFailureTest {

    private final List<NetSuiteSimulator> started = new ArrayList<>();

    @Test
    void aMissingSetting(CapturedOutput output) {
        failsWith("camel.component.netsuite.account-id=1234567", "camel.component.netsuite.private-key=file:key.pem");

        assertThat(output).contains("""
                        ***************************
                        APPLICATION FAILED TO START
                        ***************************

                        Description:

                        NetSuite account 'default': The option consumerKey is not set. NetSuite's four values are accountId, \
                        consumerKey, certificateId and privateKey.

                        Action:

                        Set the property camel.component.netsuite.consumer-key in application.properties or application.yaml, or \
                        the environment variable CAMEL_COMPONENT_NETSUITE_CONSUMERKEY.

                        consumerKey: Consumer key of the integration record, which NetSuite also calls client ID.
                        """);
    }

    @Test
    void aMissingSettingOfANamedAccount(CapturedOutput output) {
        failsWith("camel.component.netsuite.accounts[eu].account-id=7654321_SB1");

        assertThat(output).contains("""
                        Description:

                        NetSuite account 'eu': The option consumerKey is not set. NetSuite's four values are accountId, \
                        consumerKey, certificateId and privateKey.

                        Action:

                        Set the property camel.component.netsuite.accounts[eu].consumer-key in application.properties or \
                        application.yaml, or the environment variable CAMEL_COMPONENT_NETSUITE_ACCOUNTS_EU_CONSUMERKEY.
                        """);
    }

    @Test
    void aWrongSetting(CapturedOutput output) {
        failsOnSimulatorWith("--camel.component.netsuite.signature-algorithm=RS256");

        assertThat(output).contains("""
                        Description:

                        NetSuite account 'default': signatureAlgorithm 'RS256' is refused: NetSuite no longer accepts RSA \
                        signatures with PKCS#1 v1.5 padding. With the same RSA key use PS256, or leave signatureAlgorithm out.

                        Action:

                        Correct the property camel.component.netsuite.signature-algorithm, which is set in \
                        "camel.component.netsuite.signature-algorithm" from property source "commandLineArgs".

                        signatureAlgorithm: Signature algorithm of the client assertion. By default what fits the key: PS256 for \
                        RSA, ES256, ES384 or ES512 by curve.
                        """);
        assertThat(started).singleElement().satisfies(netSuite -> assertThat(netSuite.requests())
                .isEmpty());
    }

    @Test
    void anHttpOptionThatIsNotHandedOn(CapturedOutput output) {
        failsOnSimulatorWith("--camel.component.netsuite.http[cookieStore]=x");

        assertThat(output)
                .contains(
                        "NetSuite account 'default': The option http[cookieStore] is not one of the HTTP options that may be"
                                + " set here:")
                .contains("Correct the property camel.component.netsuite.http[cookieStore], which is set in ");
    }

    @Test
    void aMisspeltOption(CapturedOutput output) {
        failsOnSimulatorWith("--camel.component.netsuite.read-olny=true");

        assertThat(output).contains("""
                        Description:

                        The netsuite component has no option read-olny. Options are: account-id, accounts, allow-token-export, \
                        assertion-lifetime, assertion-signer, autowired-enabled, certificate, certificate-id, claims, \
                        configuration, consumer-key, guard-authorization, health-check-enabled, http, key-alias, \
                        key-store-parameters, lazy-start-producer, max-concurrent-requests, private-key, private-key-password, \
                        read-only, restlets-url, retry-timeout, scopes, signature-algorithm, suite-talk-url, use-global-ssl-context-parameters.

                        Action:

                        Correct the property camel.component.netsuite.read-olny, which is set in \
                        "camel.component.netsuite.read-olny" from property source "commandLineArgs".
                        """);
    }

    @Test
    void aMisspeltOptionOfANamedAccount(CapturedOutput output) {
        failsOnSimulatorWith("--camel.component.netsuite.accounts[eu].privat-key=secret-by-mistake");

        assertThat(output)
                .contains(
                        "The netsuite component has no option accounts[eu].privat-key. Options of an account: account-id,")
                .contains("Correct the property camel.component.netsuite.accounts[eu].privat-key, which is set in ")
                .doesNotContain("secret-by-mistake");
    }

    @Test
    void aPrivateKeyInTheWrongPlaceIsNotShown(CapturedOutput output) {
        StringBuilder key = new StringBuilder();
        assertThatThrownBy(() -> new SpringApplicationBuilder(TestApplication.class)
                        .web(WebApplicationType.NONE)
                        .initializers(new NetSuiteSimulatorInitializer(), context -> {
                            key.append(context.getEnvironment()
                                    .getRequiredProperty("camel.component.netsuite.private-key"));
                            context.getEnvironment()
                                    .getSystemProperties()
                                    .put("camel.component.netsuite.key-store-parameters", key.toString());
                        })
                        .run())
                .isNotNull();
        System.clearProperty("camel.component.netsuite.key-store-parameters");

        assertThat(output)
                .contains("""
                        Description:

                        The option keyStoreParameters is an object, and its text names none (it is not shown). Write #bean: and \
                        the name of a bean of this type.

                        Action:

                        Correct the property camel.component.netsuite.key-store-parameters, which is set in \
                        "camel.component.netsuite.key-store-parameters" from property source "systemProperties".
                        """)
                .doesNotContain(key.toString().lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void settingsAreCheckedAlsoWhenNoRouteNamesTheComponent(CapturedOutput output) {
        failsWith("camel.component.netsuite.consumer-key=x");

        assertThat(output).contains("Set the property camel.component.netsuite.account-id in application.properties");
    }

    private static void failsWith(String... properties) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(TestApplication.class)
                        .web(WebApplicationType.NONE)
                        .properties(properties)
                        .run())
                .isNotNull();
    }

    private void failsOnSimulatorWith(String... arguments) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(TestApplication.class)
                        .web(WebApplicationType.NONE)
                        .initializers(
                                new NetSuiteSimulatorInitializer(),
                                context -> context.addBeanFactoryPostProcessor(
                                        beans -> started.add(beans.getBean(NetSuiteSimulator.class))))
                        .run(arguments))
                .isNotNull();
    }
}
