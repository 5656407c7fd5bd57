package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a RESTlet returned: JSON as maps, lists and values, XML and anything else as text. An error may come with status 200.
 *
 * @see "NetSuite help: RESTlet Status Codes and Error Message Formats"
 */
final class RestletReader implements AnswerReader {

    private static final int OK = 200;
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_ENCODING =
            Pattern.compile("<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
    private static final Pattern HTML_PAGE = Pattern.compile("\\s*<(!doctype html|html)\\b", Pattern.CASE_INSENSITIVE);
    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength((int) JsonReader.MAX_BYTES)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    private final boolean errorsAsData;

    RestletReader(boolean errorsAsData) {
        this.errorsAsData = errorsAsData;
    }

    @Override
    public @Nullable Object read(HttpEntity body) throws IOException {
        byte[] bytes = body.getContent().readNBytes((int) JsonReader.MAX_BYTES + 1);
        if (bytes.length > JsonReader.MAX_BYTES) {
            throw new StreamConstraintsException("too large");
        }
        String type = body.getContentType() == null ? "" : body.getContentType();
        String text = text(bytes, type);
        if (!errorsAsData && ReturnedError.matches(text)) {
            throw new RefusalException(new RefusedAnswer(OK, text, null, null, false));
        }
        if (RestletFormat.of(type).filter(RestletFormat.JSON::equals).isPresent()) {
            return json(text);
        }
        if (HTML_PAGE.matcher(text).lookingAt()) {
            throw new NetSuiteUnavailableException(
                    "The RESTlet's answer is an HTML page, which a RESTlet does not give: a login page, a proxy or"
                            + " maintenance stands in between. Check restletsUrl; whether the script ran is unknown.");
        }
        return text.isEmpty() ? null : text;
    }

    /** A script that returns bare text does so under the name of JSON as well. */
    private static @Nullable Object json(String text) throws IOException {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        boolean structured = stripped.startsWith("{") || stripped.startsWith("[");
        try {
            return JSON.readValue(text);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            if (structured) {
                throw e;
            }
            return text;
        }
    }

    private static String text(byte[] bytes, String type) {
        Matcher charset = CHARSET.matcher(type);
        if (charset.find()) {
            return new String(bytes, charset(charset.group(1)));
        }
        if (type.toLowerCase(Locale.ROOT).contains("xml")) {
            String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
            Matcher encoding = XML_ENCODING.matcher(start);
            if (encoding.find()) {
                return new String(bytes, charset(encoding.group(1)));
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            if (Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        } catch (IllegalCharsetNameException e) {
            // Told below, as for one that nobody knows.
        }
        throw new NetSuiteUnavailableException(
                "The RESTlet's answer names a character encoding that this Java does not know, so it"
                        + " cannot be read. Whether the script ran is not in doubt: it did.");
    }
}
