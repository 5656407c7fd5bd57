package io.github.camelnetsuite.springboot;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.auth.NetSuiteAuth;
import io.github.camelnetsuite.camel.auth.NetSuiteAuthProcessor;
import io.github.camelnetsuite.camel.auth.NetSuiteHttpConfigurer;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Gives the netsuite component its settings from {@code camel.component.netsuite.*}, and the application the beans {@code
 * netsuiteAuth} and {@code netsuiteHttp} unless it has beans of those names itself.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", NetSuiteComponentConfiguration.PREFIX})
@EnableConfigurationProperties(NetSuiteComponentConfiguration.class)
public class NetSuiteComponentAutoConfiguration {

    @Bean
    @ConfigurationPropertiesBinding
    static BeanReferenceConverter netsuiteBeanReferenceConverter(BeanFactory beans) {
        return new BeanReferenceConverter(beans);
    }

    @Bean
    ComponentCustomizer netsuiteComponentCustomizer(NetSuiteComponentConfiguration settings, Environment environment) {
        return new ComponentCustomizer() {

            @Override
            public boolean isEnabled(String name, Component target) {
                return target instanceof NetSuiteComponent
                        && HierarchicalPropertiesEvaluator.evaluate(
                                environment,
                                "camel.component.customizer",
                                NetSuiteComponentConfiguration.PREFIX + ".customizer");
            }

            @Override
            public void configure(String name, Component target) {
                settings.applyTo((NetSuiteComponent) target, target.getCamelContext()::resolvePropertyPlaceholders);
            }
        };
    }

    @Bean
    CamelContextConfiguration netsuiteContextConfiguration(
            Environment environment, ComponentCustomizer netsuiteComponentCustomizer) {
        return new CamelContextConfiguration() {

            @Override
            public void beforeApplicationStart(CamelContext context) {
                SpringSettings found = new SpringSettings(environment);
                found.refuseUnknown();
                // Not a bean: Camel looks for those while the context is being made, which this one would need.
                SettingsReload reload = new SettingsReload(netsuiteComponentCustomizer);
                ServiceHelper.startService(reload);
                context.getManagementStrategy().addEventNotifier(reload);
                if (found.any()) {
                    // No route may name it, as where only netsuiteAuth is used; its settings are checked all the same.
                    context.getComponent("netsuite");
                }
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // Nothing is left to do.
            }
        };
    }

    @Bean(NetSuiteAuth.PROCESSOR)
    @ConditionalOnMissingBean(name = NetSuiteAuth.PROCESSOR)
    NetSuiteAuthProcessor netsuiteAuth() {
        return NetSuiteAuth.netsuiteAuth();
    }

    @Bean(NetSuiteAuth.HTTP)
    @ConditionalOnMissingBean(name = NetSuiteAuth.HTTP)
    NetSuiteHttpConfigurer netsuiteHttp() {
        return NetSuiteAuth.netsuiteHttp();
    }
}
