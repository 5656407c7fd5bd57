package io.github.camelnetsuite.examples.flows.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as the shop wants it.
 *
 * @param id internal ID of the item in NetSuite
 * @param price base price; null when the item has none
 * @param active whether it may be sold
 * @param modified when NetSuite last changed it, in the account's time zone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Product(
        String id,
        String sku,
        @Nullable String name,
        @Nullable String description,
        @Nullable BigDecimal price,
        boolean active,
        String modified) {}
