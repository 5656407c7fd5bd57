package io.github.camelnetsuite.benchmarks;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.net.URI;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A running Camel context whose netsuite component uses a simulator in the same JVM. */
final class SimulatedContext implements AutoCloseable {

    private final NetSuiteSimulator simulator = NetSuiteSimulator.start();
    private final CamelContext camel = new DefaultCamelContext();

    SimulatedContext(boolean guardAuthorization) {
        Credentials credentials = simulator.credentials();
        NetSuiteConfiguration configuration = new NetSuiteConfiguration();
        configuration.setAccountId(simulator.accountId());
        configuration.setConsumerKey(simulator.consumerKey());
        configuration.setCertificateId(credentials.certificateId());
        configuration.setPrivateKey(credentials.privateKeyPem());
        configuration.setSuiteTalkUrl(simulator.suiteTalkUrl().toString());
        configuration.setRestletsUrl(simulator.restletsUrl().toString());
        NetSuiteComponent component = component();
        component.setConfiguration(configuration);
        component.setGuardAuthorization(guardAuthorization);
        camel.start();
    }

    CamelContext camel() {
        return camel;
    }

    NetSuiteComponent component() {
        return camel.getComponent("netsuite", NetSuiteComponent.class);
    }

    URI suiteTalk() {
        return simulator.suiteTalkUrl();
    }

    @Override
    public void close() throws Exception {
        camel.close();
        simulator.close();
    }
}
