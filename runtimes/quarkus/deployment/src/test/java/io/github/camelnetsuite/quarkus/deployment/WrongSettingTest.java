package io.github.camelnetsuite.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class WrongSettingTest {

    @RegisterExtension
    static final QuarkusUnitTest application = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("camel.component.netsuite.accounts[eu].account-id", "1234567/evil.example")
            .assertException(failure -> assertThat(RootCause.of(failure))
                    .startsWith(
                            "io.quarkus.runtime.configuration.ConfigurationException: NetSuite account 'eu': accountId"
                                    + " '1234567/evil.example' is not an account ID. Expected a form like 1234567, 1234567_SB1 or"
                                    + " TSTDRV1234567, at most 63 letters, digits and _; NetSuite shows it under Setup > Company >"
                                    + " Company Information. Correct the property camel.component.netsuite.accounts[eu].accountId,"
                                    + " which is set in PropertiesConfigSource[source=file:")
                    .endsWith("/application.properties]."));

    @Test
    void theMessageNamesThePropertyAndWhereItIsSet() {
        fail("The application started.");
    }
}
