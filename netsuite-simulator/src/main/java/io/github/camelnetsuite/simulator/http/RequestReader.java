package io.github.camelnetsuite.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 requests off one connection; bounded, since callers may be hostile. */
final class RequestReader {

    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_HEADERS = 200;

    /** NetSuite help, "REST web services governance": a request may have 104 MB. */
    private static final long MAX_BODY = 104L * 1024 * 1024;

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Service service;
    private final InputStream in;
    private final OutputStream out;

    RequestReader(Service service, InputStream in, OutputStream out) {
        this.service = service;
        this.in = in;
        this.out = out;
    }

    /** The next request; empty when the caller has closed the connection between two. */
    Optional<Received> next() throws IOException {
        String start = line(true);
        if (start == null) {
            return Optional.empty();
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3 || !parts[1].startsWith("/") || !parts[2].startsWith("HTTP/1.")) {
            throw new IOException("Not an HTTP/1.1 request line");
        }
        var headers = new Headers(headerLines());
        byte[] body = body(headers);
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        String query = question < 0 ? "" : parts[1].substring(question + 1);
        boolean keepAlive = parts[2].equals("HTTP/1.1")
                && headers.values("Connection").stream()
                        .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"));
        return Optional.of(new Received(new Request(service, parts[0], path, query, headers, body), keepAlive));
    }

    record Received(Request request, boolean keepAlive) {}

    private List<Headers.Header> headerLines() throws IOException {
        var headers = new ArrayList<Headers.Header>();
        for (String line = line(false); line != null && !line.isEmpty(); line = line(false)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() == MAX_HEADERS) {
                throw new IOException("Malformed or too many headers");
            }
            headers.add(new Headers.Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] body(Headers headers) throws IOException {
        boolean chunked = headers.first("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
        long length = headers.first("Content-Length").map(Long::parseLong).orElse(0L);
        if ((chunked || length > 0) && headers.has("Expect")) {
            out.write(CONTINUE);
            out.flush();
        }
        return chunked ? chunks() : exactly(length);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line(false);
            int end = size == null ? -1 : size.indexOf(';');
            int length = Integer.parseInt(
                    end < 0 ? String.valueOf(size) : String.valueOf(size).substring(0, end), 16);
            if (length == 0) {
                headerLines();
                return body.toByteArray();
            }
            if (body.size() + (long) length > MAX_BODY) {
                throw new IOException("Body over " + MAX_BODY + " bytes");
            }
            body.write(exactly(length));
            line(false);
        }
    }

    private byte[] exactly(long length) throws IOException {
        if (length < 0 || length > MAX_BODY) {
            throw new IOException("Body over " + MAX_BODY + " bytes");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("Body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private @Nullable String line(boolean mayEnd) throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                if (mayEnd && line.size() == 0) {
                    return null;
                }
                throw new EOFException("Request ended in its head");
            }
            if (line.size() == MAX_LINE) {
                throw new IOException("Line over " + MAX_LINE + " bytes");
            }
            line.write(read);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
