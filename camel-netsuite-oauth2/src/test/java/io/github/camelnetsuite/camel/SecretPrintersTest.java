package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.CapturedLog;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At the start the component warns of what others would print of its secrets. */
@Timeout(60)
class SecretPrintersTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CapturedLog log = new CapturedLog(NetSuiteComponent.class);

    @AfterEach
    void stop() throws Exception {
        context.close();
        log.close();
    }

    @Test
    void nothingIsSaidWhereNothingPrints() {
        configured();

        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire", "org.apache.camel.main"
            })
    void aLoggerThatPrintsSecretsIsNamed(String name) {
        configured();

        try (CapturedLog on = new CapturedLog(name)) {
            assertThat(warnings()).singleElement().asString().startsWith("WARN The logger " + name + " is at DEBUG");
        }
    }

    @Test
    void aKeyThatTheDeveloperConsoleWouldShowIsWarnedAbout() {
        configured();
        context.setDevConsole(true);

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("WARN Camel's developer console is on and a private key is given as text");
    }

    @Test
    void aKeyInAFileIsNot(@TempDir Path folder) throws Exception {
        NetSuiteConfiguration account = configured();
        Path key = Files.writeString(folder.resolve("auth-key.pem"), account.getPrivateKey());
        account.setPrivateKey("file:" + key);
        context.setDevConsole(true);

        assertThat(warnings()).isEmpty();
    }

    private NetSuiteConfiguration configured() {
        return SimulatedAccount.configure(context, NETSUITE.simulator()).getConfiguration();
    }

    private List<String> warnings() {
        context.start();
        return log.lines().stream().filter(line -> line.startsWith("WARN")).toList();
    }
}
