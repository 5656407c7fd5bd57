package io.github.camelnetsuite.rest;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Text from outside as it may stand in a message that ends in logs: one line of bounded length, without control characters. */
final class OneLine {

    private static final int NAME = 64;
    private static final int NAMES = 20;

    private OneLine() {}

    /** The text, cut off after so many characters; empty when nothing printable is in it. */
    static String of(String text, int limit) {
        boolean cut = text.length() > limit;
        String line = (cut ? text.substring(0, limit) : text)
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
        return cut ? line + "…" : line;
    }

    /** Some of the names, and how many more there are. */
    static String names(Collection<String> names) {
        List<String> first =
                names.stream().limit(NAMES).map(name -> of(name, NAME)).collect(Collectors.toList());
        if (names.size() > NAMES) {
            first.add("and " + (names.size() - NAMES) + " more");
        }
        return first.toString();
    }

    static String name(String name) {
        return of(name, NAME);
    }
}
