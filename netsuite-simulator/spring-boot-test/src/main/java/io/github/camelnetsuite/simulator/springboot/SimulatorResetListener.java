package io.github.camelnetsuite.simulator.springboot;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.util.Collection;
import java.util.List;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Lets each test begin with the data as it was, whatever the one before it did. */
final class SimulatorResetListener implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        simulators(test).forEach(NetSuiteSimulator::resetKeepingLogins);
    }

    @Override
    public void afterTestMethod(TestContext test) {
        String name = test.getTestClass().getName() + " " + test.getTestMethod().getName();
        boolean passed = test.getTestException() == null;
        simulators(test).forEach(simulator -> simulator.reportBehaviours(name, passed));
    }

    private static Collection<NetSuiteSimulator> simulators(TestContext test) {
        return test.hasApplicationContext()
                ? test.getApplicationContext()
                        .getBeansOfType(NetSuiteSimulator.class)
                        .values()
                : List.of();
    }
}
