package io.github.camelnetsuite.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.logging.LogRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class DevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest application = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.http.test-port", "0")
            .setLogRecordPredicate(record -> record.getLoggerName().endsWith("NetSuiteDevServicesProcessor"))
            .assertLogRecords(records -> assertThat(records)
                    .singleElement()
                    .extracting(DevServiceTest::text)
                    .asString()
                    .matches(
                            "Dev Services: no NetSuite account is configured, so a simulated one was started: account 1234567"
                                    + " at http://127\\.0\\.0\\.1:\\d+\\. Set camel\\.component\\.netsuite\\.accountId, consumerKey,"
                                    + " certificateId and privateKey for a real one; quarkus\\.netsuite\\.devservices\\.enabled=false"
                                    + " starts none\\."));

    private static String text(LogRecord record) {
        return record.getMessage().formatted(record.getParameters());
    }

    @Inject
    CamelContext context;

    @Inject
    ProducerTemplate template;

    @Test
    void anApplicationWithoutAnAccountReadsFromASimulatedOne() {
        Map<?, ?> customer = template.requestBody("netsuite:get:customer/42", null, Map.class);

        assertThat(customer.get("id")).isEqualTo("42");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theKeyOfTheSimulatedAccountIsInAFileForTheOwnerOnly() throws Exception {
        String key = context.resolvePropertyPlaceholders("{{camel.component.netsuite.privateKey}}");

        assertThat(key).startsWith("file:");
        assertThat(Files.getPosixFilePermissions(Path.of(key.substring("file:".length()))))
                .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
