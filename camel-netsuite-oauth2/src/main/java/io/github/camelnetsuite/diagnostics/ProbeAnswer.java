package io.github.camelnetsuite.diagnostics;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An answer, or as much of it as a check needs.
 *
 * @param contentType lower case; empty when there was none
 * @param body at most 64 KiB of it; it may hold data, so it is never shown as it is
 * @param serverTime of its {@code Date} header; null without one
 * @param target the host a redirect points to; null when it is no redirect or names no host
 * @param tls protocol and issuer of the server's certificate; null for plain http
 */
record ProbeAnswer(
        int status,
        String contentType,
        String body,
        @Nullable Instant serverTime,
        @Nullable String target,
        @Nullable String tls) {

    static ProbeAnswer of(ClassicHttpResponse answer, byte[] start, @Nullable SSLSession session) {
        return new ProbeAnswer(
                answer.getCode(),
                header(answer, HttpHeaders.CONTENT_TYPE).toLowerCase(Locale.ROOT),
                new String(start, StandardCharsets.UTF_8),
                DateUtils.parseStandardDate(answer, HttpHeaders.DATE),
                host(header(answer, HttpHeaders.LOCATION)),
                session == null ? null : tls(session));
    }

    boolean redirect() {
        return status >= 300 && status < 400;
    }

    boolean html() {
        return contentType.contains("html");
    }

    /** Its status, and in a word what it is when it is not NetSuite's JSON. */
    String shown() {
        if (redirect()) {
            return "HTTP " + status + ", a redirect to " + (target == null ? "the same host" : "the host " + target);
        }
        return "HTTP " + status + (html() ? " with an HTML page" : "");
    }

    private static String header(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private static @Nullable String host(String location) {
        try {
            return URI.create(location).getHost();
        } catch (IllegalArgumentException e) {
            return "an unreadable address";
        }
    }

    private static String tls(SSLSession session) {
        return session.getProtocol() + ", certificate issued by "
                + issuer(session).orElse("an unknown authority");
    }

    private static Optional<String> issuer(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate certificate
                    ? Optional.of(certificate.getIssuerX500Principal().getName())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
