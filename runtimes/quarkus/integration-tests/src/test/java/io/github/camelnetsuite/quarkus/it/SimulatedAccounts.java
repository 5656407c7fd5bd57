package io.github.camelnetsuite.quarkus.it;

import io.github.camelnetsuite.simulator.Credentials;
import io.github.camelnetsuite.simulator.KeyKind;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Three accounts: the component's own; {@code eu}, in another simulator; and {@code revoked} there, whose certificate is no longer
 * accepted, with its key as text.
 */
public final class SimulatedAccounts implements QuarkusTestResourceLifecycleManager {

    private static final String PREFIX = "camel.component.netsuite.";

    private final List<NetSuiteSimulator> simulators = new ArrayList<>();
    private final List<Path> keys = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        NetSuiteSimulator own = simulator("1234567");
        NetSuiteSimulator eu = simulator("7654321_SB1");
        Credentials revoked = eu.newCredentials(KeyKind.P_256);
        eu.revokeCertificate(revoked.certificateId());

        Map<String, String> properties = new LinkedHashMap<>();
        setVariables(properties, "NETSUITE_", own.credentials());
        setVariables(properties, "NETSUITE_EU_", eu.credentials());
        properties.put(PREFIX + "accounts[revoked].accountId", revoked.accountId());
        properties.put(PREFIX + "accounts[revoked].consumerKey", revoked.consumerKey());
        properties.put(PREFIX + "accounts[revoked].certificateId", revoked.certificateId());
        properties.put(PREFIX + "accounts[revoked].privateKey", revoked.privateKeyPem());
        setUrls(properties, "", own);
        setUrls(properties, "accounts[eu].", eu);
        setUrls(properties, "accounts[revoked].", eu);
        properties.put("netsuite.record.url", own.suiteTalkUrl() + "/services/rest/record/v1");
        return properties;
    }

    private NetSuiteSimulator simulator(String accountId) {
        NetSuiteSimulator simulator =
                NetSuiteSimulator.builder().accountId(accountId).start();
        simulators.add(simulator);
        return simulator;
    }

    private void setVariables(Map<String, String> properties, String prefix, Credentials credentials) {
        properties.put(prefix + "ACCOUNT_ID", credentials.accountId());
        properties.put(prefix + "CONSUMER_KEY", credentials.consumerKey());
        properties.put(prefix + "CERTIFICATE_ID", credentials.certificateId());
        properties.put(prefix + "KEY_FILE", keyFile(credentials).toString());
    }

    private Path keyFile(Credentials credentials) {
        try {
            Path key = Files.createTempFile("auth-key", ".pem");
            keys.add(key);
            return Files.writeString(key, credentials.privateKeyPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setUrls(Map<String, String> properties, String account, NetSuiteSimulator simulator) {
        properties.put(
                PREFIX + account + "suiteTalkUrl", simulator.suiteTalkUrl().toString());
        properties.put(PREFIX + account + "restletsUrl", simulator.restletsUrl().toString());
    }

    @Override
    public void stop() {
        simulators.forEach(NetSuiteSimulator::close);
        keys.forEach(key -> key.toFile().delete());
    }
}
