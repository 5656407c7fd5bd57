package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a URL that names a record, such as {@code customer/42} or {@code customer/eid:SHOP-7}. Every segment is
 * percent-encoded, and nothing in it can reach another record: {@code ..} is refused, not resolved. Immutable.
 */
public final class ResourcePath {

    private static final String UNRESERVED = "-._~!$&'()*+,;=:@";

    /** More than any record needs, and little enough for messages to quote it. */
    private static final int MAX_LENGTH = 2000;

    private final List<String> segments;

    private ResourcePath(List<String> segments) {
        this.segments = segments;
    }

    /**
     * Reads a resource of segments split by slashes, not yet percent-encoded.
     *
     * @throws NetSuiteDataException when it is longer than 2,000 characters, or a segment is empty, {@code .} or {@code ..}, or
     *     holds {@code ?}, {@code #}, {@code \} or a control character
     */
    public static ResourcePath parse(String resource) {
        if (resource.length() > MAX_LENGTH) {
            throw refused("it has more than " + MAX_LENGTH + " characters");
        }
        List<String> segments = Arrays.asList(resource.split("/", -1));
        for (String segment : segments) {
            check(segment);
        }
        return new ResourcePath(List.copyOf(segments));
    }

    /** This resource with a segment more; it is checked as in {@link #parse}, and may hold no slash. */
    ResourcePath plus(String segment) {
        if (segment.indexOf('/') >= 0) {
            throw refused("a slash stands in the segment '" + segment + "'");
        }
        check(segment);
        return plus(new ResourcePath(List.of(segment)));
    }

    ResourcePath plus(ResourcePath more) {
        List<String> all = new ArrayList<>(segments);
        all.addAll(more.segments);
        return new ResourcePath(List.copyOf(all));
    }

    /** The segments from one place up to, but not including, another, as a resource of their own. */
    public ResourcePath part(int from, int to) {
        return new ResourcePath(segments.subList(from, to));
    }

    /** The record type: the first segment. */
    public String recordType() {
        return segments.get(0);
    }

    public int size() {
        return segments.size();
    }

    /** The last segment: for a record, its internal ID or {@code eid:} and its external ID. */
    public String last() {
        return segments.get(segments.size() - 1);
    }

    /** The segments, percent-encoded (RFC 3986, section 3.3) and joined by slashes. */
    public String encoded() {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (path.length() > 0) {
                path.append('/');
            }
            encode(segment, path);
        }
        return path.toString();
    }

    private static void check(String segment) {
        if (segment.isEmpty()) {
            throw refused("it has an empty segment");
        }
        // Some servers leave out a parameter before they resolve: ..;x
        String name = segment.split(";", 2)[0];
        if (name.equals(".") || name.equals("..")) {
            throw refused("'" + OneLine.name(segment) + "' would lead to another resource");
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (control(c)) {
                throw refused("it holds a control character");
            }
            if (c == '?' || c == '#' || c == '\\') {
                throw refused("'" + c + "' may not stand in it");
            }
        }
    }

    /** Line ends and invisible characters that change how a log reads included. */
    private static boolean control(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static NetSuiteDataException refused(String why) {
        return new NetSuiteDataException("The resource was refused before any call: " + why
                + ". Expected a record type and an ID, such as customer/42 or customer/eid:SHOP-7;"
                + " query parameters are options of the endpoint.");
    }

    private static void encode(String segment, StringBuilder path) {
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                path.append(c);
            } else {
                path.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 0xf, 16));
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
