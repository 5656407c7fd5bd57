package io.github.camelnetsuite.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** NetSuite for Camel. The accounts are options of the component, {@code camel.component.netsuite.*}. */
@ConfigMapping(prefix = "quarkus.netsuite")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface NetSuiteConfig {

    /** Dev Services. */
    DevServices devservices();

    /** Dev Services. */
    interface DevServices {

        /**
         * Whether a simulated NetSuite account is started in dev and test mode when no account is configured.
         */
        @WithDefault("true")
        boolean enabled();
    }
}
