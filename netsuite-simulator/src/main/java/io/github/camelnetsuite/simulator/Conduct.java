package io.github.camelnetsuite.simulator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Tells which mode of a quirk is in force, and counts each time a decision rests on it. Thread-safe. */
final class Conduct {

    private final Quirks quirks;
    private final Map<Quirk, LongAdder> exercised = new EnumMap<>(Quirk.class);

    Conduct(Quirks quirks) {
        this.quirks = quirks;
        for (Quirk quirk : Quirk.values()) {
            exercised.put(quirk, new LongAdder());
        }
    }

    /** The mode in force; ask only where the answer decides something, since it counts. */
    String mode(Quirk quirk) {
        counter(quirk).increment();
        return quirks.mode(quirk);
    }

    /** Whether that mode is in force; counts as {@link #mode} does. */
    boolean is(Quirk quirk, String mode) {
        if (!quirk.modes().contains(mode)) {
            throw new IllegalArgumentException(quirk + " has no mode " + mode);
        }
        return mode(quirk).equals(mode);
    }

    /** The mode in force, without counting: for use before it is known whether it will decide anything. */
    String peek(Quirk quirk) {
        return quirks.mode(quirk);
    }

    List<Behaviour> behaviours() {
        return Arrays.stream(Quirk.values())
                .map(quirk ->
                        new Behaviour(quirk, quirks.mode(quirk), counter(quirk).sum()))
                .toList();
    }

    void reset() {
        exercised.values().forEach(LongAdder::reset);
    }

    private LongAdder counter(Quirk quirk) {
        return Objects.requireNonNull(exercised.get(quirk));
    }
}
