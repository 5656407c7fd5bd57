package io.github.camelnetsuite.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a query apart into words, comments left out. It reads what SuiteQL is written in and no more: at the first character it
 * does not expect, or when a quote or a parenthesis does not end, there is no result, so that nobody builds on half a reading.
 */
final class SqlTokens {

    private static final String SIGNS = "+-*/=<>!^|(),.%";
    private static final String DOUBLE_SIGNS = "<> <= >= != ^= ||";

    private final String text;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private SqlTokens(String text) {
        this.text = text;
    }

    /** The words of the query; empty when it is not understood. */
    static Optional<List<SqlToken>> read(String text) {
        SqlTokens reader = new SqlTokens(text);
        while (reader.at < text.length()) {
            if (!reader.next()) {
                return Optional.empty();
            }
        }
        return reader.depth == 0 ? Optional.of(List.copyOf(reader.tokens)) : Optional.empty();
    }

    private boolean next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
            return true;
        }
        if (text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return true;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end + 2;
            return end >= 0;
        }
        if (c == '\'') {
            // In q'[it's]' the quote does not end the text.
            boolean prefixed = !tokens.isEmpty()
                    && tokens.get(tokens.size() - 1).kind() == SqlToken.Kind.WORD
                    && tokens.get(tokens.size() - 1).end() == at;
            return !prefixed && quoted(c, SqlToken.Kind.STRING);
        }
        if (c == '"') {
            return quoted(c, SqlToken.Kind.QUOTED_NAME);
        }
        if (c == '?') {
            return add(SqlToken.Kind.PLACEHOLDER, at + 1);
        }
        if (text.startsWith(":#", at)) {
            int end = wordEnd(at + 2);
            return end > at + 2 && add(SqlToken.Kind.PARAMETER, end);
        }
        if (Character.isDigit(c)) {
            return add(SqlToken.Kind.NUMBER, numberEnd());
        }
        if (isNameStart(c)) {
            return add(SqlToken.Kind.WORD, wordEnd(at));
        }
        return sign(c);
    }

    private boolean sign(char c) {
        if (SIGNS.indexOf(c) < 0) {
            return false;
        }
        if (c == '(') {
            depth++;
        }
        String two = text.substring(at, Math.min(at + 2, text.length()));
        boolean isDouble = two.length() == 2 && DOUBLE_SIGNS.contains(two) && !two.contains(" ");
        add(SqlToken.Kind.SIGN, at + (isDouble ? 2 : 1));
        if (c == ')') {
            depth--;
        }
        return depth >= 0;
    }

    private boolean quoted(char quote, SqlToken.Kind kind) {
        int end = text.indexOf(quote, at + 1);
        // A doubled quote inside reads as two texts side by side.
        return end > 0 && add(kind, end + 1);
    }

    /** Names joined by dots, as {@code t.id}, {@code t.*} or {@code BUILTIN.DF}. */
    private int wordEnd(int from) {
        int i = nameEnd(from);
        while (i + 1 < text.length() && text.charAt(i) == '.') {
            char next = text.charAt(i + 1);
            if (next == '*') {
                return i + 2;
            }
            if (!isNameStart(next)) {
                return i;
            }
            i = nameEnd(i + 1);
        }
        return i;
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < text.length() && isNamePart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int numberEnd() {
        int i = at;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        return i;
    }

    private boolean add(SqlToken.Kind kind, int end) {
        tokens.add(new SqlToken(kind, text.substring(at, end), at, depth));
        at = end;
        return true;
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
    }
}
