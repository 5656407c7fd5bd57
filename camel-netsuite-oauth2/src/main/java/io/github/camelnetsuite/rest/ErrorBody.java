package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says, whichever of its shapes it has: REST web services with details or with a code at top level only; a
 * RESTlet as JSON, XML or text; an OAuth error; a page of a proxy; nothing at all. Reads what it can of a damaged one. The text is
 * bounded by who reads the answer; the detail is one line of bounded length, since it comes from outside and ends in logs.
 *
 * @param code NetSuite's code; null when there is none
 * @param path the part of the request that is at fault; null when none is named
 * @param detail what it says, or what is to be said about it
 * @param shape where it comes from
 * @see "NetSuite help: Error Handling and Logging in REST Web Services"
 * @see "NetSuite help: RESTlet Status Codes and Error Message Formats"
 */
record ErrorBody(@Nullable String code, @Nullable String path, String detail, Shape shape) {

    /** Who wrote the answer. */
    enum Shape {
        REST,
        RESTLET,
        /** A page of a proxy, or of NetSuite while it is maintained. */
        PAGE,
        TEXT,
        NONE
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final XMLInputFactory XML = xml();
    private static final int MAX_DETAIL = 500;
    private static final int MAX_CODE = 100;
    private static final int MAX_FOREIGN = 120;
    private static final int MAX_DETAILS = 3;
    private static final String[] PLACES = {"o:errorPath", "o:urlPath", "o:errorHeader", "o:errorQueryParam"};

    private static final Pattern TEXT_CODE = Pattern.compile("(?i)error code:[ \\t]*+(\\w++)");
    private static final Pattern TEXT_MESSAGE = Pattern.compile("(?i)error message:[ \\t]*+([^\\r\\n]++)");
    private static final Pattern TITLE = Pattern.compile("(?i)<title[^>]{0,200}+>([^<]{0,300}+)");
    private static final Pattern DAMAGED_CODE =
            Pattern.compile("\"(?:o:errorCode|code)\"\\s{0,20}+:\\s{0,20}+\"(\\w{1,100}+)\"");
    private static final Pattern DAMAGED_DETAIL =
            Pattern.compile("\"(?:detail|message)\"\\s{0,20}+:\\s{0,20}+\"([^\"\\\\]{1,500}+)");

    static ErrorBody read(String text) {
        String start = text.stripLeading();
        if (start.isEmpty()) {
            return new ErrorBody(null, null, "(the answer has no body that explains it)", Shape.NONE);
        }
        return switch (start.charAt(0)) {
            case '{', '[', '"' -> json(text, 0);
            case '<' -> markup(text, start);
            default -> plain(text);
        };
    }

