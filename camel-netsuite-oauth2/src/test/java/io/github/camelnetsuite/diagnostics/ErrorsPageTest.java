package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.token.TokenFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of errors says what the code says. */
class ErrorsPageTest {

    private static final Path PAGE = Path.of("../docs/errors.md");

    /** The first cell of a table row: one text in backticks, perhaps with an ellipsis for what differs. */
    private static final Pattern QUOTED = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void theAnswersOfTheTokenEndpointAreThoseOfTheCode() throws IOException {
        new GeneratedSection("errors.md", "token-endpoint").is(table());
    }

    @Test
    void everyMessageOfOursIsInTheCode() throws IOException {
        String page = Files.readString(PAGE);
        String own =
                page.substring(page.indexOf("<!-- our messages -->"), page.indexOf("<!-- end of our messages -->"));
        String code = code();
        List<String> absent = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(own);
        int found = 0;
        while (quoted.find()) {
            found++;
            Arrays.stream(quoted.group(1).split("\u2026", -1))
                    .map(String::strip)
                    .filter(part -> !code.contains(part))
                    .forEach(absent::add);
        }
        assertThat(absent).isEmpty();
        assertThat(found).isGreaterThan(30);
    }

    private static String table() {
        String head = """
                | Answer | Likely cause, most likely first | Detail in the Login Audit Trail | Where to look |
                |---|---|---|---|
                """;
        return Arrays.stream(TokenFault.values())
                .filter(fault -> fault != TokenFault.NO_ANSWER)
                .map(ErrorsPageTest::rows)
                .collect(Collectors.joining("", head, ""));
    }

    private static String rows(TokenFault fault) {
        String answer = answer(fault);
        var rows = new StringBuilder();
        for (TokenFault.Cause cause : fault.causes()) {
            Candidate candidate = Candidate.of(cause.text(), cause.auditTrailCodes());
            rows.append("| ").append(answer).append(" | ").append(cause.text()).append(" | ");
            rows.append(String.join(", ", cause.auditTrailCodes())).append(" | ");
            rows.append(candidate.where() == null ? "" : candidate.where()).append(" |\n");
            answer = "";
        }
        return rows.toString();
    }

    private static String answer(TokenFault fault) {
        return fault.error().matches("[a-z]+_[a-z_]+")
                ? fault.status() + " `{\"error\":\"" + fault.error() + "\"}`"
                : fault.status() + ", OAuth error: " + fault.error();
    }

    /** All source text with its string literals joined across lines. */
    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ErrorsPageTest::read)
                    .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", ""))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
