package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Notes which behaviours a test rested on, one JSON object per line, in the file the system property
 * {@value #PROPERTY} names; nothing is written without it.
 */
final class BehaviourReport {

    static final String PROPERTY = "netsuite.simulator.behaviours";

    private BehaviourReport() {}

    static void write(String test, boolean passed, List<Behaviour> behaviours) {
        Optional<String> file =
                Optional.ofNullable(System.getProperty(PROPERTY)).filter(name -> !name.isBlank());
        if (file.isEmpty()) {
            return;
        }
        var lines = new StringBuilder();
        for (Behaviour behaviour : behaviours) {
            if (behaviour.exercised() > 0) {
                lines.append(line(test, passed, behaviour)).append('\n');
            }
        }
        append(Path.of(file.get()), lines.toString());
    }

    private static ObjectNode line(String test, boolean passed, Behaviour behaviour) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("test", test)
                .put("passed", passed)
                .put("behaviour", behaviour.quirk().name())
                .put("evidence", behaviour.evidence().name())
                .put("mode", behaviour.mode())
                .put("exercised", behaviour.exercised());
    }

    private static void append(Path file, String lines) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            // One write per test, so that lines of tests in other JVMs do not mix with these.
            Files.write(
                    file, lines.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the behaviour report " + file, e);
        }
    }
}
