package io.github.camelnetsuite.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not a 2xx, with no more of its body than an error needs.
 *
 * @param text the body; empty when there is none
 * @param retryAfter value of the {@code Retry-After} header; null when there is none
 * @param cutOff whether the body goes on
 */
record RefusedAnswer(int status, String text, @Nullable String retryAfter, boolean cutOff) {

    private static final int MAX_BYTES = 64 * 1024;

    static RefusedAnswer read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BYTES);
        Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return new RefusedAnswer(
                response.getCode(),
                new String(body, StandardCharsets.UTF_8),
                retryAfter == null ? null : retryAfter.getValue(),
                body.length == MAX_BYTES);
    }
}
