package io.github.camelnetsuite.examples.boot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An order as the shop sends it. Refuses what is missing, too long or out of range. */
record ShopOrder(String id, Customer customer, List<Line> lines) {

    ShopOrder {
        matching(id, "id", "[A-Za-z0-9_-]{1,40}");
        given(customer, "customer");
        lines = given(lines, "lines");
        if (lines.isEmpty() || lines.size() > 500) {
            throw new OrderRefused(400, "lines has to be a list of 1 to 500 lines.");
        }
        lines = List.copyOf(lines);
    }

    String externalId() {
        return external(id);
    }

    /** A short digest of the order as it is written: the same whenever the shop sends it again. */
    String contentMark() {
        StringBuilder content = new StringBuilder(id + "\n" + customer.id() + "\n");
        for (Line line : lines) {
            content.append(line.sku()).append('\n');
            content.append(line.quantity()).append('\n');
            content.append(line.price().stripTrailingZeros().toPlainString()).append('\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    /** NetSuite takes no notice of case in external IDs, so neither do we. */
    private static String external(String id) {
        return ("SHOP-" + id).toUpperCase(Locale.ROOT);
    }

    record Customer(String id, String name, String email) {

        Customer {
            matching(id, "customer.id", "[A-Za-z0-9_-]{1,40}");
            matching(name, "customer.name", "[^\\p{Cntrl}]{1,80}");
            matching(email, "customer.email", "[^\\p{Cntrl}\\s]{3,250}");
        }

        String externalId() {
            return external(id);
        }
    }

    record Line(String sku, int quantity, BigDecimal price) {

        Line {
            matching(sku, "sku", "[^\\p{Cntrl}]{1,60}");
            given(price, "price");
            if (quantity < 1 || quantity > 100_000) {
                throw new OrderRefused(400, "quantity has to be from 1 to 100000.");
            }
            // Also bounds what a number such as 1e999999999 would become when it is written out.
            if (price.signum() < 0 || price.precision() > 12 || price.scale() < 0 || price.scale() > 5) {
                throw new OrderRefused(400, "price has to be a number with at most 12 digits, 5 of them decimals.");
            }
        }
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new OrderRefused(400, name + " is missing.");
        }
        return value;
    }

    private static void matching(@Nullable String value, String name, String form) {
        if (!given(value, name).matches(form)) {
            throw new OrderRefused(400, name + " is not of the form " + form + ".");
        }
    }
}
