package io.github.camelnetsuite.examples.flows.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Takes each signed message once. It remembers what was signed, time stamp and body, and not the signature: during a rotation one
 * message has two. Beyond twice the window the time stamp keeps a message out by itself, so memory stays bounded. Thread-safe.
 */
public final class ReplayGuard {

    private static final Duration MEMORY = WebhookSignature.WINDOW.multipliedBy(2);

    private final Clock clock;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Seen> byAge = new ArrayDeque<>();

    private record Seen(String message, Instant at) {}

    public ReplayGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets a message pass once and refuses it with 409 after that.
     *
     * @return what the message is remembered by
     */
    public String admit(@Header(WebhookSignature.TIMESTAMP) String timestamp, @Body byte[] body) {
        String message = digest(timestamp, body);
        Instant now = clock.instant();
        synchronized (this) {
            while (!byAge.isEmpty() && byAge.getFirst().at().plus(MEMORY).isBefore(now)) {
                seen.remove(byAge.removeFirst().message());
            }
            if (!seen.add(message)) {
                throw new WebhookRefused(
                        409,
                        "This very message has been here before; nothing was done again. To send an order again, sign it anew.");
            }
            byAge.addLast(new Seen(message, now));
        }
        return message;
    }

    /** Forgets a message that could not be stored, so that the shop can send it again as it is. */
    public synchronized void forget(@Variable("message") @Nullable String message) {
        if (message != null && seen.remove(message)) {
            byAge.removeIf(one -> one.message().equals(message));
        }
    }

    private static String digest(String timestamp, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
