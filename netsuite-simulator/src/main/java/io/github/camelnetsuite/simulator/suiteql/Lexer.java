package io.github.camelnetsuite.simulator.suiteql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a query apart; whatever it does not know is refused, so nothing reaches H2 unseen. */
final class Lexer {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<string>'(?:[^']|'')*')"
                    + "|(?<quoted>\"[^\"]+\")"
                    + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_]*(?:\\.(?:[A-Za-z_][A-Za-z0-9_]*|\\*))*)"
                    + "|(?<parameter>\\?)"
                    + "|(?<sign><>|<=|>=|!=|\\|\\||[-+*/=<>(),])",
            Pattern.DOTALL);

    private Lexer() {}

    static List<Token> read(String query) throws SuiteQlRefused {
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(query);
        int at = 0;
        int depth = 0;
        while (at < query.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw SuiteQlRefused.unsupported();
            }
            at = matcher.end();
            if (matcher.group("space") != null) {
                continue;
            }
            Token.Kind kind = kind(matcher);
            String text = matcher.group();
            if (text.equals("(")) {
                depth++;
            }
            tokens.add(new Token(kind, text, depth));
            if (text.equals(")")) {
                depth--;
            }
            if (depth < 0) {
                throw SuiteQlRefused.unsupported();
            }
        }
        if (depth != 0 || tokens.isEmpty()) {
            throw SuiteQlRefused.unsupported();
        }
        return tokens;
    }

    private static Token.Kind kind(Matcher matcher) {
        if (matcher.group("string") != null) {
            return Token.Kind.STRING;
        }
        if (matcher.group("quoted") != null) {
            return Token.Kind.QUOTED_NAME;
        }
        if (matcher.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        if (matcher.group("word") != null) {
            return Token.Kind.WORD;
        }
        return matcher.group("parameter") != null ? Token.Kind.PARAMETER : Token.Kind.SIGN;
    }
}
