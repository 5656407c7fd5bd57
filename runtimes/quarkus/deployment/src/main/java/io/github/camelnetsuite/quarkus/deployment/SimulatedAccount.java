package io.github.camelnetsuite.quarkus.deployment;

import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import io.quarkus.deployment.builditem.Startable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A simulated NetSuite account as a Dev Service. Its private key goes to a file only the owner can read, so that the configuration,
 * which Quarkus shows in the Dev UI, holds no secret.
 */
final class SimulatedAccount implements Startable {

    private static final String KEY = "auth-key.pem";
    private static final String CERTIFICATE = "auth-cert.pem";

    private @Nullable NetSuiteSimulator simulator;
    private @Nullable Path folder;

    /** The component's options and where their values come from once this has started. */
    static Map<String, Function<SimulatedAccount, String>> options() {
        Map<String, Function<SimulatedAccount, String>> options = new LinkedHashMap<>();
        options.put("accountId", account -> account.running().accountId());
        options.put("consumerKey", account -> account.running().consumerKey());
        options.put("certificateId", account -> account.running().credentials().certificateId());
        options.put("privateKey", account -> "file:" + account.file(KEY));
        options.put("certificate", account -> "file:" + account.file(CERTIFICATE));
        options.put("suiteTalkUrl", account -> account.running().suiteTalkUrl().toString());
        options.put("restletsUrl", account -> account.running().restletsUrl().toString());
        Map<String, Function<SimulatedAccount, String>> properties = new LinkedHashMap<>();
        options.forEach((option, value) -> properties.put(AccountProperties.PREFIX + option, value));
        return properties;
    }

    @Override
    public void start() {
        simulator = NetSuiteSimulator.start();
        try {
            folder = Files.createTempDirectory("netsuite-dev-service");
            Files.createFile(file(KEY), ownerOnly());
            Files.writeString(file(KEY), simulator.credentials().privateKeyPem());
            Files.writeString(file(CERTIFICATE), simulator.credentials().certificatePem());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("The key of the simulated NetSuite account cannot be written", e);
        }
    }

    String accountId() {
        return running().accountId();
    }

    @Override
    public String getConnectionInfo() {
        return running().suiteTalkUrl().toString();
    }

    /** None: it runs in this JVM. */
    @Override
    @SuppressWarnings("NullAway")
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
        if (folder != null) {
            try {
                Files.deleteIfExists(file(KEY));
                Files.deleteIfExists(file(CERTIFICATE));
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The key of the simulated NetSuite account cannot be deleted", e);
            }
            folder = null;
        }
    }

    private NetSuiteSimulator running() {
        if (simulator == null) {
            throw new IllegalStateException("The simulated NetSuite account is not started.");
        }
        return simulator;
    }

    private Path file(String name) {
        if (folder == null) {
            throw new IllegalStateException("The simulated NetSuite account is not started.");
        }
        return folder.resolve(name);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
