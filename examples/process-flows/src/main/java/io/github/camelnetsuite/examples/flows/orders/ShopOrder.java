package io.github.camelnetsuite.examples.flows.orders;

import java.math.BigDecimal;
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

    /** NetSuite takes no notice of case in external IDs, so neither do we. */
    private String external(String of) {
        return (PREFIX + store + "-" + of).toUpperCase(Locale.ROOT);
    }
}
