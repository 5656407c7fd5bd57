package io.github.camelnetsuite.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class DevServiceOffTest {

    @RegisterExtension
    static final QuarkusUnitTest application = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("quarkus.netsuite.devservices.enabled", "false")
            .setLogRecordPredicate(record -> record.getLoggerName().endsWith("NetSuiteDevServicesProcessor"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Inject
    ProducerTemplate template;

    @Test
    void theApplicationStartsAndTheFirstCallSaysThatThereIsNoAccount() {
        assertThatThrownBy(() -> template.requestBody("netsuite:get:customer/42", (Object) null))
                .hasRootCauseInstanceOf(NetSuiteConfigurationException.class)
                .hasRootCauseMessage("There is no NetSuite account 'default'. Configured: []. Set"
                        + " camel.component.netsuite.accountId, consumerKey, certificateId and privateKey, or"
                        + " camel.component.netsuite.accounts[NAME].accountId and so on for a named account.");
    }
}
