package io.github.camelnetsuite.rest;

/**
 * A word of a query.
 *
 * @param text as it stands in the query
 * @param start its first character's position in the query
 * @param depth how many parentheses are open around it; a parenthesis itself is inside
 */
record SqlToken(Kind kind, String text, int start, int depth) {

    enum Kind {
        /** A name or key word, with the dots inside it. */
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        /** A question mark. */
        PLACEHOLDER,
        /** {@code :#name}. */
        PARAMETER,
        SIGN
    }

    int end() {
        return start + text.length();
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    /** Whether it stands in no parentheses and is this word. */
    boolean isOutside(String word) {
        return depth == 0 && is(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** The name it is, in lower case and without its quotes. */
    String name() {
        String bare = kind == Kind.QUOTED_NAME ? text.substring(1, text.length() - 1) : text;
        return bare.toLowerCase(java.util.Locale.ROOT);
    }
}
