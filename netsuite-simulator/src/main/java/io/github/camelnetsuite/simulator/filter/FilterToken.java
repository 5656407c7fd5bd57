package io.github.camelnetsuite.simulator.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word, value or sign of a filter.
 *
 * @param quoted whether it stood in quotes, so that it can only be a value
 */
record FilterToken(String text, boolean quoted) {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<sign>[()\\[\\],])|(?<word>[^\\s()\\[\\],\"]+)");

    static List<FilterToken> read(String filter) throws FilterRefused {
        var tokens = new ArrayList<FilterToken>();
        Matcher matcher = TOKEN.matcher(filter);
        int at = 0;
        while (at < filter.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new FilterRefused("Unexpected character at position " + at);
            }
            at = matcher.end();
            if (matcher.group("quoted") != null) {
                tokens.add(new FilterToken(matcher.group("quoted").replaceAll("\\\\(.)", "$1"), true));
            } else if (matcher.group("sign") != null || matcher.group("word") != null) {
                tokens.add(new FilterToken(matcher.group(), false));
            }
        }
        return tokens;
    }

    boolean is(String word) {
        return !quoted && text.equals(word);
    }

    boolean isWord() {
        return !quoted && !"()[],".contains(text);
    }
}
