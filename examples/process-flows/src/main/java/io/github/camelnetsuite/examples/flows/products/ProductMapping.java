package io.github.camelnetsuite.examples.flows.products;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;

/** Turns a row of the query into the shop's product. Stateless. */
public final class ProductMapping {

    /**
     * Names this state of the item: its ID, when it was changed and a digest of the row. The digest matters because NetSuite's times
     * have whole seconds: a second change within one second must not pass for the first.
     */
    public String version(@Body Map<String, ?> row) {
        return required(row, "id") + "@" + required(row, "modified") + "#" + digest(row);
    }

    /** The product a row describes. */
    public Product product(@Body Map<String, ?> row) {
        String price = text(row, "price");
        return new Product(
                required(row, "id"),
                required(row, "sku"),
                text(row, "name"),
                text(row, "description"),
                price == null ? null : new BigDecimal(price),
                !"T".equals(text(row, "isinactive")),
                required(row, "modified"));
    }

    private static String required(Map<String, ?> row, String column) {
        String value = text(row, column);
        if (value == null) {
            throw new IllegalArgumentException("The row has no " + column);
        }
        return value;
    }

    private static @Nullable String text(Map<String, ?> row, String column) {
        Object value = row.get(column);
        return value == null ? null : value.toString();
    }

    private static String digest(Map<String, ?> row) {
        Map<String, Object> columns = new TreeMap<>(row);
        columns.remove("links");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(columns.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
