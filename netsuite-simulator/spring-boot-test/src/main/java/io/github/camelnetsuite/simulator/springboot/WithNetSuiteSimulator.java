package io.github.camelnetsuite.simulator.springboot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the Spring Boot tests of a class on a simulated NetSuite account: starts a simulator on free ports, sets {@code
 * camel.component.netsuite.*} to it, and makes it a bean of type {@link io.github.camelnetsuite.simulator.NetSuiteSimulator}. The
 * properties go before those of the application, but not before those of the test.
 *
 * <p>Test classes with the same application context share the simulator. Before each test its data and settings are as at the
 * start, its faults and its list of requests are empty; logins stay, since the application goes on holding its token.
 *
 * <p>Repeat it with {@link #account} for named accounts, whose simulators are told apart by {@code @Qualifier("eu")}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(WithNetSuiteSimulator.List.class)
public @interface WithNetSuiteSimulator {

    /** Name of the account in {@code camel.component.netsuite.accounts}; empty for the component's own settings. */
    String account() default "";

    /** Account ID, such as {@code 1234567_SB1}. */
    String accountId() default "1234567";

    /** Several simulators. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** One for each account. */
        WithNetSuiteSimulator[] value();
    }
}
