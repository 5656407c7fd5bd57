package io.github.camelnetsuite.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The component, compiled on its own Camel, in Camel Main of a later one. */
@Timeout(120)
class LaterCamelTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final Main main = new Main();

    @BeforeEach
    void start() throws Exception {
        NetSuiteSimulator netsuite = NETSUITE.simulator();
        Credentials credentials = netsuite.credentials();
        set("accountId", netsuite.accountId());
        set("consumerKey", netsuite.consumerKey());
        set("certificateId", credentials.certificateId());
        set("privateKey", credentials.privateKeyPem());
        set("suiteTalkUrl", netsuite.suiteTalkUrl().toString());
        set("allowTokenExport", "true");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:processor")
                        .process("netsuiteAuth")
                        .to(netsuite.suiteTalkUrl() + "/services/rest/record/v1/customer/42");
            }
        });
        main.start();
    }

    @AfterEach
    void stop() throws Exception {
        main.stop();
    }

    @Test
    void theCamelUnderTestIsTheLaterOne() {
        assertThat(main.getCamelContext().getVersion()).isEqualTo(System.getProperty("camel.forward.version"));
        assertThat(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .endsWith("camel-main-" + System.getProperty("camel.forward.version") + ".jar");
    }

    @Test
    void aTokenIsHandedOut() {
        assertThat(request("netsuite:token")).isNotBlank();
        assertThat(NETSUITE.simulator().tokenRequests()).isEqualTo(1);
    }

    @Test
    void aRecordIsRead() {
        assertThat(request("netsuite:get:customer/42")).contains("id=42");
    }

    @Test
    void theProcessorIsInTheRegistryAndAuthenticatesAnHttpEndpoint() {
        assertThat(request("direct:processor")).contains("\"id\":\"42\"");
    }

    private void set(String option, String value) {
        main.addInitialProperty("camel.component.netsuite." + option, value);
    }

    private String request(String uri) {
        return String.valueOf(
                main.getCamelContext().createFluentProducerTemplate().to(uri).request(String.class));
    }
}
