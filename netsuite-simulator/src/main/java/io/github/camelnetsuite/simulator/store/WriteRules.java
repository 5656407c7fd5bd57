package io.github.camelnetsuite.simulator.store;

import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How a write is to be taken.
 *
 * @param replaced sublists whose lines the request does not name go
 * @param unkeyedLinesReplace whether that holds for every sublist
 * @param names what becomes of fields the type does not have
 * @param values what becomes of values that cannot be
 * @param dropped tells by record type and field, as in {@code item.rate} for a line's, what the role cannot write: it is left out
 *     without a word
 * @param seen the version of the data the caller last knew; a record changed since is not written
 */
public record WriteRules(
        Set<String> replaced,
        boolean unkeyedLinesReplace,
        Validation names,
        Validation values,
        BiPredicate<String, String> dropped,
        long seen) {

    /** What becomes of something that is wrong with a body. */
    public enum Validation {
        /** It is left out. */
        IGNORE,
        /** It is left out, and the answer says so. */
        WARNING,
        /** Nothing is written. */
        ERROR
    }

    /** As a user at the screen writes: lines without a key are new, nothing wrong is taken, nothing is dropped. */
    public static final WriteRules AT_THE_SCREEN =
            new WriteRules(Set.of(), false, Validation.ERROR, Validation.ERROR, (type, field) -> false, Long.MAX_VALUE);

    public WriteRules {
        replaced = Set.copyOf(replaced);
    }

    boolean replaces(Sublist sublist) {
        return unkeyedLinesReplace || replaced.stream().anyMatch(sublist.name()::equalsIgnoreCase);
    }
}
