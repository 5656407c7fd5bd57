package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.camel.auth.NetSuiteAuth;
import io.github.camelnetsuite.camel.auth.NetSuiteAuthProcessor;
import io.github.camelnetsuite.camel.auth.NetSuiteHttpConfigurer;
import io.github.camelnetsuite.simulator.springboot.NetSuiteSimulatorInitializer;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** netsuiteAuth and netsuiteHttp are beans, which step aside for the application's own. */
@Timeout(120)
class BeansTest {

    static class Routes extends RouteBuilder {

        private final NetSuiteAuthProcessor netsuiteAuth;
        private final String records;

        Routes(NetSuiteAuthProcessor netsuiteAuth, Environment environment) {
            this.netsuiteAuth = netsuiteAuth;
            this.records = environment.getRequiredProperty("camel.component.netsuite.suite-talk-url")
                    + "/services/rest/record/v1";
        }

        @Override
        public void configure() {
            from("direct:injected").process(netsuiteAuth).to(records + "/customer/42");
            from("direct:by-name").process("netsuiteAuth").to(records + "/customer/42");
            from("direct:inside").to(records + "/customer/42?httpClientConfigurer=#netsuiteHttp");
        }
    }

    static class RoutesOfTheApplication {

        @Bean
        RouteBuilder routes(NetSuiteAuthProcessor netsuiteAuth, Environment environment) {
            return new Routes(netsuiteAuth, environment);
        }
    }

    static class OwnBeans {

        @Bean
        Processor netsuiteAuth() {
            return exchange -> exchange.getMessage().setBody("the application's own");
        }

        @Bean
        HttpClientConfigurer netsuiteHttp() {
            return NetSuiteAuth.netsuiteHttp("eu");
        }
    }

    @Test
    void routesUseThemByInjectionAndByName() {
        try (ConfigurableApplicationContext application = run(RoutesOfTheApplication.class)) {
            for (String route : new String[] {"direct:injected", "direct:by-name", "direct:inside"}) {
                assertThat(application.getBean(ProducerTemplate.class).requestBody(route, null, String.class))
                        .as(route)
                        .contains("\"id\":\"42\"");
            }
            assertThat(inRegistry(application, "netsuiteAuth"))
                    .isSameAs(application.getBean(NetSuiteAuthProcessor.class));
            assertThat(inRegistry(application, "netsuiteHttp"))
                    .isSameAs(application.getBean(NetSuiteHttpConfigurer.class));
        }
    }

    @Test
    void beansOfTheApplicationComeFirst() {
        try (ConfigurableApplicationContext application = run(OwnBeans.class)) {
            assertThat(application.getBeanNamesForType(NetSuiteAuthProcessor.class))
                    .isEmpty();
            assertThat(inRegistry(application, "netsuiteAuth")).isSameAs(application.getBean("netsuiteAuth"));
            assertThat(inRegistry(application, "netsuiteHttp"))
                    .isInstanceOfSatisfying(
                            NetSuiteHttpConfigurer.class,
                            configurer -> assertThat(configurer.getAccount()).isEqualTo("eu"));
        }
    }

    @Test
    void withoutTheStartersConfigurationTheJarAloneStillBindsThem() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.NONE)
                .properties("camel.component.netsuite.enabled=false")
                .run()) {
            assertThat(application.containsBean("netsuiteAuth")).isFalse();
            assertThat(inRegistry(application, "netsuiteAuth")).isInstanceOf(NetSuiteAuthProcessor.class);
        }
    }

    private static Object inRegistry(ConfigurableApplicationContext application, String name) {
        return application.getBean(CamelContext.class).getRegistry().lookupByName(name);
    }

    private static ConfigurableApplicationContext run(Class<?> beans) {
        return new SpringApplicationBuilder(TestApplication.class, beans)
                .web(WebApplicationType.NONE)
                .initializers(new NetSuiteSimulatorInitializer())
                .run();
    }
}
