package io.github.camelnetsuite.cli;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Recognises the text of a private key where only the name of a file may stand. */
final class KeyText {

    /** The first letter of Base64 that begins a DER sequence of more than 127 bytes. */
    private static final Pattern KEY = Pattern.compile("(?s).*-----BEGIN.*|(?s)(?:.*=)?\\s*M[A-Za-z0-9+/=\\s]{100,}");

    private KeyText() {}

    static boolean in(String... args) {
        return Arrays.stream(args).anyMatch(arg -> KEY.matcher(arg).matches());
    }
}
