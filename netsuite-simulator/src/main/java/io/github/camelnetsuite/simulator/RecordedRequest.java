package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Headers;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that arrived, whatever became of it.
 *
 * @param service the port it came to
 * @param path as sent
 * @param query as sent, without the question mark; empty when there is none
 * @param headers in the order sent; of {@code Authorization} only the scheme and a short hash of the rest
 * @param bodySize in bytes
 * @param body the start of the body as text; empty for token and certificate requests, which hold secrets
 */
public record RecordedRequest(
        Instant time,
        Service service,
        String method,
        String path,
        String query,
        List<Headers.Header> headers,
        int bodySize,
        String body) {

    private static final int MAX_BODY = 16 * 1024;

    public RecordedRequest {
        headers = List.copyOf(headers);
    }

    static RecordedRequest of(Request request, Instant time) {
        var headers = new ArrayList<Headers.Header>();
        for (Headers.Header header : request.headers().all()) {
            headers.add(isSecret(header.name()) ? new Headers.Header(header.name(), hashed(header.value())) : header);
        }
        boolean secret = request.path().startsWith("/services/rest/auth/");
        String body = secret ? "" : request.bodyText();
        return new RecordedRequest(
                time,
                request.service(),
                request.method(),
                request.path(),
                request.query(),
                headers,
                request.body().length,
                body.length() > MAX_BODY ? body.substring(0, MAX_BODY) : body);
    }

    /** Whether it asked for an access token. */
    public boolean isToken() {
        return path.equals(Audiences.TOKEN_PATH);
    }

    boolean isRestlet() {
        return path.equals(Site.RESTLET_PATH);
    }

    /** Whether serving it may have changed something; a query is a POST that does not. */
    boolean mayWrite() {
        return !method.equals("GET") && (isRestlet() || path.startsWith(RecordEndpoint.PATH + "/"));
    }

    /** The first value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return new Headers(headers).first(name);
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("authorization") || lower.equals("cookie") || lower.equals("proxy-authorization");
    }

    private static String hashed(String value) {
        int space = value.indexOf(' ');
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(value.substring(space + 1).getBytes(StandardCharsets.UTF_8));
            return value.substring(0, space + 1) + "#" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
