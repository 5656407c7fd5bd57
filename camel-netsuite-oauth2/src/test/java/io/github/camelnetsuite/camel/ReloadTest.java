package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.EventHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context that reloads resolves the settings anew, placeholders included. */
@Timeout(60)
class ReloadTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final Main main = new Main();
    private final Properties vault = new Properties();

    @BeforeEach
    void start() {
        SimulatedAccount.properties("camel.component.netsuite.", netsuite()).forEach(main::addInitialProperty);
        main.addInitialProperty("camel.component.netsuite.privateKey", "{{vault.privateKey}}");
        main.addInitialProperty("camel.component.netsuite.certificateId", "{{vault.id}}");
        store(netsuite().credentials());
        main.configure().withAutoConfigurationEnabled(true);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport support) {
                support.getCamelContext().getPropertiesComponent().addPropertiesSource(new Vault());
            }
        });
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void aNewKeyInTheVaultIsUsedAfterTheReload() throws Exception {
        call();
        Credentials rotated = netsuite().newCredentials(KeyKind.P_384);
        store(rotated);

        EventHelper.notifyContextReloaded(context(), this);
        call();

        assertThat(account().signingKey().certificateId()).isEqualTo(rotated.certificateId());
        assertThat(account().tokenStatus().certificateId()).isEqualTo(rotated.certificateId());
        assertThat(netsuite().tokenRequests()).isEqualTo(2);
    }

    @Test
    void unchangedSettingsKeepTheTokenThatIsHeld() throws Exception {
        call();

        EventHelper.notifyContextReloaded(context(), this);
        call();

        assertThat(netsuite().tokenRequests()).isEqualTo(1);
    }

    @Test
    void wrongNewSettingsAreReportedAndTheOldOnesGoOn() throws Exception {
        call();
        vault.setProperty("vault.privateKey", "nonsense");

        EventHelper.notifyContextReloaded(context(), this);
        call();

        assertThat(account().signingKey().certificateId())
                .isEqualTo(netsuite().credentials().certificateId());
    }

    @Test
    void aReloadEndsThePauseAfterRefusedCredentials() throws Exception {
        netsuite().faults().onToken().once().status(401, "{\"error\":\"invalid_client\"}");
        main.getCamelTemplate().send("netsuite:get:customer/42", exchange -> {});

        EventHelper.notifyContextReloaded(context(), this);

        call();
    }

    private final class Vault implements PropertiesSource {

        @Override
        public String getName() {
            return "vault";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return vault.getProperty(name);
        }
    }

    private void store(Credentials credentials) {
        vault.setProperty("vault.privateKey", credentials.privateKeyPem());
        vault.setProperty("vault.id", credentials.certificateId());
    }

    private void call() throws Exception {
        assertThat(main.getCamelTemplate().requestBody("netsuite:get:customer/42", (Object) null))
                .isNotNull();
    }

    private NetSuiteAccount account() {
        return context().getComponent("netsuite", NetSuiteComponent.class).account(null);
    }

    private CamelContext context() {
        return main.getCamelContext();
    }

    private static NetSuiteSimulator netsuite() {
        return NETSUITE.simulator();
    }
}
