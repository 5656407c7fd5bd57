package io.github.camelnetsuite.examples.flows.orders;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret the shop and the order flow share. Immutable; does not print. */
public final class WebhookSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_CHARACTERS = 16;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] value) {
        this.key = new SecretKeySpec(value, ALGORITHM);
    }

    /**
     * The secret of this text.
     *
     * @throws IllegalArgumentException when it is too short to keep anybody out
     */
    public static WebhookSecret of(String text) {
        String stripped = text.strip();
        if (stripped.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException("A webhook secret has " + stripped.length() + " characters; at least "
                    + LEAST_CHARACTERS + " are needed. Make one: openssl rand -hex 32");
        }
        return new WebhookSecret(stripped.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret nobody has seen. */
    public static WebhookSecret random() {
        byte[] value = new byte[32];
        new SecureRandom().nextBytes(value);
        return new WebhookSecret(value);
    }

    /** The signature of a message: HMAC-SHA256 over time stamp, full stop and body as sent, in hexadecimal digits. */
    public String sign(String timestamp, byte[] body) {
        return HexFormat.of().formatHex(mac(timestamp, body));
    }

    byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This JDK cannot do " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[<redacted>]";
    }
}
