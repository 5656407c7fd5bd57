package io.github.camelnetsuite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final String MARK = "<!-- quirks: a test compares what follows with the enum -->\n";

    private static final String COMMANDS = "<!-- commands: a test compares what follows with the code -->\n";

    private static String table() {
        return Arrays.stream(Quirk.values())
                .map(quirk -> "| `" + quirk + "` | " + quirk.behaviour() + " | "
                        + quirk.evidence().name().toLowerCase(Locale.ROOT) + " | " + quirk.source() + " | "
                        + quirk.modes().stream().map(mode -> "`" + mode + "`").collect(Collectors.joining(", "))
                        + " |\n")
                .collect(Collectors.joining(
                        "", "| Quirk | Behaviour | Sure? | Source | Modes |\n|---|---|---|---|---|\n", ""));
    }

    private static String commands() {
        return ControlCommands.HELP.entrySet().stream()
                .map(entry -> "| `" + entry.getKey() + "` | " + entry.getValue() + " |\n")
                .collect(Collectors.joining("", "| Command | Does, or takes |\n|---|---|\n", "\n"));
    }

    /** With {@code -DargLine=-DupdateDocs=true} the page is written anew first. */
    @Test
    void theTableOfCommandsIsTheCode() throws IOException {
        Path file = Path.of("../docs/simulator.md");
        String page = Files.readString(file);
        int begin = page.indexOf(COMMANDS) + COMMANDS.length();
        int end = page.indexOf("\n\n", begin) + 2;
        if (Boolean.getBoolean("updateDocs")) {
            page = page.substring(0, begin) + commands() + page.substring(end);
            end = begin + commands().length();
            Files.writeString(file, page);
        }

        assertThat(page.substring(begin, end)).isEqualToIgnoringNewLines(commands());
    }

    /** With {@code -DargLine=-DupdateDocs=true} the page is written anew first. */
    @Test
    void theTableOfQuirksIsTheEnum() throws IOException {
        Path file = Path.of("../docs/simulator.md");
        String page = Files.readString(file);
        if (Boolean.getBoolean("updateDocs")) {
            page = page.substring(0, page.indexOf(MARK) + MARK.length()) + table();
            Files.writeString(file, page);
        }

        assertThat(page.substring(page.indexOf(MARK) + MARK.length())).isEqualToIgnoringNewLines(table());
    }
}
