package io.github.camelnetsuite.credentials;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a setting that was refused is shown in a message: quoted, bounded, one line of plain ASCII, so that it can neither forge
 * a log line nor hide behind look-alike letters. What could be a secret in the wrong place is not shown at all.
 */
final class Shown {

    private static final int LONGEST = 40;
    private static final int LONGEST_URL = 100;
    private static final Pattern KEY_OR_TOKEN =
            Pattern.compile("M[A-Za-z0-9+/=\\s]{40,}|eyJ[\\w.=-]{20,}|.*-----BEGIN.*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

    private Shown() {}

    /** Whether the place of key material is in truth the key, as when {@code file:} stands before the text of one. */
    static boolean secretAsPlace(String place) {
        String bare = place.strip().replaceFirst("^[a-z0-9]+:", "").replaceAll("\\s|\\\\n", " ");
        return KEY_OR_TOKEN.matcher(bare).matches();
    }

    static String value(String text) {
        return bounded(text, LONGEST);
    }

    private static String bounded(String text, int longest) {
        if (KEY_OR_TOKEN.matcher(text.strip().replaceAll("\\s", " ")).matches()) {
            return "(" + text.length() + " characters that look like a key or a token, not shown)";
        }
        var shown = new StringBuilder("'");
        text.chars().limit(longest).forEach(c -> {
            if (c >= ' ' && c <= '~') {
                shown.append((char) c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        shown.append("'");
        if (text.length() > longest) {
            shown.append("... (").append(text.length()).append(" characters)");
        }
        return shown.toString();
    }

    /** As {@link #value}, without user name, password, query and fragment. */
    static String url(String text) {
        String bare = USER_INFO.matcher(text).replaceFirst("//***@");
        int rest = firstOf(bare, '?', '#');
        return bounded(rest < 0 ? bare : bare.substring(0, rest + 1) + "***", LONGEST_URL);
    }

    private static int firstOf(String text, char one, char other) {
        int a = text.indexOf(one);
        int b = text.indexOf(other);
        return a < 0 ? b : b < 0 ? a : Math.min(a, b);
    }
}
