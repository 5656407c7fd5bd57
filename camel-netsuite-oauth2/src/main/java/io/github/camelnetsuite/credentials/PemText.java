package io.github.camelnetsuite.credentials;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the PEM blocks in text as it arrives from files, environment variables and clipboards: any line ends or none at all,
 * literal {@code \n}, byte order marks, UTF-16 from a redirected console, stray white space, and other text around the blocks.
 */
final class PemText {

    private static final Pattern LITERAL_LINE_END = Pattern.compile("\\\\+r\\\\+n|\\\\+[nr]");
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
    private static final String BLANK = "[\\s\\p{Z}\\u200b\\ufeff]";
    private static final Pattern IGNORABLE = Pattern.compile(BLANK + "+");
    /** The length of the initialisation vector tells where the key begins when no line end does. */
    private static final Pattern LEGACY_HEADERS = Pattern.compile(("^~Proc-Type:~4~,~ENCRYPTED~DEK-Info:~"
                    + "(?:(AES-[A-Z0-9-]+)~,~([0-9A-Fa-f]{32})|([A-Z0-9-]+)~,~([0-9A-Fa-f]{16}))")
            .replace("~", BLANK + "*"));

    private PemText() {}

    /** The text of key material, whatever Unicode form it is in, without a byte order mark. */
    static String decode(byte[] content) {
        String text = decodeAll(content);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decodeAll(byte[] content) {
        if (startsWith(content, 0xff, 0xfe)) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        return new String(
                content, startsWith(content, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
    }

    static List<PemBlock> blocks(String text) throws UnusableKeyException {
        String lines = LITERAL_LINE_END.matcher(text).replaceAll("\n");
        var blocks = new ArrayList<PemBlock>();
        Matcher begin = BEGIN.matcher(lines);
        int from = 0;
        while (begin.find(from)) {
            String label = begin.group(1);
            String endLine = "-----END " + label + "-----";
            int end = lines.indexOf(endLine, begin.end());
            if (end < 0) {
                throw new UnusableKeyException("is cut off: after BEGIN " + label + " the line '" + endLine
                        + "' is missing. Copy the whole text, with its first and last line.");
            }
            blocks.add(block(label, lines.substring(begin.end(), end)));
            from = end + endLine.length();
        }
        return blocks;
    }

    private static PemBlock block(String label, String body) throws UnusableKeyException {
        Matcher headers = LEGACY_HEADERS.matcher(body);
        boolean legacy = headers.find();
        String base64 =
                IGNORABLE.matcher(legacy ? body.substring(headers.end()) : body).replaceAll("");
        try {
            byte[] content = Base64.getDecoder().decode(base64);
            if (content.length > 0) {
                return new PemBlock(label, legacy ? dekInfo(headers) : null, content);
            }
        } catch (IllegalArgumentException e) {
            // The decoder's message would show characters of the key, so it is not kept as the cause.
        }
        throw new UnusableKeyException("is damaged: the text between BEGIN and END " + label
                + " is not complete Base64. Copy the whole text again, unchanged.");
    }

    private static String dekInfo(Matcher headers) {
        return headers.group(1) != null
                ? headers.group(1) + "," + headers.group(2)
                : headers.group(3) + "," + headers.group(4);
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }
}
