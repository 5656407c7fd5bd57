package io.github.camelnetsuite.examples.flows.orders;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which subsidiary in NetSuite each of the shop's stores belongs to. Immutable. */
public final class Subsidiaries {

    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_]+)=(\\d+)");

    private final Map<String, String> byStore;

    private Subsidiaries(Map<String, String> byStore) {
        this.byStore = byStore;
    }

    /** Reads {@code uk=1,eu=2}: store and internal ID of the subsidiary. */
    public static Subsidiaries parse(String text) {
        Map<String, String> byStore = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String entry : text.split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("orders.subsidiaries has the entry '" + entry.strip()
                        + "'. Write store=internal ID, as in uk=1,eu=2.");
            }
            byStore.put(matcher.group(1), matcher.group(2));
        }
        return new Subsidiaries(byStore);
    }

    /**
     * The internal ID of a store's subsidiary.
     *
     * @throws UnmappableOrder when nobody has said
     */
    String of(String store) {
        @Nullable String subsidiary = byStore.get(store);
        if (subsidiary == null) {
            throw new UnmappableOrder(
                    "No subsidiary is set for the store '" + store + "'. Add it to orders.subsidiaries ("
                            + String.join(", ", byStore.keySet()) + " are there), then replay.");
        }
        return subsidiary;
    }
}
