package io.github.camelnetsuite.benchmarks.proofs;

import io.github.camelnetsuite.simulator.SecretLedger;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own for a part of a proof. It ends with this one, whose class path it has. */
final class ChildJvm implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final BufferedWriter in;

    /** Empty behind the last one. */
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private ChildJvm(String name, Process process) {
        this.name = name;
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the main class; what it writes to standard error goes to this one's. */
    static ChildJvm start(Class<?> main, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        String ledger = System.getProperty(SecretLedger.FOLDER);
        if (ledger != null) {
            command.add("-D" + SecretLedger.FOLDER + "=" + ledger);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ChildJvm child = new ChildJvm(main.getSimpleName(), process);
        Thread reading = new Thread(child::readLines, "output of " + child.name);
        reading.setDaemon(true);
        reading.start();
        return child;
    }

    /**
     * The next line it prints.
     *
     * @throws IllegalStateException when none comes in time, or it has ended
     */
    String line(Duration atMost) throws InterruptedException {
        Optional<String> line = lines.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            throw new IllegalStateException(name + " printed nothing within " + atMost);
        }
        return line.orElseThrow(() -> new IllegalStateException(name + " ended without an answer"));
    }

    void tell(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
    }

    private void readLines() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException | UncheckedIOException e) {
            // It was ended while it printed.
        } finally {
            lines.add(Optional.empty());
        }
    }

    /** Closes its standard input, with which it ends, and waits for that. */
    @Override
    public void close() throws InterruptedException {
        try {
            in.close();
        } catch (IOException e) {
            // It has ended already.
        }
        if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
