package io.github.camelnetsuite.simulator.springboot;

import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts the simulators a test class asks for. Equal for equal accounts, so that contexts can be shared. */
record SimulatorContextCustomizer(Set<SimulatedAccount> accounts) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        accounts.forEach(account -> account.startIn(context));
    }
}
