package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.orders.WebhookSecret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The shop the flows work with.
 *
 * @param url where it takes products; empty for the stand-in
 * @param secrets what its messages are signed with: one, or two while rotating
 * @param knownToNobody whether the secret was made up here, so that only the stand-in can sign
 */
public record ShopSettings(Optional<URI> url, List<WebhookSecret> secrets, boolean knownToNobody) {

    public ShopSettings {
        secrets = List.copyOf(secrets);
    }

    /**
     * The shop of the environment.
     *
     * @throws IllegalArgumentException when a setting is missing or wrong
     */
    public static ShopSettings of(Map<String, String> environment) {
        String url = environment.getOrDefault("SHOP_URL", "").strip();
        if (url.isEmpty() && environment.containsKey("SHOP_URL")) {
            throw new IllegalArgumentException(
                    "SHOP_URL is set but blank. Set it to the address of the shop, or unset it to send products to a stand-in.");
        }
        List<WebhookSecret> secrets = new ArrayList<>();
        for (String variable : List.of("WEBHOOK_SECRET", "WEBHOOK_SECRET_OLD")) {
            String secret = environment.getOrDefault(variable, "");
            if (!secret.isBlank()) {
                secrets.add(WebhookSecret.of(secret));
            }
        }
        if (secrets.size() == 1
                && environment.getOrDefault("WEBHOOK_SECRET", "").isBlank()) {
            throw new IllegalArgumentException(
                    "WEBHOOK_SECRET_OLD is set but WEBHOOK_SECRET is missing. Set WEBHOOK_SECRET to the secret in use; the old one"
                            + " only serves while the shop still signs with it.");
        }
        boolean knownToNobody = secrets.isEmpty();
        if (knownToNobody) {
            if (!url.isEmpty()) {
                throw new IllegalArgumentException(
                        "SHOP_URL is set but WEBHOOK_SECRET is missing, so no order of that shop could be told from a forged"
                                + " one. Set WEBHOOK_SECRET to the secret the shop signs with.");
            }
            secrets.add(WebhookSecret.random());
        }
        return new ShopSettings(url.isEmpty() ? Optional.empty() : Optional.of(httpUrl(url)), secrets, knownToNobody);
    }

    /**
     * Names the shop, for what is remembered of it: {@code shop.example.com/api}, with the port unless it is the usual one; {@code
     * stand-in} without an address.
     */
    String identity() {
        return url.map(address -> {
                    int port = address.getPort();
                    String usual = "https".equalsIgnoreCase(address.getScheme()) ? ":443" : ":80";
                    String written = port < 0 ? "" : ":" + port;
                    return address.getHost().toLowerCase(Locale.ROOT)
                            + (written.equals(usual) ? "" : written)
                            + address.getRawPath();
                })
                .orElse("stand-in");
    }

    /** Whether there is a shop other than the stand-in: it takes products, or signs orders. */
    boolean ofOnesOwn() {
        return url.isPresent() || !knownToNobody;
    }

    private static URI httpUrl(String text) {
        try {
            URI url = URI.create(text.replaceFirst("/+$", ""));
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (List.of("http", "https").contains(scheme)
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without a text that could hold a password.
        }
        throw new IllegalArgumentException(
                "SHOP_URL is not of the form https://shop.example.com/api, without user name, query or fragment.");
    }
}
