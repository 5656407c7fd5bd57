package io.github.camelnetsuite.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prints how many passing tests rest on simulated behaviour that nobody has published. */
class AssumptionsTest {

    @Test
    void theBuildSaysHowManyTestsRestOnAnAssumption() throws IOException {
        Set<String> passing = new HashSet<>();
        Set<String> assuming = new HashSet<>();
        JsonMapper json = new JsonMapper();
        for (Path report : reports()) {
            for (String line : Files.readAllLines(report)) {
                JsonNode entry = json.readTree(line);
                if (entry.path("passed").asBoolean()) {
                    passing.add(entry.path("test").asText());
                    if (entry.path("evidence").asText().equals("ASSUMED")) {
                        assuming.add(entry.path("test").asText());
                    }
                }
            }
        }

        System.out.printf(
                "Simulator: %d of %d passing tests rest on behaviour that is assumed, not documented or observed%n",
                assuming.size(), passing.size());
        assertThat(passing).as("tests that used the simulator").hasSizeGreaterThan(50);
    }

    private static List<Path> reports() throws IOException {
        try (Stream<Path> found =
                Files.find(Path.of(".."), 6, (path, attributes) -> path.endsWith("target/behaviours.jsonl"))) {
            return found.toList();
        }
    }
}
