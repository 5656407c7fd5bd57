package io.github.camelnetsuite.simulator.suiteql;

/** A query NetSuite would not run; the message is NetSuite's {@code detail}. */
public final class SuiteQlRefused extends Exception {

    private static final String PREFIX =
            "Invalid search query. Detailed unprocessed description follows. Search error occurred: ";

    private SuiteQlRefused(String detail) {
        super(detail, null, false, false);
    }

    static SuiteQlRefused unsupported() {
        return new SuiteQlRefused(PREFIX + "Invalid or unsupported search.");
    }

    static SuiteQlRefused unknownTable(String name) {
        return new SuiteQlRefused(PREFIX + "Invalid search type: " + name + ".");
    }

    static SuiteQlRefused unknownColumn(String name, String available) {
        return new SuiteQlRefused(
                PREFIX + "Unknown identifier '" + name + "'. Available identifiers are: {" + available + "}.");
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
