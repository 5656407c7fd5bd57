package io.github.camelnetsuite.examples.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the shop's order into NetSuite's records. Stateless. */
@Component("orderRecords")
class OrderRecords {

    private static final Pattern MARK = Pattern.compile("\\[([0-9a-f]{12})]");

    private final Map<String, String> subsidiary;

    OrderRecords(ExampleSettings settings) {
        this.subsidiary = Map.of("id", settings.subsidiary());
    }

    Map<String, Object> customer(@Variable("order") ShopOrder order) {
        return Map.of(
                "companyName", order.customer().name(),
                "email", order.customer().email(),
                "subsidiary", subsidiary);
    }

    /** The parameters of the query that finds the order's items. */
    Map<String, Object> skus(@Variable("order") ShopOrder order) {
        return Map.of(
                "skus",
                new TreeSet<>(order.lines().stream().map(ShopOrder.Line::sku).toList()));
    }

    /**
     * Lets an order pass whose sales order is in NetSuite, made of the same content; also when that cannot be told, because somebody has
     * changed the memo.
     */
    void same(@Variable("order") ShopOrder order, @Body Map<String, Object> salesOrder) {
        Matcher mark = MARK.matcher(String.valueOf(salesOrder.get("memo")));
        if (mark.find() && !mark.group(1).equals(order.contentMark())) {
            throw new OrderRefused(
                    409,
                    "NetSuite has the sales order " + order.externalId()
                            + " already, made of other content, and it was left as"
                            + " it is. Another order needs a number of its own; a change is to be made in NetSuite.");
        }
    }

    /** The sales order, whose items were found as rows of ID and SKU. */
    Map<String, Object> salesOrder(
            @Variable("order") ShopOrder order,
            @Variable("customerId") @Nullable String customerId,
            @Body Iterator<Map<String, Object>> items) {
        if (customerId == null) {
            throw new OrderRefused(
                    502,
                    "NetSuite gave no internal ID for the customer "
                            + order.customer().externalId() + ".");
        }
        Map<String, String> ids = new HashMap<>();
        items.forEachRemaining(row -> {
            String sku = String.valueOf(row.get("sku"));
            String id = String.valueOf(row.get("id"));
            String other = ids.put(sku, id);
            if (other != null && !other.equals(id)) {
                throw new OrderRefused(
                        422,
                        "NetSuite has two items '" + sku + "', with the internal IDs " + other + " and " + id + ".");
            }
        });
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ShopOrder.Line line : order.lines()) {
            String item = ids.get(line.sku());
            if (item == null) {
                throw new OrderRefused(422, "NetSuite has no item '" + line.sku() + "', or the role may not see it.");
            }
            lines.add(Map.of("item", Map.of("id", item), "quantity", line.quantity(), "rate", line.price()));
        }
        Map<String, Object> salesOrder = new LinkedHashMap<>();
        salesOrder.put("externalId", order.externalId());
        salesOrder.put("entity", Map.of("id", customerId));
        salesOrder.put("subsidiary", subsidiary);
        // The mark tells this order from another one that comes under the same number.
        salesOrder.put("memo", "Order " + order.id() + " [" + order.contentMark() + "]");
        salesOrder.put("item", Map.of("items", lines));
        return salesOrder;
    }
}
