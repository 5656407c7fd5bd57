package io.github.camelnetsuite.springboot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.SpringCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The settings the page about Spring Boot shows. */
@Timeout(120)
class PageSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void theFourSettings() {
        NetSuiteConfiguration account =
                component("classpath:docs/application.yaml").getConfiguration();

        assertThat(account.getAccountId()).isEqualTo("1234567");
        assertThat(account.getConsumerKey()).isEqualTo("the-key");
        assertThat(account.getCertificateId()).isEqualTo("the-id");
        assertThat(account.getPrivateKey()).isEqualTo("file:/etc/netsuite/auth-key.pem");
        assertThat(account.getCertificate()).isEqualTo("file:/etc/netsuite/auth-cert.pem");
    }

    @Test
    void aNamedAccount() {
        assertThat(component("classpath:docs/named-accounts.properties").getAccounts())
                .hasEntrySatisfying("eu", eu -> {
                    assertThat(eu.getAccountId()).isEqualTo("7654321_SB1");
                    assertThat(eu.getConsumerKey()).isEqualTo("the-eu-key");
                    assertThat(eu.isReadOnly()).isTrue();
                    assertThat(eu.getHttp()).containsEntry("responseTimeout", "60000");
                })
                .hasSize(1);
    }

    private static NetSuiteComponent component(String settings) {
        // The files of the keys are not here.
        SpringCamelContext.setNoStart(true);
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.location=" + settings,
                        "NETSUITE_ACCOUNT_ID=1234567",
                        "NETSUITE_CONSUMER_KEY=the-key",
                        "NETSUITE_CERTIFICATE_ID=the-id",
                        "NETSUITE_EU_CONSUMER_KEY=the-eu-key",
                        "NETSUITE_EU_CERTIFICATE_ID=the-eu-id")
                .run()) {
            return application.getBean(CamelContext.class).getComponent("netsuite", NetSuiteComponent.class);
        } finally {
            SpringCamelContext.setNoStart(false);
        }
    }
}
