package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how many passing tests rest on behaviour nobody has published. */
@Command(
        name = "behaviours",
        description = "Summarises what the tests of a build rested on.",
        mixinStandardHelpOptions = true)
final class BehaviourSummary implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What the system property netsuite.simulator.behaviours named.")
    private Path report = Path.of("");

    @Override
    public Integer call() throws IOException {
        Set<String> all = new HashSet<>();
        Set<String> assuming = new HashSet<>();
        Map<String, Set<String>> testsByBehaviour = new TreeMap<>();
        for (String line : Files.readAllLines(report)) {
            JsonNode entry = JSON.readTree(line);
            String test = entry.path("test").asText();
            if (test.isEmpty() || !entry.path("passed").asBoolean()) {
                continue;
            }
            all.add(test);
            if (entry.path("evidence").asText().equals(Evidence.ASSUMED.name())) {
                assuming.add(test);
                testsByBehaviour
                        .computeIfAbsent(entry.path("behaviour").asText(), behaviour -> new HashSet<>())
                        .add(test);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(assuming.size() + " of " + all.size()
                + " passing tests with the simulator rest on behaviour that is assumed, not published.");
        testsByBehaviour.forEach((behaviour, tests) -> out.printf("  %-28s %d%n", behaviour, tests.size()));
        out.flush();
        return 0;
    }
}
