package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.restlet.Restlet;
import io.github.camelnetsuite.simulator.restlet.RestletCall;
import io.github.camelnetsuite.simulator.restlet.Restlets;
import io.github.camelnetsuite.simulator.restlet.ScriptError;
import io.github.camelnetsuite.simulator.store.RecordRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scripts of the sample company, such as shops have: one that echoes, one that gives stock, one that takes orders. */
final class ShopRestlets {

    private final Records records;

    ShopRestlets(Records records) {
        this.records = records;
    }

    void deploy(Restlets restlets) {
        restlets.deploy("customscript_shop_echo", "customdeploy_shop_echo", Restlet.any(ShopRestlets::echo));
        restlets.deploy("customscript_shop_stock", "customdeploy_shop_stock", Restlet.get(this::stock));
        restlets.deploy(
                "customscript_shop_order",
                "customdeploy_shop_order",
                Restlet.get(this::readOrder)
                        .andPost(this::createOrder)
                        .andPut(this::changeOrder)
                        .andDelete(this::deleteOrder));
    }

    /** Says what it was called with. With {@code fail=CODE} it lets an error out, with {@code handle=CODE} it answers one. */
    private static Object echo(RestletCall call) {
        call.parameter("fail").ifPresent(code -> {
            throw new ScriptError(code, "Failed as asked.");
        });
        Optional<String> handled = call.parameter("handle");
        if (handled.isPresent()) {
            return failure(handled.get(), "Handled as asked.");
        }
        return switch (call.contentType()) {
            case "application/json" -> {
                var seen = new LinkedHashMap<String, @Nullable Object>();
                seen.put("method", call.method());
                seen.put("parameters", call.parameters());
                seen.put("body", call.body());
                yield seen;
            }
            case "application/xml" ->
                "<echo><method>" + call.method() + "</method><body>"
                        + call.text().replace("&", "&amp;").replace("<", "&lt;") + "</body></echo>";
            default -> call.method() + " " + call.parameters() + " " + call.text();
        };
    }

    private Object stock(RestletCall call) {
        String item = required(call, "item");
        Map<String, Object> found =
                records.read("inventoryItem", item).orElseThrow(() -> doesNotExist("inventoryItem", item));
        return Map.of(
                "item", String.valueOf(found.get("itemId")), "onHand", found.getOrDefault("totalQuantityOnHand", 0));
    }

    private Object readOrder(RestletCall call) {
        return existing(address(call));
    }

    /** Handles what NetSuite refuses, as careful scripts do: the call succeeds and the body tells. */
    private Object createOrder(RestletCall call) {
        Map<String, @Nullable Object> order = call.object();
        try {
            String id = records.create(
                    "salesOrder",
                    Map.of(
                            "externalId", "SHOP-" + order.get("shopOrder"),
                            "entity", Map.of("id", String.valueOf(order.get("customer"))),
                            "item", Map.of("items", lines(order.get("lines")))));
            return Map.of("success", true, "id", id);
        } catch (RecordRefused refused) {
            return failure(refused.reason().name(), refused.detail());
        }
    }

    private Object changeOrder(RestletCall call) {
        Map<String, @Nullable Object> change = call.object();
        Map<String, Object> order = existing("eid:SHOP-" + change.get("shopOrder"));
        records.edit("salesOrder", String.valueOf(order.get("id")), Map.of("memo", String.valueOf(change.get("memo"))));
        return Map.of("success", true);
    }

    private @Nullable Object deleteOrder(RestletCall call) {
        records.delete("salesOrder", String.valueOf(existing(address(call)).get("id")));
        return null;
    }

    private Map<String, Object> existing(String address) {
        return records.read("salesOrder", address).orElseThrow(() -> doesNotExist("salesOrder", address));
    }

    private static List<Map<String, Object>> lines(@Nullable Object given) {
        if (!(given instanceof List<?> list)) {
            throw new ScriptError("SSS_MISSING_REQD_ARGUMENT", "Missing a required argument: lines");
        }
        return list.stream().map(ShopRestlets::line).toList();
    }

    private static Map<String, Object> line(@Nullable Object given) {
        if (!(given instanceof Map<?, ?> line)) {
            throw new ScriptError("SSS_INVALID_TYPE_ARG", "You have entered an invalid type argument: lines");
        }
        return Map.of(
                "item",
                Map.of("id", String.valueOf(line.get("item"))),
                "quantity",
                line.get("quantity") instanceof Number quantity ? quantity : 1);
    }

    private static String address(RestletCall call) {
        return "eid:SHOP-" + required(call, "shopOrder");
    }

    private static String required(RestletCall call, String parameter) {
        return call.parameter(parameter)
                .orElseThrow(() ->
                        new ScriptError("SSS_MISSING_REQD_ARGUMENT", "Missing a required argument: " + parameter));
    }

    private static ScriptError doesNotExist(String type, String id) {
        return new ScriptError("RCRD_DSNT_EXIST", "That record does not exist. path: type: " + type + " id: " + id);
    }

    private static Map<String, Object> failure(String code, String message) {
        return Map.of("success", false, "error", Map.of("code", code, "message", message));
    }
}
