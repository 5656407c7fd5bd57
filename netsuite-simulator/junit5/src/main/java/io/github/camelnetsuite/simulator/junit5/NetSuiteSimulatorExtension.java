package io.github.camelnetsuite.simulator.junit5;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a simulator for a test class, or with an instance field for each test, and resets it before each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final NetSuiteSimulatorExtension netSuite =
 *         NetSuiteSimulatorExtension.with(builder -> builder.accountId("1234567_SB1"));
 * }</pre>
 *
 * or {@code @ExtendWith(NetSuiteSimulatorExtension.class)} and a parameter of type {@link NetSuiteSimulator}.
 */
public final class NetSuiteSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final UnaryOperator<NetSuiteSimulator.Builder> customiser;
    private final boolean resets;
    private @Nullable NetSuiteSimulator simulator;
    private int openClasses;

    /** A simulator with every default. */
    public NetSuiteSimulatorExtension() {
        this(builder -> builder, true);
    }

    private NetSuiteSimulatorExtension(UnaryOperator<NetSuiteSimulator.Builder> customiser, boolean resets) {
        this.customiser = customiser;
        this.resets = resets;
    }

    /** A simulator built as said. */
    public static NetSuiteSimulatorExtension with(UnaryOperator<NetSuiteSimulator.Builder> customiser) {
        return new NetSuiteSimulatorExtension(customiser, true);
    }

    /** The same, but one test finds what the one before it left. */
    public NetSuiteSimulatorExtension keepingState() {
        return new NetSuiteSimulatorExtension(customiser, false);
    }

    /**
     * The running simulator.
     *
     * @throws IllegalStateException outside of tests
     */
    public NetSuiteSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only while tests run."
                    + " Register the extension with @RegisterExtension or @ExtendWith.");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        openClasses++;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (openClasses == 0) {
            start();
        } else if (resets) {
            simulator().reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean passed = context.getExecutionException().isEmpty();
        simulator().reportBehaviours(context.getRequiredTestClass().getName() + " " + context.getUniqueId(), passed);
        if (openClasses == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // A nested class ends before the class around it does.
        openClasses--;
        if (openClasses == 0) {
            stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == NetSuiteSimulator.class;
    }

    @Override
    public NetSuiteSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }

    private void start() {
        if (simulator == null) {
            simulator = customiser.apply(NetSuiteSimulator.builder()).start();
        }
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }
}
