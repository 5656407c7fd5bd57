package io.github.camelnetsuite.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each code block of the docs is part of a file that is compiled or run by a test: before it stands {@code <!-- snippet: FILE -->},
 * or {@code <!-- snippet: FILE#NAME -->} for the lines between {@code snippet:NAME} and {@code end:NAME} in it.
 */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- snippet: ([^#\\s]+)(?:#(\\S+))? -->\\n)?```(java|yaml|properties|xml|sql|kotlin)\\n(.*?)```",
            Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)[^)]*\\)");

    private static final Pattern DOTTED_NAME = Pattern.compile(
            "(?<![\\w.])(?:http\\.(?:proxy[A-Z]\\w+|connectTimeout|responseTimeout|connectionRequestTimeout|maxTotalConnections"
                    + "|connectionsPerRoute|connectionTimeToLive|sslContextParameters|\\*)|claims\\.(?:sub|\\*)"
                    + "|\"(?:http|claims)\\.\"|accounts\\.\\w+\\.(?:accountId|http|claims))");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> found = Files.walk(ROOT)) {
            return found
                    .filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> !path.toString().contains("/target/")
                            && !path.toString().contains("/."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCodeBlockIsPartOfAFileThatATestRuns(Path page) throws IOException {
        List<String> wrong = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            String code = block.group(4);
            if (block.group(1) == null) {
                wrong.add("no source named for:\n" + code);
            } else if (!region(ROOT.resolve(block.group(1)), block.group(2)).equals(code)) {
                wrong.add("differs from " + block.group(1) + ":\n" + code);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsToAFile(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            Path target = page.resolveSibling(link.group(1));
            if (!Files.exists(target)) {
                broken.add(link.group(1));
            }
        }
        assertThat(broken).isEmpty();
    }

    static Stream<Path> pagesAndSources() throws IOException {
        try (Stream<Path> found = Files.walk(ROOT)) {
            List<Path> sources = found.filter(path ->
                            path.toString().endsWith(".java") && path.toString().contains("/src/main/java/"))
                    .sorted()
                    .toList();
            // Decision 5 alone may show the other form.
            return Stream.concat(
                    pages().filter(page -> !page.endsWith("0005-settings-in-brackets.md")), sources.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pagesAndSources")
    void namesInsideOptionsStandInBrackets(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContainPattern(DOTTED_NAME);
    }

    private static String region(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (name == null) {
            return String.join("\n", lines) + "\n";
        }
        List<String> region = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.strip().endsWith("end:" + name)) {
                inside = false;
            }
            if (inside) {
                region.add(line);
            }
            if (line.strip().endsWith("snippet:" + name)) {
                inside = true;
            }
        }
        return String.join("\n", region).stripIndent() + "\n";
    }
}
