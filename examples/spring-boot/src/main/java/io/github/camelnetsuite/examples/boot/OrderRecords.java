package io.github.camelnetsuite.examples.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Turns the shop's order into NetSuite's records. Stateless. */
@Component("orderRecords")
class OrderRecords {

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

    /** The sales order, whose items were found as rows of ID and SKU. */
    Map<String, Object> salesOrder(
            @Variable("order") ShopOrder order,
            @Variable("customerId") String customerId,
            @Body Iterator<Map<String, Object>> items) {
        Map<String, String> ids = new HashMap<>();
        items.forEachRemaining(row -> ids.put(String.valueOf(row.get("sku")), String.valueOf(row.get("id"))));
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
        salesOrder.put("item", Map.of("items", lines));
        return salesOrder;
    }
}
