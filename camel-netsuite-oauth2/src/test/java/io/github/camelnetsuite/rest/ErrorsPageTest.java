package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.diagnostics.GeneratedSection;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of errors lists the answers the code knows. Run with {@code -DupdateDocs=true} to write it. */
class ErrorsPageTest {

    @Test
    void theAnswersOfWebServicesAreThoseOfTheCode() throws IOException {
        String head = """
                | Answer | Cause | What to do | Exception |
                |---|---|---|---|
                """;
        new GeneratedSection("errors.md", "web-services")
                .is(Arrays.stream(RestFault.values())
                        .map(ErrorsPageTest::row)
                        .collect(Collectors.joining("", head, "")));
    }

    private static String row(RestFault fault) {
        String name = fault.kind().name();
        String type = "`NetSuite" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + "Exception`";
        return "| " + fault.answer() + " | " + fault.cause() + " | " + fault.advice() + " | " + type + " |\n";
    }
}
