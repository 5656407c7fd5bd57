package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.token.BrokenConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** Sends one request, bounded in time as a whole and in what is read of the answer. */
final class Probe {

    private static final int LONGEST = 64 * 1024;

    private final HttpClient http;
    private final Duration timeout;

    Probe(HttpClient http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /** @throws NoAnswerException when none came, saying why */
    ProbeAnswer send(HttpUriRequestBase request) throws NoAnswerException {
        String host = request.getAuthority().getHostName();
        HttpClientContext context = HttpClientContext.create();
        AtomicBoolean late = new AtomicBoolean();
        var timer = new CompletableFuture<Void>().orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        var cutOff = timer.exceptionally(tooLate -> {
            late.set(true);
            request.cancel();
            return null;
        });
        try {
            return http.execute(request, context, answer -> read(answer, context));
        } catch (IOException | IllegalStateException e) {
            throw new NoAnswerException(
                    late.get() ? BrokenConnection.tooSlow(host, timeout) : BrokenConnection.of(host, e));
        } finally {
            timer.complete(null);
            cutOff.cancel(false);
        }
    }

    private static ProbeAnswer read(ClassicHttpResponse answer, HttpClientContext context) throws IOException {
        HttpEntity entity = answer.getEntity();
        byte[] start = entity == null || entity.getContent() == null
                ? new byte[0]
                : entity.getContent().readNBytes(LONGEST);
        ProbeAnswer read = ProbeAnswer.of(answer, start, context.getSSLSession());
        if (start.length == LONGEST) {
            // Otherwise the client would read the rest, however long, to use the connection again.
            answer.close();
        }
        return read;
    }
}
