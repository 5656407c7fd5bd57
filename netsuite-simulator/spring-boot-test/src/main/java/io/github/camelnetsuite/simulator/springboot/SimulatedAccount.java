package io.github.camelnetsuite.simulator.springboot;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * An account that is to be simulated.
 *
 * @param name its name among the application's accounts; empty for the component's own settings
 */
record SimulatedAccount(String name, String accountId) {

    private static final String OF_THE_TEST = "Inlined Test Properties";

    /** Starts a simulator that lives as long as the context, which must not have been refreshed. */
    void startIn(ConfigurableApplicationContext context) {
        NetSuiteSimulator simulator =
                NetSuiteSimulator.builder().accountId(accountId).start();
        String bean = name.isEmpty() ? "netSuiteSimulator" : "netSuiteSimulator-" + name;
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        // Before all others, so that it is closed after them, even when the context does not come up.
        beans.registerDisposableBean(bean, simulator::close);
        beans.registerBeanDefinition(bean, definition(simulator));
        addProperties(
                context.getEnvironment().getPropertySources(), new MapPropertySource(bean, properties(simulator)));
    }

    private RootBeanDefinition definition(NetSuiteSimulator simulator) {
        RootBeanDefinition definition = new RootBeanDefinition(NetSuiteSimulator.class, () -> simulator);
        definition.setPrimary(name.isEmpty());
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
        return definition;
    }

    private static void addProperties(MutablePropertySources sources, MapPropertySource properties) {
        if (sources.contains(OF_THE_TEST)) {
            sources.addAfter(OF_THE_TEST, properties);
        } else {
            sources.addFirst(properties);
        }
    }

    private Map<String, Object> properties(NetSuiteSimulator simulator) {
        String prefix = "camel.component.netsuite." + (name.isEmpty() ? "" : "accounts[" + name + "].");
        Credentials credentials = simulator.credentials();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(prefix + "account-id", simulator.accountId());
        properties.put(prefix + "consumer-key", simulator.consumerKey());
        properties.put(prefix + "certificate-id", credentials.certificateId());
        properties.put(prefix + "certificate", credentials.certificatePem());
        properties.put(prefix + "private-key", credentials.privateKeyPem());
        properties.put(prefix + "suite-talk-url", simulator.suiteTalkUrl().toString());
        properties.put(prefix + "restlets-url", simulator.restletsUrl().toString());
        return properties;
    }
}
