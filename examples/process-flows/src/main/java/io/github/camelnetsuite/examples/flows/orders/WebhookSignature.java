package io.github.camelnetsuite.examples.flows.orders;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a message comes from the shop and is of now. While a secret is being rotated two are active, and the shop may send
 * the signatures of both, separated by a comma. Immutable.
 */
public final class WebhookSignature {

    /** When the message was signed, in seconds since 1970. */
    public static final String TIMESTAMP = "X-Shop-Timestamp";

    /** The signature, see {@link WebhookSecret#sign}. */
    public static final String SIGNATURE = "X-Shop-Signature";

    /** How far a time stamp may be from now, in both directions. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern SIGNATURES = Pattern.compile("[0-9a-fA-F]{64}(?: ?, ?[0-9a-fA-F]{64})?");

    private final List<WebhookSecret> secrets;
    private final Clock clock;

    /**
     * Verifies with these secrets.
     *
     * @param secrets one, or two while rotating
     */
    public WebhookSignature(List<WebhookSecret> secrets, Clock clock) {
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException("One or two webhook secrets are needed, not " + secrets.size());
        }
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    /**
     * Lets a message pass or refuses it with 401.
     *
     * @param body as it came, byte for byte
     */
    public void verify(
            @Header(TIMESTAMP) @Nullable String timestamp,
            @Header(SIGNATURE) @Nullable String signature,
            @Body byte @Nullable [] body) {
        if (timestamp == null || !SECONDS.matcher(timestamp).matches()) {
            throw new WebhookRefused(401, "The header " + TIMESTAMP + " is missing or is not seconds since 1970.");
        }
        if (signature == null || !SIGNATURES.matcher(signature).matches()) {
            throw new WebhookRefused(
                    401, "The header " + SIGNATURE + " is missing or is not one or two signatures of 64 hex digits.");
        }
        if (!signed(timestamp, signature, body == null ? new byte[0] : body)) {
            throw new WebhookRefused(
                    401,
                    "The signature is wrong. It is HMAC-SHA256 over time stamp, full stop and body, with our secret.");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Duration off = Duration.between(sent, clock.instant()).abs();
        if (off.compareTo(WINDOW) > 0) {
            throw new WebhookRefused(
                    401,
                    "The time stamp is " + off.toSeconds() + " s from our time; at most " + WINDOW.toSeconds()
                            + " s are allowed. Send the message anew, or correct the clock.");
        }
    }

    /** Always compares every pair in full, so that the time it takes tells nothing. */
    private boolean signed(String timestamp, String signature, byte[] body) {
        List<byte[]> given = new ArrayList<>();
        for (String hex : signature.split(",", -1)) {
            given.add(HexFormat.of().parseHex(hex.strip()));
        }
        boolean signed = false;
        for (WebhookSecret secret : secrets) {
            byte[] right = secret.mac(timestamp, body);
            for (byte[] one : given) {
                signed |= MessageDigest.isEqual(right, one);
            }
        }
        return signed;
    }
}
