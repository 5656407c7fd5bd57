package io.github.camelnetsuite.simulator.springboot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link WithNetSuiteSimulator} on a test class, its superclasses or the classes around it. */
final class SimulatorContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        Set<SimulatedAccount> accounts = MergedAnnotations.search(SearchStrategy.TYPE_HIERARCHY)
                .withEnclosingClasses(TestContextAnnotationUtils::searchEnclosingClass)
                .from(testClass)
                .stream(WithNetSuiteSimulator.class)
                .map(found -> new SimulatedAccount(found.getString("account"), found.getString("accountId")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return accounts.isEmpty() ? null : new SimulatorContextCustomizer(accounts);
    }
}
