package io.github.camelnetsuite.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The mode chosen for every {@link Quirk}. Immutable. */
public final class Quirks {

    private final Map<Quirk, String> chosen;

    private Quirks(Map<Quirk, String> chosen) {
        this.chosen = chosen;
    }

    /** Every quirk in its strict default mode. */
    public static Quirks defaults() {
        return new Quirks(Map.of());
    }

    /**
     * The same with one mode changed.
     *
     * @throws IllegalArgumentException when the quirk has no such mode; the message lists those it has
     */
    public Quirks with(Quirk quirk, String mode) {
        if (!quirk.modes().contains(mode)) {
            throw new IllegalArgumentException(
                    "Quirk " + quirk + " has no mode '" + mode + "'. It has " + quirk.modes() + ".");
        }
        var changed = new EnumMap<Quirk, String>(Quirk.class);
        changed.putAll(chosen);
        changed.put(quirk, mode);
        return new Quirks(changed);
    }

    /** The mode in force. */
    public String mode(Quirk quirk) {
        return Objects.requireNonNullElse(chosen.get(quirk), quirk.defaultMode());
    }

    @Override
    public String toString() {
        return "Quirks" + chosen;
    }
}
