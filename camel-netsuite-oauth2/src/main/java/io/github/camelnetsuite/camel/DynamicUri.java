package io.github.camelnetsuite.camel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.spi.Language;

/**
 * The text of a dynamic URI such as {@code netsuite:get:customer/${body}?fields=email}, taken apart before anything is put into it.
 * What a placeholder holds then is one part of the resource or the value of one option, whatever characters are in it. Immutable.
 */
final class DynamicUri {

    private static final String SIMPLE = "simple";

    private final Text path;
    private final Map<String, Text> options;

    private DynamicUri(Text path, Map<String, Text> options) {
        this.path = path;
        this.options = options;
    }

    /** The parts of the text; empty when it is not understood, as when the name of an option is dynamic. */
    static Optional<DynamicUri> parse(String uri, CamelContext context) {
        List<String> halves = split(uri, '?', 2);
        Map<String, Text> options = new LinkedHashMap<>();
        if (halves.size() == 2) {
            for (String option : split(halves.get(1), '&', Integer.MAX_VALUE)) {
                List<String> pair = split(option, '=', 2);
                boolean readable = pair.size() == 2 && !pair.get(0).contains("$");
                if (!readable || options.put(pair.get(0), Text.of(withoutRaw(pair.get(1)), context)) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new DynamicUri(Text.of(halves.get(0), context), options));
    }

    /** Scheme, operation and resource with all placeholders filled. */
    String path(Exchange exchange) {
        return path.evaluate(exchange);
    }

    /** The options whose value has a placeholder, filled; one that is null is empty text. */
    Map<String, String> dynamicOptions(Exchange exchange) {
        Map<String, String> filled = new LinkedHashMap<>();
        options.forEach((name, value) -> {
            if (value.dynamic()) {
                filled.put(name, value.evaluate(exchange));
            }
        });
        return filled;
    }

    /** Whether the value of this option begins so before any placeholder is filled. */
    boolean startsWith(String option, String prefix) {
        return options.containsKey(option) && options.get(option).source().startsWith(prefix);
    }

    /** The options without placeholders, as they stand in the text, joined as in a URI. */
    StringJoiner staticOptions() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        options.forEach((name, value) -> {
            if (!value.dynamic()) {
                query.add(name + "=" + value.source());
            }
        });
        return query;
    }

    private static String withoutRaw(String value) {
        boolean raw = value.startsWith("RAW(") && value.endsWith(")") && value.contains("${");
        return raw ? value.substring("RAW(".length(), value.length() - 1) : value;
    }

    /** Splits at a character that stands in no placeholder. */
    private static List<String> split(String text, char at, int most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == at && depth == 0 && parts.size() + 1 < most) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Text with placeholders. */
    private record Text(String source, List<Object> parts) {

        static Text of(String source, CamelContext context) {
            List<Object> parts = new ArrayList<>();
            int at = 0;
            for (int open = source.indexOf("${"); open >= 0; open = source.indexOf("${", at)) {
                int end = end(source, open + 1);
                parts.add(decoded(source.substring(at, open)));
                Language simple = context.resolveLanguage(SIMPLE);
                Expression placeholder = simple.createExpression(source.substring(open, end));
                placeholder.init(context);
                parts.add(placeholder);
                at = end;
            }
            parts.add(decoded(source.substring(at)));
            return new Text(source, List.copyOf(parts));
        }

        boolean dynamic() {
            return parts.size() > 1;
        }

        String evaluate(Exchange exchange) {
            StringBuilder text = new StringBuilder();
            for (Object part : parts) {
                String value = part instanceof Expression placeholder
                        ? placeholder.evaluate(exchange, String.class)
                        : (String) part;
                text.append(value == null ? "" : value);
            }
            return text.toString();
        }

        private static int end(String source, int brace) {
            int depth = 0;
            for (int i = brace; i < source.length(); i++) {
                depth += source.charAt(i) == '{' ? 1 : source.charAt(i) == '}' ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            return source.length();
        }

        /** What stands outside of placeholders is part of a URI, and may be percent-encoded. */
        private static String decoded(String text) {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
