package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a page of the docs that the code writes. Run with {@code -DupdateDocs=true} to write it. */
public final class GeneratedSection {

    private final Path page;
    private final String name;

    public GeneratedSection(String page, String name) {
        this.page = Path.of("../docs", page);
        this.name = name;
    }

    public void is(String content) throws IOException {
        String text = Files.readString(page);
        Matcher section = Pattern.compile(
                        "(<!-- generated: " + Pattern.quote(name) + " -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                .matcher(text);
        assertThat(section.find()).as("section " + name + " in " + page).isTrue();
        String expected = section.replaceFirst("$1" + Matcher.quoteReplacement(content) + "$2");
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(page, expected);
        } else {
            assertThat(text).isEqualTo(expected);
        }
    }
}
