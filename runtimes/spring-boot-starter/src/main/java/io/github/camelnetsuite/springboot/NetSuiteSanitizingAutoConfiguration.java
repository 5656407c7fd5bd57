package io.github.camelnetsuite.springboot;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Keeps the accounts' secrets out of the Actuator endpoints that show settings, even when those show values. */
@AutoConfiguration(after = NetSuiteComponentAutoConfiguration.class)
@ConditionalOnClass(SanitizingFunction.class)
@ConditionalOnBean(NetSuiteComponentConfiguration.class)
public class NetSuiteSanitizingAutoConfiguration {

    @Bean
    SanitizingFunction netsuiteSanitizingFunction(ObjectProvider<NetSuiteComponentConfiguration> settings) {
        return new SecretSettings(settings::getObject);
    }
}
