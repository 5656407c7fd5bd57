package io.github.camelnetsuite.quarkus.it;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three accounts: the component's own, {@code eu}, and {@code revoked}, whose certificate NetSuite no longer accepts. */
public final class SimulatedAccounts implements QuarkusTestResourceLifecycleManager {

    private final List<NetSuiteSimulator> simulators = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        NetSuiteSimulator own = simulator("1234567");
        NetSuiteSimulator eu = simulator("7654321_SB1");
        Credentials revoked = eu.newCredentials(KeyKind.P_256);
        eu.revokeCertificate(revoked.certificateId());

        Map<String, String> properties = new LinkedHashMap<>();
        configure(properties, "", own, own.credentials());
        configure(properties, "accounts[eu].", eu, eu.credentials());
        configure(properties, "accounts[revoked].", eu, revoked);
        properties.put("netsuite.record.url", own.suiteTalkUrl() + "/services/rest/record/v1");
        return properties;
    }

    private NetSuiteSimulator simulator(String accountId) {
        NetSuiteSimulator simulator =
                NetSuiteSimulator.builder().accountId(accountId).start();
        simulators.add(simulator);
        return simulator;
    }

    private static void configure(
            Map<String, String> properties, String account, NetSuiteSimulator simulator, Credentials credentials) {
        String prefix = "camel.component.netsuite." + account;
        properties.put(prefix + "accountId", credentials.accountId());
        properties.put(prefix + "consumerKey", credentials.consumerKey());
        properties.put(prefix + "certificateId", credentials.certificateId());
        properties.put(prefix + "privateKey", credentials.privateKeyPem());
        properties.put(prefix + "suiteTalkUrl", simulator.suiteTalkUrl().toString());
        properties.put(prefix + "restletsUrl", simulator.restletsUrl().toString());
    }

    @Override
    public void stop() {
        simulators.forEach(NetSuiteSimulator::close);
    }
}
