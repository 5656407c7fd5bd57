package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static String replaceSection(String page, String name, String content) {
        Pattern section = Pattern.compile("(<!-- generated: " + name + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
        Matcher found = section.matcher(page);
        assertThat(found.find()).as("section " + name).isTrue();
        return found.replaceFirst("$1" + Matcher.quoteReplacement(content) + "$2");
    }
}
