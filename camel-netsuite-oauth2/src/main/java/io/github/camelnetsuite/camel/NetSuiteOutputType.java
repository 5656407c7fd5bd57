package io.github.camelnetsuite.camel;

import java.util.Locale;

/** What a query gives one by one; in URIs the names are written in lower case. */
public enum NetSuiteOutputType {
    ROWS,
    PAGES;

    /** The name as it stands in a URI. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
