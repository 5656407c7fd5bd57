package io.github.camelnetsuite.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class MissingSettingTest {

    @RegisterExtension
    static final QuarkusUnitTest application = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("camel.component.netsuite.accountId", "1234567")
            .assertException(failure -> assertThat(RootCause.of(failure))
                    .isEqualTo(
                            "io.quarkus.runtime.configuration.ConfigurationException: NetSuite account 'default': The"
                                    + " option consumerKey is not set. NetSuite's four values are accountId, consumerKey,"
                                    + " certificateId and privateKey. Set the property camel.component.netsuite.consumerKey, for"
                                    + " instance in application.properties."));

    @Test
    void theMessageNamesThePropertyToSet() {
        fail("The application started.");
    }
}
