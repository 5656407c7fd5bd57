package io.github.camelnetsuite.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;

/**
 * Writes down the secrets of tests, so that the end of a build can search logs and reports for them. Off unless the system property
 * {@value #FOLDER} names a folder; then every simulator of this JVM records the keys it makes, the assertions it receives and the
 * tokens it grants, one a line in Base64. Thread-safe.
 */
public final class SecretLedger {

    /** System property: the folder to write to. */
    public static final String FOLDER = "netsuite.simulator.secretLedger";

    private SecretLedger() {}

    /** Adds a secret that a test made itself. Does nothing when the ledger is off. */
    public static synchronized void record(String secret) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return;
        }
        String line = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)) + "\n";
        try {
            Path directory = Files.createDirectories(Path.of(folder));
            Files.writeString(
                    directory.resolve(ProcessHandle.current().pid() + ".txt"),
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret ledger cannot be written in " + folder, e);
        }
    }
}
