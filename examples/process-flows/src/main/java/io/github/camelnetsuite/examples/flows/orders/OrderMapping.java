package io.github.camelnetsuite.examples.flows.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Turns the shop's order into NetSuite's records. Stateless. */
public final class OrderMapping {

    private final Subsidiaries subsidiaries;

    public OrderMapping(Subsidiaries subsidiaries) {
        this.subsidiaries = subsidiaries;
    }

    /** The customer record for the one who ordered. */
    public Map<String, Object> customer(@Variable("order") ShopOrder order) {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("externalId", order.customerExternalId());
        customer.put("companyName", order.customer().name());
        customer.put("email", order.customer().email());
        customer.put("subsidiary", reference(subsidiaries.of(order.store())));
        return customer;
    }

    /** The parameters of the query that finds the order's items. */
    public Map<String, Object> skus(@Variable("order") ShopOrder order) {
        return Map.of(
                "skus",
                new TreeSet<>(order.lines().stream().map(ShopOrder.Line::sku).toList()));
    }

    /**
     * The sales order record.
     *
     * @param items rows of ID and SKU
     * @throws UnmappableOrder when an item is not among them, or is there more than once
     */
    public Map<String, Object> salesOrder(
            @Variable("order") ShopOrder order,
            @Variable("customerId") String customerId,
            @Body Iterator<Map<String, Object>> items) {
        Map<String, String> ids = new HashMap<>();
        items.forEachRemaining(row -> {
            String sku = String.valueOf(row.get("sku"));
            String id = String.valueOf(row.get("id"));
            String other = ids.put(sku, id);
            if (other != null && !other.equals(id)) {
                throw new UnmappableOrder("NetSuite has two items '" + sku + "', with the internal IDs " + other
                        + " and " + id + ", and nothing says which of them was sold. Rename one, then replay.");
            }
        });
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ShopOrder.Line line : order.lines()) {
            String item = ids.get(line.sku());
            if (item == null) {
                throw new UnmappableOrder("NetSuite has no item '" + line.sku()
                        + "', or the role may not see it. Create it or correct its name, then replay.");
            }
            lines.add(Map.of("item", reference(item), "quantity", line.quantity(), "rate", line.price()));
        }
        Map<String, Object> salesOrder = new LinkedHashMap<>();
        salesOrder.put("externalId", order.externalId());
        salesOrder.put("entity", reference(customerId));
        salesOrder.put("subsidiary", reference(subsidiaries.of(order.store())));
        salesOrder.put("otherRefNum", order.id());
        // The mark tells this order from another one that comes under the same number; see Duplicates.
        salesOrder.put(
                "memo", "Order " + order.id() + " of the store " + order.store() + " [" + order.contentMark() + "]");
        salesOrder.put("item", Map.of("items", lines));
        return salesOrder;
    }

    private static Map<String, String> reference(String id) {
        return Map.of("id", id);
    }
}
