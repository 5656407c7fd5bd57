package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.springboot.NetSuiteSimulatorInitializer;
import io.github.camelnetsuite.token.AssertionSigner;
import io.github.camelnetsuite.token.JcaAssertionSigner;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What is written under camel.component.netsuite is what the component has, in every form Spring takes. */
@Timeout(120)
class SettingsTest {

    static class Beans {

        @Bean
        KeyStoreParameters myStore() {
            return new KeyStoreParameters();
        }

        @Bean
        AssertionSigner mySigner() {
            return new JcaAssertionSigner();
        }

        @Bean
        NetSuiteConfiguration myAccount() {
            NetSuiteConfiguration configuration = new NetSuiteConfiguration();
            configuration.setAccountId("1234567_SB1");
            configuration.setReadOnly(true);
            return configuration;
        }
    }

    @Test
    void theFourSettingsAreAllItTakes() {
        try (ConfigurableApplicationContext application = onSimulator()) {
            assertThat(get(application, "netsuite:get:customer/42")).contains("id=42");
        }
    }

    @Test
    void everyOptionArrives() {
        NetSuiteComponent component = component(
                "account-id=1234567",
                "consumer-key=the-key",
                "certificate-id=the-id",
                "private-key=file:key.pem",
                "private-key-password=pass-phrase",
                "certificate=file:cert.pem",
                "key-store-parameters=#bean:myStore",
                "key-alias=auth",
                "scopes=restlets",
                "suite-talk-url=http://localhost:1",
                "restlets-url=http://localhost:2",
                "max-concurrent-requests=15",
                "read-only=true",
                "retry-timeout=90s",
                "allow-token-export=true",
                "signature-algorithm=ES256",
                "assertion-lifetime=2m",
                "assertion-signer=#mySigner",
                "claims[sub]=3;-5",
                "http[connectTimeout]=5000",
                "lazy-start-producer=true",
                "autowired-enabled=false",
                "guard-authorization=false",
                "health-check-enabled=false",
                "use-global-ssl-context-parameters=true");

        NetSuiteConfiguration account = component.getConfiguration();
        assertThat(account.getAccountId()).isEqualTo("1234567");
        assertThat(account.getConsumerKey()).isEqualTo("the-key");
        assertThat(account.getCertificateId()).isEqualTo("the-id");
        assertThat(account.getPrivateKey()).isEqualTo("file:key.pem");
        assertThat(account.getPrivateKeyPassword()).isEqualTo("pass-phrase");
        assertThat(account.getCertificate()).isEqualTo("file:cert.pem");
        assertThat(account.getKeyStoreParameters()).isNotNull();
        assertThat(account.getKeyAlias()).isEqualTo("auth");
        assertThat(account.getScopes()).isEqualTo("restlets");
        assertThat(account.getSuiteTalkUrl()).isEqualTo("http://localhost:1");
        assertThat(account.getRestletsUrl()).isEqualTo("http://localhost:2");
        assertThat(account.getMaxConcurrentRequests()).isEqualTo(15);
        assertThat(account.isReadOnly()).isTrue();
        assertThat(account.getRetryTimeout()).isEqualTo(90_000);
        assertThat(account.isAllowTokenExport()).isTrue();
        assertThat(account.getSignatureAlgorithm()).isEqualTo("ES256");
        assertThat(account.getAssertionLifetime()).isEqualTo(120_000);
        assertThat(account.getAssertionSigner()).isInstanceOf(JcaAssertionSigner.class);
        assertThat(account.getClaims()).containsExactly(Map.entry("sub", "3;-5"));
        assertThat(account.getHttp()).containsExactly(Map.entry("connectTimeout", "5000"));
        assertThat(component.isLazyStartProducer()).isTrue();
        assertThat(component.isAutowiredEnabled()).isFalse();
        assertThat(component.isGuardAuthorization()).isFalse();
        assertThat(component.isHealthCheckEnabled()).isFalse();
        assertThat(component.isUseGlobalSslContextParameters()).isTrue();
    }

    @Test
    void whatIsNotSetKeepsTheComponentsDefault() {
        NetSuiteComponent component = component();

        assertThat(component.getConfiguration()).usingRecursiveComparison().isEqualTo(new NetSuiteConfiguration());
        assertThat(component.isGuardAuthorization()).isTrue();
        assertThat(component.isHealthCheckEnabled()).isTrue();
        assertThat(component.getAccounts()).isEmpty();
    }

