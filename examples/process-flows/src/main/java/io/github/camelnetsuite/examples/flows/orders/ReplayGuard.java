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
 *
 * <p>A second copy is told that we have the message only once it is stored. Earlier that would be a promise nobody can keep: should
 * storing fail, a sender whose first connection has broken would have heard of nothing but that promise.
 */
public final class ReplayGuard {

    private static final Duration MEMORY = WebhookSignature.WINDOW.multipliedBy(2);

    private final Clock clock;
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> stored = new HashSet<>();
    private final Deque<Stored> byAge = new ArrayDeque<>();

    private record Stored(String message, Instant at) {}

    public ReplayGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets a message pass once. After that it is refused with 409, and with 503 while it is not yet known whether it can be stored.
     *
     * @return what the message is remembered by
     */
    public String admit(@Header(WebhookSignature.TIMESTAMP) String timestamp, @Body byte[] body) {
        String message = digest(timestamp, body);
        Instant now = clock.instant();
        synchronized (this) {
            while (!byAge.isEmpty() && byAge.getFirst().at().plus(MEMORY).isBefore(now)) {
                stored.remove(byAge.removeFirst().message());
            }
            if (stored.contains(message)) {
                throw new WebhookRefused(
                        409,
                        "This very message has been here before and is safe; nothing was done again. To send an order again, sign it"
                                + " anew.");
            }
            if (!underWay.add(message)) {
                throw new WebhookRefused(
                        503,
                        "A copy of this message is being stored just now. Send it again to learn what became of it.");
            }
        }
        return message;
    }

    /** Remembers a message that has been stored. */
    public synchronized void stored(@Variable("message") String message) {
        underWay.remove(message);
        if (stored.add(message)) {
            byAge.addLast(new Stored(message, clock.instant()));
        }
    }

    /** Forgets a message that could not be stored, so that the shop can send it again as it is. */
    public synchronized void forget(@Variable("message") @Nullable String message) {
        underWay.remove(message);
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
