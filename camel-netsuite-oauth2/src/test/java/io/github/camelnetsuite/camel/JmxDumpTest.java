package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.auth.NetSuiteAuth;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writes down all that JMX shows, for the search for leaked secrets that ends the build. */
@Timeout(60)
class JmxDumpTest {

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = new NetSuiteSimulatorExtension();

    @Test
    void jmxShowsNoSecret() throws Exception {
        Main main = new Main();
        SimulatedAccount.properties("camel.component.netsuite.", NETSUITE.simulator())
                .forEach(main::addInitialProperty);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").process(NetSuiteAuth.netsuiteAuth()).to("netsuite:get:customer/42");
            }
        });
        main.start();
        try {
            main.getCamelTemplate().requestBody("direct:start", (Object) null);

            String dump = dump(ManagementFactory.getPlatformMBeanServer());

            assertThat(dump).contains("netsuite:").doesNotContain("PRIVATE KEY", "Bearer ");
            Path folder = Files.createDirectories(Path.of("target", "test-output"));
            Files.writeString(folder.resolve("jmx.txt"), dump);
        } finally {
            main.stop();
        }
    }

    private static String dump(MBeanServer server) throws JMException {
        StringBuilder dump = new StringBuilder();
        Set<ObjectName> names = server.queryNames(new ObjectName("org.apache.camel:*"), null);
        for (ObjectName name : names) {
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                dump.append(name).append(' ').append(attribute.getName()).append(" = ");
                try {
                    dump.append(server.getAttribute(name, attribute.getName()));
                } catch (JMException | RuntimeException e) {
                    dump.append(e);
                }
                dump.append('\n');
            }
        }
        return dump.toString();
    }
}
