package io.github.camelnetsuite.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;

/** The outgoing half of a connection, for one answer. */
public final class Wire {

    private final OutputStream out;
    private final Instant now;
    private final boolean keepAlive;
    private final boolean headOnly;

    Wire(OutputStream out, Instant now, boolean keepAlive, boolean headOnly) {
        this.out = out;
        this.now = now;
        this.keepAlive = keepAlive;
        this.headOnly = headOnly;
    }

    /** Whether the caller wants to go on using the connection. */
    public boolean keepAlive() {
        return keepAlive;
    }

    /** Head and body in one write, so that no half of it waits for the other's acknowledgement. */
    public void send(int status, Map<String, String> headers, long contentLength, byte[] body) throws IOException {
        byte[] head = head(status, headers, contentLength).getBytes(StandardCharsets.ISO_8859_1);
        int bodyLength = headOnly ? 0 : body.length;
        byte[] whole = Arrays.copyOf(head, head.length + bodyLength);
        System.arraycopy(body, 0, whole, head.length, bodyLength);
        out.write(whole);
        out.flush();
    }

    /** More of a body whose head has been sent. */
    public void sendMore(byte[] part) throws IOException {
        out.write(part);
        out.flush();
    }

    private String head(int status, Map<String, String> headers, long contentLength) {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(ReasonPhrase.of(status));
        if (!headers.containsKey("Date")) {
            line(head, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)));
        }
        headers.forEach((name, value) -> line(head, name, value));
        if (status != 204 && status != 304) {
            line(head, "Content-Length", Long.toString(contentLength));
        }
        if (!keepAlive) {
            line(head, "Connection", "close");
        }
        return head.append("\r\n\r\n").toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append("\r\n").append(name).append(": ").append(value.replaceAll("[\\r\\n]", " "));
    }
}
