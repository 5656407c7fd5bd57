package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells an error that a RESTlet returned with status 200 from a result. Only the very forms NetSuite documents count: a result may
 * speak of errors, too.
 *
 * @see "NetSuite help: RESTlet Status Codes and Error Message Formats"
 */
final class ReturnedError {

    /** Longer than any error, and short enough to be read twice. */
    private static final int LONGEST = 64 * 1024;

    private static final ObjectReader JSON =
            new JsonMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** As XML and as text; as JSON it has an object as its only member, error. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "\\s*+(?:<\\?xml[^>]*+>\\s*+)?<error>\\s*+<code>[^<]++</code>\\s*+<message>.*</message>\\s*+</error>\\s*+",
                    Pattern.DOTALL),
            Pattern.compile("\\s*+error code: *+\\S++[ \\t]*+\\R\\s*+error message: .*", Pattern.DOTALL));

    private ReturnedError() {}

    static boolean matches(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        return FORMS.stream().anyMatch(form -> form.matcher(text).matches()) || isJson(text);
    }

    private static boolean isJson(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        try {
            JsonNode root = JSON.readTree(text);
            JsonNode code = root.path("error").path("code");
            return root.size() == 1 && code.isTextual() && !code.textValue().isBlank();
        } catch (JacksonException e) {
            return false;
        }
    }
}