    @Test
    void settingsFromABeanCanBeOverriddenOneByOne() {
        NetSuiteConfiguration account = component("configuration=#bean:myAccount", "consumer-key=the-key")
                .getConfiguration();

        assertThat(account.getAccountId()).isEqualTo("1234567_SB1");
        assertThat(account.isReadOnly()).isTrue();
        assertThat(account.getConsumerKey()).isEqualTo("the-key");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts[eu].account-id, eu",
        "accounts[eu].accountId, eu",
        "accounts[eu].account_id, eu",
        "accounts.eu.account-id, eu",
        "accounts.eu.accountId, eu",
        "accounts[EU].account-id, EU",
        "accounts.EU.account-id, EU",
        "accounts[e.u_1].account-id, e.u_1",
        "accounts.eu_1.account-id, eu_1"
    })
    void namedAccountsInEachForm(String property, String name) {
        assertThat(component(property + "=7654321_SB1").getAccounts())
                .hasEntrySatisfying(
                        name, account -> assertThat(account.getAccountId()).isEqualTo("7654321_SB1"))
                .hasSize(1);
    }

    @Test
    void aNamedAccountFromEnvironmentVariables() {
        NetSuiteComponent component = component(variables(Map.of(
                "CAMEL_COMPONENT_NETSUITE_CONSUMERKEY", "the-key",
                "CAMEL_COMPONENT_NETSUITE_CERTIFICATE_ID", "the-id",
                "CAMEL_COMPONENT_NETSUITE_ACCOUNTS_EU_ACCOUNTID", "7654321_SB1")));

        assertThat(component.getConfiguration().getConsumerKey()).isEqualTo("the-key");
        assertThat(component.getConfiguration().getCertificateId()).isEqualTo("the-id");
        assertThat(component.getAccounts()).hasEntrySatisfying("eu", account -> assertThat(account.getAccountId())
                .isEqualTo("7654321_SB1"));
    }

    @Test
    void aNamedAccountIsCalledByItsName() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(new NetSuiteSimulatorInitializer(), new NetSuiteSimulatorInitializer("eu", "7654321_SB1"))
                .run()) {
            assertThat(get(application, "netsuite:get:customer/42?account=eu")).contains("id=42");

            NetSuiteSimulator eu = application.getBean("netSuiteSimulator-eu", NetSuiteSimulator.class);
            assertThat(eu.apiRequests()).isEqualTo(1);
            assertThat(application.getBean(NetSuiteSimulator.class).requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"http[connectTimeout]", "http.connectTimeout", "http.connect-timeout", "http[connect-timeout]"})
    void httpOptionsInEachForm(String property) {
        assertThat(component(property + "=5000").getConfiguration().getHttp())
                .containsExactly(Map.entry("connectTimeout", "5000"));
    }

    @ParameterizedTest
    @CsvSource({
        "claims[sub], sub",
        "claims.sub, sub",
        "claims[entity_id], entity_id",
        "accounts[eu].claims[entity_id], entity_id"
    })
    void claimsInEachForm(String property, String claim) {
        NetSuiteComponent component = component(property + "=3;-5");
        NetSuiteConfiguration account = component.getAccounts().getOrDefault("eu", component.getConfiguration());

        assertThat(account.getClaims()).containsExactly(Map.entry(claim, "3;-5"));
    }

    @Test
    void placeholdersOfSpringAndOfCamelAreResolved() {
        System.setProperty("netsuite.settings.test", "of-the-system");
        try {
            NetSuiteConfiguration account = component(
                            "consumer-key={{sys:netsuite.settings.test}}",
                            "certificate-id=${netsuite.settings.test}",
                            "claims[sub]={{sys:netsuite.settings.test}}")
                    .getConfiguration();

            assertThat(account.getConsumerKey()).isEqualTo("of-the-system");
            assertThat(account.getCertificateId()).isEqualTo("of-the-system");
            assertThat(account.getClaims()).containsEntry("sub", "of-the-system");
        } finally {
            System.clearProperty("netsuite.settings.test");
        }
    }

    @Test
    void aKeyStoreCanBeDescribedInPlace() {
        KeyStoreParameters store = component(
                        "key-store-parameters.resource=file:auth.p12", "key-store-parameters.type=PKCS12")
                .getConfiguration()
                .getKeyStoreParameters();

        assertThat(store).isNotNull();
        assertThat(store.getResource()).isEqualTo("file:auth.p12");
    }

    @Test
    void theComponentCanBeLeftToItself() {
        assertThat(component("customizer.enabled=false", "account-id=1234567")
                        .getConfiguration()
                        .getAccountId())
                .isNull();
    }

    @Test
    void nothingPrintsTheSettings() {
        NetSuiteComponentConfiguration settings = new NetSuiteComponentConfiguration();
        settings.setPrivateKeyPassword("pass-phrase");

        assertThat(settings).hasToString("NetSuiteComponentConfiguration[<redacted>]");
        assertThat(new NetSuiteAccountProperties()).hasToString("NetSuiteAccountProperties[<redacted>]");
    }

    private static ConfigurableApplicationContext onSimulator() {
        return new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(new NetSuiteSimulatorInitializer())
                .run();
    }

    private static String get(ConfigurableApplicationContext application, String uri) {
        return String.valueOf(application.getBean(ProducerTemplate.class).requestBody(uri, (Object) null));
    }

    /** The component of an application with these settings, which did not start Camel. */
    private static NetSuiteComponent component(String... settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> properties.put("camel.component.netsuite." + setting[0], setting[1]));
        return component(new SpringApplicationBuilder(TestApplication.class, Beans.class).properties(properties));
    }

    private static NetSuiteComponent component(SpringApplicationBuilder builder) {
        // Most of these settings are too few to start with.
        SpringCamelContext.setNoStart(true);
        try (ConfigurableApplicationContext application =
                builder.web(WebApplicationType.NONE).run()) {
            return application.getBean(CamelContext.class).getComponent("netsuite", NetSuiteComponent.class);
        } finally {
            SpringCamelContext.setNoStart(false);
        }
    }

    private static SpringApplicationBuilder variables(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return new SpringApplicationBuilder(TestApplication.class).environment(environment);
    }
}
