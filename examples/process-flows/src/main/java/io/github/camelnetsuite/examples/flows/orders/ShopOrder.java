package io.github.camelnetsuite.examples.flows.orders;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** An order as the shop sends it. */
public record ShopOrder(String id, String store, Customer customer, List<Line> lines) {

    private static final String PREFIX = "SHOP-";

    /** Who has ordered. */
    public record Customer(String id, String name, String email) {}

    /** What and how much was ordered, and the price of one. */
    public record Line(String sku, BigDecimal quantity, BigDecimal price) {}

    public ShopOrder {
        lines = List.copyOf(lines);
    }

    /** The order's external ID in NetSuite. It names the store, since two stores may both have an order 1001. */
    public String externalId() {
        return external(id);
    }

    /** The customer's external ID: one customer for each store, because a NetSuite customer has one primary subsidiary. */
    public String customerExternalId() {
        return external(customer.id());
    }

    /**
     * A short digest of what the sales order is made of: the same whenever the shop sends the order again. The number counts as it is
     * written, for the external ID does not tell {@code a1} from {@code A1}.
     */
    String contentMark() {
        // Line feeds are in none of the parts.
        StringBuilder content =
                new StringBuilder(id + "\n" + store.toUpperCase(Locale.ROOT) + "\n" + customer.id() + "\n");
        for (Line line : lines) {
            content.append(line.sku()).append('\n');
            content.append(plain(line.quantity())).append('\n');
            content.append(plain(line.price())).append('\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** NetSuite takes no notice of case in external IDs, so neither do we. */
    private String external(String of) {
        return (PREFIX + store + "-" + of).toUpperCase(Locale.ROOT);
    }
}
