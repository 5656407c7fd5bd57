package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says, whichever of its shapes it has: details in {@code o:errorDetails}, a code at top level only, or no
 * JSON at all.
 *
 * @see "NetSuite help: Error Handling and Logging in REST Web Services"
 */
record ErrorBody(@Nullable String code, @Nullable String path, String detail) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_DETAIL = 500;
    private static final String[] PLACES = {"o:errorPath", "o:urlPath", "o:errorHeader", "o:errorQueryParam"};

    static ErrorBody read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ErrorBody(null, null, "(the answer is not JSON: a proxy or a maintenance page?)");
        }
        if (root == null || !root.isObject()) {
            return new ErrorBody(null, null, "(the answer has no body that explains it)");
        }
        JsonNode first = root.path("o:errorDetails").path(0);
        String code = text(first, "o:errorCode");
        String detail = text(first, "detail");
        return new ErrorBody(
                code != null ? code : text(root, "o:errorCode"),
                place(first),
                clean(detail != null ? detail : text(root, "title")));
    }

    /** Whether the role lacks a permission, which NetSuite also says with USER_ERROR. */
    boolean permission() {
        String lower = detail.toLowerCase(Locale.ROOT);
        return "INSUFFICIENT_PERMISSION".equals(code) || lower.contains("does not have permission");
    }

    private static @Nullable String place(JsonNode details) {
        for (String name : PLACES) {
            String value = text(details, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? clean(value.textValue()) : null;
    }

    private static String clean(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "(no detail given)";
        }
        return OneLine.of(text, MAX_DETAIL);
    }
}
