package io.github.camelnetsuite.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.ErrorFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads a token answer: tolerant of what does not matter (content type, unknown members, a lifetime written as text), strict with
 * what does. Nothing of a body reaches a message, because a body can hold a token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">RFC 6749, section 5</a>
 */
final class TokenAnswerReader {

    /** NetSuite's tokens have one to two KiB; beyond this no server would take the header back. */
    private static final int LONGEST_TOKEN = 16 * 1024;

    /** What NetSuite documents, for an answer that does not say. */
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(60);

    /** No server means more; a lifetime in milliseconds would look like this. */
    private static final Duration LONGEST_LIFETIME = Duration.ofHours(24);

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TokenAnswerReader() {}

    static TokenAnswer read(String host, HttpResponse answer, byte[] body) {
        int status = answer.getCode();
        Instant serverTime = DateUtils.parseStandardDate(answer, HttpHeaders.DATE);
        JsonNode json = parse(body);
        if (status == 200 && json != null && !json.has("error")) {
            return granted(host, json, serverTime);
        }
        String error = error(json);
        TokenFault fault = status == 200 && error != null ? TokenFault.of(400, error) : TokenFault.of(status, error);
        String seen =
                "The token endpoint " + host + " answered HTTP " + status + seen(answer, status, json, error) + ".";
        return TokenAnswer.Failed.of(fault, seen, facts(answer, status, error), serverTime);
    }

    private static TokenAnswer granted(String host, JsonNode json, @Nullable Instant serverTime) {
        String flaw = flaw(json);
        Duration lifetime = lifetime(json.get("expires_in"));
        if (flaw == null && lifetime != null) {
            return new TokenAnswer.Granted(json.path("access_token").textValue(), lifetime, serverTime);
        }
        String seen = "The token endpoint " + host + " answered HTTP 200, but "
                + (flaw == null ? "expires_in is not a positive number of seconds" : flaw) + ".";
        return TokenAnswer.Failed.of(TokenFault.UNREADABLE, seen, ErrorFacts.status(200), serverTime);
    }

    private static @Nullable String flaw(JsonNode json) {
        String token = json.path("access_token").textValue();
        if (token == null || token.isEmpty()) {
            return "without an access_token";
        }
        if (token.length() > LONGEST_TOKEN) {
            return "its access_token is longer than 16 KiB";
        }
        if (!TOKEN.matcher(token).matches()) {
            return "its access_token holds characters that no header may carry";
        }
        JsonNode type = json.get("token_type");
        if (type != null && !"bearer".equalsIgnoreCase(type.asText())) {
            return "its token_type is not Bearer";
        }
        return null;
    }

    private static @Nullable Duration lifetime(@Nullable JsonNode expiresIn) {
        if (expiresIn == null || expiresIn.isNull()) {
            return USUAL_LIFETIME;
        }
        BigDecimal seconds;
        try {
            seconds = expiresIn.isNumber()
                    ? expiresIn.decimalValue()
                    : new BigDecimal(expiresIn.asText().strip());
        } catch (NumberFormatException e) {
            return null;
        }
        if (seconds.compareTo(BigDecimal.ONE) < 0) {
            return null;
        }
        return seconds.compareTo(BigDecimal.valueOf(LONGEST_LIFETIME.toSeconds())) > 0
                ? LONGEST_LIFETIME
                : Duration.ofSeconds(seconds.longValue());
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json != null && json.isObject() ? json : null;
        } catch (IOException e) {
            return null; // The exception quotes the body, and the body may hold a token.
        }
    }

    private static @Nullable String error(@Nullable JsonNode json) {
        String error = json == null ? null : json.path("error").textValue();
        return error != null && ERROR_CODE.matcher(error).matches() ? error : null;
    }

    private static String seen(HttpResponse answer, int status, @Nullable JsonNode json, @Nullable String error) {
        if (status / 100 == 3) {
            return ", a redirect to " + target(answer)
                    + ", which is not followed because the assertion must not go there";
        }
        if (status == 407) {
            return ": the proxy wants a login; set http[proxyAuthUsername] and http[proxyAuthPassword]";
        }
        if (error != null) {
            return " " + error;
        }
        return json == null
                ? " with " + contentType(answer) + " instead of the JSON of a token answer"
                : " without an OAuth error";
    }

    private static String target(HttpResponse answer) {
        Header location = answer.getFirstHeader(HttpHeaders.LOCATION);
        try {
            String host =
                    location == null ? null : URI.create(location.getValue()).getHost();
            return host == null ? "the same host" : "the host " + host;
        } catch (IllegalArgumentException | NullPointerException e) {
            return "an unreadable address";
        }
    }

    private static String contentType(HttpResponse answer) {
        Header type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                        && String.valueOf(type.getValue())
                                .toLowerCase(Locale.ROOT)
                                .contains("html")
                ? "an HTML page"
                : "something else";
    }

    private static ErrorFacts facts(HttpResponse answer, int status, @Nullable String error) {
        return new ErrorFacts(status, error, null, retryAfter(answer));
    }

    /** Seconds only; a date would need the server's clock, and none was ever seen. */
    private static @Nullable Duration retryAfter(HttpResponse answer) {
        Header header = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return header != null && String.valueOf(header.getValue()).strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header.getValue().strip()))
                : null;
    }
}
