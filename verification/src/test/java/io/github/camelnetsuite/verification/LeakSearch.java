package io.github.camelnetsuite.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches files for secrets. All forms of all secrets are looked for in one pass: their first characters go into a hash table, and
 * every position of a file is looked up in it, so that tens of thousands of secrets cost no more than one.
 */
final class LeakSearch {

    private static final int PREFIX = 24;

    private final Map<String, Set<String>> byPrefix = new HashMap<>();

    LeakSearch(Collection<String> secrets) {
        for (String secret : secrets) {
            for (String form : SecretForms.of(secret)) {
                byPrefix.computeIfAbsent(form.substring(0, PREFIX), prefix -> new HashSet<>())
                        .add(form);
            }
        }
    }

    /** A line for each leak: file, position and the first characters, never more of the secret. */
    List<String> in(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        List<String> leaks = new ArrayList<>();
        for (int i = 0; i + PREFIX <= text.length(); i++) {
            Set<String> forms = byPrefix.get(text.substring(i, i + PREFIX));
            if (forms != null) {
                int at = i;
                forms.stream()
                        .filter(form -> text.startsWith(form, at))
                        .findFirst()
                        .ifPresent(form -> leaks.add(file + " at " + at + ": " + form.substring(0, 8) + "… ("
                                + form.length() + " characters)"));
            }
        }
        return leaks;
    }
}
