package io.github.camelnetsuite.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not a 2xx, with no more of its body than an error needs.
 *
 * @param text the body; empty when there is none
 * @param retryAfter how long it asks to wait; null when it does not say
 * @param location value of the {@code Location} header; null when there is none
 * @param cutOff whether the body goes on
 */
record RefusedAnswer(
        int status,
        String text,
        @Nullable Duration retryAfter,
        @Nullable String location,
        boolean cutOff) {

    private static final int MAX_BYTES = 64 * 1024;

    /** A server in between may show the request it got. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}+\\.[\\w-]++(?:\\.[\\w-]*+)?");

    static RefusedAnswer read(ClassicHttpResponse response, Instant now) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BYTES);
        return new RefusedAnswer(
                response.getCode(),
                TOKEN.matcher(new String(body, StandardCharsets.UTF_8)).replaceAll("<redacted>"),
                RetryAfter.read(header(response, HttpHeaders.RETRY_AFTER), header(response, HttpHeaders.DATE), now),
                header(response, HttpHeaders.LOCATION),
                body.length == MAX_BYTES);
    }

    /** Without this token, which a server in between may show too. */
    RefusedAnswer hiding(String token) {
        return text.contains(token)
                ? new RefusedAnswer(status, text.replace(token, "<redacted>"), retryAfter, location, cutOff)
                : this;
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
