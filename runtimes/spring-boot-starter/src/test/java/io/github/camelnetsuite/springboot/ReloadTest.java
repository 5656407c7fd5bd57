package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.springboot.WithNetSuiteSimulator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.EventHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A context that reloads resolves Camel's placeholders anew, as when a vault has a new secret. */
@Timeout(120)
@SpringBootTest(
        classes = {TestApplication.class, ReloadTest.WithVault.class},
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "camel.component.netsuite.private-key={{vault-key}}",
            "camel.component.netsuite.certificate-id={{vault-id}}",
            "camel.component.netsuite.certificate={{vault-certificate}}"
        })
@WithNetSuiteSimulator
class ReloadTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class WithVault {

        @Bean
        Vault vault(NetSuiteSimulator netSuite) {
            Vault vault = new Vault();
            vault.store(netSuite.credentials());
            return vault;
        }
    }

    /** Camel finds it by its type. */
    static final class Vault implements PropertiesSource {

        private final Map<String, String> entries = new ConcurrentHashMap<>();

        void store(Credentials credentials) {
            entries.put("vault-key", credentials.privateKeyPem());
            entries.put("vault-id", credentials.certificateId());
            entries.put("vault-certificate", credentials.certificatePem());
        }

        @Override
        public String getName() {
            return "vault";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return entries.get(name);
        }
    }

    @Autowired
    private Vault vault;

    @Autowired
    private NetSuiteSimulator netSuite;

    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate template;

    @Test
    void aNewKeyInTheVaultIsUsedAfterTheReload() {
        template.requestBody("netsuite:get:customer/42", (Object) null);
        Credentials rotated = netSuite.newCredentials(KeyKind.P_384);
        vault.store(rotated);

        EventHelper.notifyContextReloaded(context, this);
        template.requestBody("netsuite:get:customer/42", (Object) null);

        assertThat(context.getComponent("netsuite", NetSuiteComponent.class)
                        .account(null)
                        .tokenStatus()
                        .certificateId())
                .isEqualTo(rotated.certificateId());
    }
}
