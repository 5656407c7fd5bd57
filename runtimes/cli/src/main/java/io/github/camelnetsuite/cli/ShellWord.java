package io.github.camelnetsuite.cli;

import java.util.regex.Pattern;

/** Writes text so that a shell takes it for one word. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=\\\\-]+");

    private ShellWord() {}

    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