    private static ErrorBody json(String text, int depth) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            return damaged(text);
        }
        if (root != null && root.isTextual() && depth == 0 && !root.textValue().isBlank()) {
            // A script that returns its error as text.
            return root.textValue().stripLeading().startsWith("{")
                    ? json(root.textValue(), 1)
                    : plain(root.textValue());
        }
        if (root == null || !root.isObject()) {
            return new ErrorBody(null, null, "(the answer has no body that explains it)", Shape.NONE);
        }
        JsonNode error = root.path("error");
        if (error.isObject() || (root.has("message") && (root.has("name") || root.has("code")))) {
            return restlet(error.isObject() ? error : root, depth);
        }
        if (error.isTextual()) {
            return new ErrorBody(code(error), null, clean(text(root, "error_description"), MAX_DETAIL), Shape.REST);
        }
        return rest(root);
    }

    private static ErrorBody rest(JsonNode root) {
        JsonNode first = root.path("o:errorDetails").path(0);
        List<String> said = new ArrayList<>();
        for (JsonNode details : root.path("o:errorDetails")) {
            String detail = text(details, "detail");
            if (detail != null && said.size() < MAX_DETAILS) {
                said.add(detail);
            }
        }
        String code = code(first.path("o:errorCode"));
        return new ErrorBody(
                code != null ? code : code(root.path("o:errorCode")),
                place(first),
                clean(
                        said.isEmpty() ? first(text(root, "detail"), text(root, "title")) : String.join(" / ", said),
                        MAX_DETAIL),
                Shape.REST);
    }

    /** A script error may stand as JSON text in the message of another. */
    private static ErrorBody restlet(JsonNode error, int depth) {
        String code = first(code(error.path("code")), code(error.path("name")));
        String message = text(error, "message");
        if (message != null && depth == 0 && message.stripLeading().startsWith("{")) {
            ErrorBody inner = json(message, 1);
            if (inner.shape == Shape.RESTLET && inner.code != null) {
                return "UNEXPECTED_ERROR".equals(code) || code == null
                        ? inner
                        : new ErrorBody(code, null, inner.detail, Shape.RESTLET);
            }
        }
        return new ErrorBody(code, null, clean(message, MAX_DETAIL), Shape.RESTLET);
    }

    /** NetSuite's own sample of a 429 lacks a comma. */
    private static ErrorBody damaged(String text) {
        Matcher code = DAMAGED_CODE.matcher(text);
        if (!code.find()) {
            return new ErrorBody(null, null, "(the answer is not JSON: a proxy or a maintenance page?)", Shape.TEXT);
        }
        Matcher detail = DAMAGED_DETAIL.matcher(text);
        return new ErrorBody(
                code.group(1), null, clean(detail.find() ? detail.group(1) : null, MAX_DETAIL), Shape.REST);
    }

    private static ErrorBody markup(String text, String start) {
        ErrorBody error =
                start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5)
                        ? null
                        : xml(start);
        if (error != null) {
            return error;
        }
        Matcher title = TITLE.matcher(text);
        String said = title.find() ? clean(title.group(1), MAX_FOREIGN) : "";
        return new ErrorBody(
                null,
                null,
                "(the answer is not JSON but a page" + (said.isEmpty() ? "" : " titled '" + said + "'")
                        + ": a proxy or a maintenance page?)",
                Shape.PAGE);
    }

    private static @Nullable ErrorBody xml(String text) {
        String code = null;
        String message = null;
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext() && (code == null || message == null)) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (name.equals("code")) {
                        code = reader.getElementText();
                    } else if (name.equals("message")) {
                        message = reader.getElementText();
                    }
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The reader of the JDK has defects that show as runtime exceptions. What was read so far counts.
        }
        return code == null ? null : new ErrorBody(shortCode(code), null, clean(message, MAX_DETAIL), Shape.RESTLET);
    }

    private static ErrorBody plain(String text) {
        Matcher code = TEXT_CODE.matcher(text);
        if (code.find()) {
            Matcher message = TEXT_MESSAGE.matcher(text);
            return new ErrorBody(
                    shortCode(code.group(1)),
                    null,
                    clean(message.find() ? message.group(1) : null, MAX_DETAIL),
                    Shape.RESTLET);
        }
        return new ErrorBody(
                null,
                null,
                "(the answer is not JSON but '" + clean(text, MAX_FOREIGN) + "': a proxy or a maintenance page?)",
                Shape.TEXT);
    }

    boolean hasCode(String... codes) {
        for (String one : codes) {
            if (one.equals(code)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the detail holds this text, in any case. NetSuite writes details in the user's language, so this finds less than a code. */
    boolean says(String text) {
        return detail.toLowerCase(Locale.ROOT).contains(text);
    }

    private static @Nullable String place(JsonNode details) {
        for (String name : PLACES) {
            String value = text(details, name);
            if (value != null) {
                return clean(value, MAX_FOREIGN);
            }
        }
        return null;
    }

    private static @Nullable String code(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank() ? shortCode(value.textValue()) : null;
    }

    private static String shortCode(String code) {
        return clean(code, MAX_CODE);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static String clean(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return "(no detail given)";
        }
        String line = OneLine.of(text, longest);
        return line.isEmpty() ? "(no detail given)" : line;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
