package io.github.camelnetsuite.examples.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets in what the shop has signed within the last minutes: HMAC-SHA256 in hexadecimal digits, with the shared secret, over the time
 * stamp, a full stop and the body as sent. Thread-safe; does not print.
 */
@Component("webhook")
class Webhook {

    static final String TIMESTAMP = "X-Shop-Timestamp";
    static final String SIGNATURE = "X-Shop-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LARGEST = 256 * 1024;
    private static final int LEAST_SECRET = 16;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String secret;
    private final Clock clock;

    @Autowired
    Webhook(ExampleSettings settings) {
        this(settings.webhookSecret(), Clock.systemUTC());
    }

    Webhook(String secret, Clock clock) {
        if (!secret.isBlank() && secret.length() < LEAST_SECRET) {
            throw new IllegalArgumentException("example.webhook-secret has " + secret.length()
                    + " characters; at least " + LEAST_SECRET + " are needed. Make one: openssl rand -hex 32");
        }
        if (secret.isBlank()) {
            LOG.warn("example.webhook-secret is not set: the webhook refuses every order.");
        }
        this.secret = secret;
        this.clock = clock;
    }

    /** The body, read within bounds, once it is sure that the shop has sent it. */
    byte[] verified(
            @Header(TIMESTAMP) @Nullable String timestamp,
            @Header(SIGNATURE) @Nullable String signature,
            @Body InputStream in)
            throws IOException {
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new OrderRefused(413, "An order has at most " + LARGEST + " bytes.");
        }
        if (secret.isBlank()
                || timestamp == null
                || !timestamp.matches("[0-9]{1,12}")
                || signature == null
                || !signature.matches("[0-9a-fA-F]{64}")
                || !MessageDigest.isEqual(mac(timestamp, body), HexFormat.of().parseHex(signature))) {
            throw new OrderRefused(401, "The signature is missing or wrong.");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw new OrderRefused(
                    401, "The time stamp is more than " + WINDOW.toMinutes() + " minutes from our time.");
        }
        return body;
    }

    /** The order in a message. */
    ShopOrder order(@Body byte[] body) throws IOException {
        try {
            return json.readValue(body, ShopOrder.class);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof OrderRefused refused) {
                throw refused;
            }
            throw e;
        } catch (JsonProcessingException e) {
            throw new OrderRefused(400, "The body is not the JSON of an order.");
        }
    }

    /** The signature of a message. */
    String sign(String timestamp, byte[] body) {
        return HexFormat.of().formatHex(mac(timestamp, body));
    }

    private byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This JDK cannot do HMAC-SHA256", e);
        }
    }
}
