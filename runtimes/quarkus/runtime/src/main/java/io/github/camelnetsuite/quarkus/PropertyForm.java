package io.github.camelnetsuite.quarkus;

import java.util.Locale;

/** One form for all the ways to write the name of a property: {@code accountId}, {@code account-id}, as an environment variable. */
final class PropertyForm {

    private PropertyForm() {}

    static String of(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
