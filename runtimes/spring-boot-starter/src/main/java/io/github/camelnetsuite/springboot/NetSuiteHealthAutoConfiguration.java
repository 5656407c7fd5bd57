package io.github.camelnetsuite.springboot;

import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Reports the accounts' health through Actuator, where that is on the class path. */
@AutoConfiguration(after = NetSuiteComponentAutoConfiguration.class)
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean({CamelContext.class, NetSuiteComponentConfiguration.class})
@ConditionalOnEnabledHealthIndicator("netsuite")
public class NetSuiteHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "netsuiteHealthContributor")
    HealthContributor netsuiteHealthContributor(CamelContext context) {
        return new NetSuiteHealthContributor(context);
    }
}
