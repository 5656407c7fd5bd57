package io.github.camelnetsuite.simulator.suiteql;

import java.util.Locale;

/**
 * One word or sign of a query.
 *
 * @param depth how many parentheses are open around it; a parenthesis itself counts as inside
 */
record Token(Kind kind, String text, int depth) {

    enum Kind {
        /** A keyword, a name, or a dotted name. */
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        PARAMETER,
        SIGN
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** Upper-case text without quotes. */
    String name() {
        return text.replace("\"", "").toUpperCase(Locale.ROOT);
    }
}
