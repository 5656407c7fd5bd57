package io.github.camelnetsuite.simulator.springboot;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs an application on a simulated NetSuite account, for a main class among the tests:
 *
 * <pre>{@code
 * new SpringApplicationBuilder(MyApplication.class)
 *         .initializers(new NetSuiteSimulatorInitializer())
 *         .run(args);
 * }</pre>
 *
 * As with {@link WithNetSuiteSimulator}, the simulator is a bean, and {@code camel.component.netsuite.*} points to it.
 */
public final class NetSuiteSimulatorInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final SimulatedAccount account;

    /** An account with every default, as the component's own settings. */
    public NetSuiteSimulatorInitializer() {
        this("", "1234567");
    }

    /** An account of this ID under this name; an empty name stands for the component's own settings. */
    public NetSuiteSimulatorInitializer(String account, String accountId) {
        this.account = new SimulatedAccount(account, accountId);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        account.startIn(context);
    }
}
