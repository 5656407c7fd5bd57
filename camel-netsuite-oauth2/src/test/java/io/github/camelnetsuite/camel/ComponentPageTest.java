package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Run with {@code -DupdateDocs=true} to write the tables. */
class ComponentPageTest {

    private static final Path PAGE = Path.of("../docs/component.md");

    @Test
    void theTablesAreThoseOfTheGeneratedMetadata() throws IOException {
        OptionTables tables = new OptionTables();
        String page = Files.readString(PAGE);
        String expected = page;
        for (Map.Entry<String, String> section : Map.of(
                        "component-options", tables.component(),
                        "path-parts", tables.path(),
                        "endpoint-options", tables.query(),
                        "headers", tables.headers())
                .entrySet()) {
            expected = replaceSection(expected, section.getKey(), section.getValue());
        }
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    @Test
    void everyOperationHasATestThatExists() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("## The test of each operation"));
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        for (NetSuiteOperation operation : NetSuiteOperation.values()) {
            Matcher row =
                    Pattern.compile("(?m)^\\| `" + operation + "` \\|(.*)$").matcher(table);
            assertThat(row.find()).as("row of %s", operation).isTrue();
            assertThat(Pattern.compile("`(\\w+Test)`")
                            .matcher(row.group(1))
                            .results()
                            .map(test -> test.group(1)))
                    .as("tests of %s", operation)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(test -> assertThat(tests).contains(test));
        }
    }

    private static String replaceSection(String page, String name, String content) {
        Pattern section = Pattern.compile("(<!-- generated: " + name + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
        Matcher found = section.matcher(page);
        assertThat(found.find()).as("section " + name).isTrue();
        return found.replaceFirst("$1" + Matcher.quoteReplacement(content) + "$2");
    }
}
