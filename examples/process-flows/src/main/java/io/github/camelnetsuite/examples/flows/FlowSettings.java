package io.github.camelnetsuite.examples.flows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to run the flows.
 *
 * @param data folder for what has to outlive a restart; each account has a folder of its own in it
 * @param port of the webhook; 0 for any free one
 * @param properties further Camel properties, which win over those of the file
 */
public record FlowSettings(
        RouteForm routes,
        Path data,
        int port,
        AccountSettings account,
        ShopSettings shop,
        Map<String, String> properties) {

    public FlowSettings {
        properties = Map.copyOf(properties);
    }

    /** The same with another property. */
    public FlowSettings with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put(name, value);
        return new FlowSettings(routes, data, port, account, shop, all);
    }

    /** The state of one account must not be taken for another's. */
    Path accountFolder() {
        return data.resolve(account.simulated() ? "simulator" : account.accountId());
    }
}
