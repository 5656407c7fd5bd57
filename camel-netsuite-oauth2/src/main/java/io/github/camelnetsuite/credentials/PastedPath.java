package io.github.camelnetsuite.credentials;

import java.util.regex.Pattern;

/**
 * Recognises a file path that was given where text of a key is expected. Only what cannot be part of a key counts, since a
 * path is shown in the message: Base64 has slashes too, but no dots, dashes, colons or backslashes.
 */
final class PastedPath {

    private static final int LONGEST = 255;
    private static final Pattern START = Pattern.compile("(?:/|\\./|\\.\\./|~|[A-Za-z]:[/\\\\]).+");
    private static final Pattern FILE_NAME =
            Pattern.compile(".+\\.(?:pem|key|p8|pk8|der|txt|crt|cer|p12|pfx|jks)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_IN_BASE64 = Pattern.compile(".*[.:\\\\_~-].*");
    private static final Pattern PLAIN = Pattern.compile("[ -~&&[^+=]]+");

    private PastedPath() {}

    static boolean is(String text) {
        return text.length() <= LONGEST
                && PLAIN.matcher(text).matches()
                && NOT_IN_BASE64.matcher(text).matches()
                && (START.matcher(text).matches() || FILE_NAME.matcher(text).matches());
    }
}
