package io.github.camelnetsuite.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.auth.NetSuiteHttpConfigurer;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class UserBeansTest {

    @RegisterExtension
    static final QuarkusUnitTest application = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Mine.class, MyHttp.class, MyRoutes.class))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("quarkus.netsuite.devservices.enabled", "false")
            .overrideConfigKey("camel.beans.netsuiteAuth", "#class:" + Mine.class.getName());

    @Inject
    CamelContext context;

    @Inject
    ProducerTemplate template;

    @Test
    void aBeanOfTheConfigurationWins() {
        assertThat(template.requestBody("direct:start", null, String.class)).isEqualTo("mine");
    }

    @Test
    void aBeanOfTheContainerWins() {
        assertThat(context.getRegistry().lookupByName("netsuiteHttp")).isInstanceOf(MyHttp.class);
    }

    public static final class Mine implements Processor {
        @Override
        public void process(Exchange exchange) {
            exchange.getMessage().setBody("mine");
        }
    }

    @Named("netsuiteHttp")
    @Singleton
    public static class MyHttp extends NetSuiteHttpConfigurer {}

    public static final class MyRoutes extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:start").process("netsuiteAuth");
        }
    }
}
