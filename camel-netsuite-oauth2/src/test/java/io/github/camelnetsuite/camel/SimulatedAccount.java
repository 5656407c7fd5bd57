package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Points a component or an account at a simulator. */
public final class SimulatedAccount {

    private SimulatedAccount() {}

    /** The component of this context, with the simulator as its own account. */
    public static NetSuiteComponent configure(CamelContext context, NetSuiteSimulator simulator) {
        NetSuiteComponent component = context.getComponent("netsuite", NetSuiteComponent.class);
        component.setConfiguration(configuration(simulator));
        return component;
    }

    /** The same, with the component living by this clock. */
    public static NetSuiteComponent configureAt(Clock clock, CamelContext context, NetSuiteSimulator simulator) {
        NetSuiteComponent component = configure(context, simulator);
        component.useClock(clock);
        return component;
    }

    public static NetSuiteConfiguration configuration(NetSuiteSimulator simulator) {
        Credentials credentials = simulator.credentials();
        NetSuiteConfiguration configuration = new NetSuiteConfiguration();
        configuration.setAccountId(simulator.accountId());
        configuration.setConsumerKey(simulator.consumerKey());
        configuration.setCertificateId(credentials.certificateId());
        configuration.setPrivateKey(credentials.privateKeyPem());
        configuration.setSuiteTalkUrl(simulator.suiteTalkUrl().toString());
        configuration.setRestletsUrl(simulator.restletsUrl().toString());
        return configuration;
    }

    /** The settings as properties, each name behind this prefix. */
    public static Map<String, String> properties(String prefix, NetSuiteSimulator simulator) {
        Credentials credentials = simulator.credentials();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(prefix + "accountId", simulator.accountId());
        properties.put(prefix + "consumerKey", simulator.consumerKey());
        properties.put(prefix + "certificateId", credentials.certificateId());
        properties.put(prefix + "privateKey", credentials.privateKeyPem());
        properties.put(prefix + "suiteTalkUrl", simulator.suiteTalkUrl().toString());
        properties.put(prefix + "restletsUrl", simulator.restletsUrl().toString());
        return properties;
    }
}
