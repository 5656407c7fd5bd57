package io.github.camelnetsuite.springboot;

import io.github.camelnetsuite.camel.NetSuiteMeters;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Meters the accounts, where Micrometer is on the class path and the application has a meter registry. */
@AutoConfiguration(
        after = NetSuiteComponentAutoConfiguration.class,
        afterName = "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({MeterRegistry.class, NetSuiteComponentConfiguration.class})
public class NetSuiteMetricsAutoConfiguration {

    /** The component finds it in the Camel registry, by its type. */
    @Bean
    @ConditionalOnMissingBean
    NetSuiteMeters netsuiteMeters(MeterRegistry registry) {
        return new NetSuiteMeters(registry);
    }
}
