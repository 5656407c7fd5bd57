package io.github.camelnetsuite.rest;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for a permit, in two lanes, each in the order of arrival. The priority lane goes first, with one exception, so
 * that it cannot starve the other: after nine permits in a row for priority while bulk waited, the next one goes to the longest
 * waiting bulk call, provided it came before every waiting priority call. So no call of the bulk lane goes before one of the
 * priority lane that came earlier. Not thread-safe.
 *
 * @param <T> who waits
 */
final class WaitingLines<T> {

    /** A tenth of an account's permits stays with bulk, however much priority there is. */
    static final int LONGEST_RUN = 9;

    private final NavigableMap<Long, T> priority = new TreeMap<>();
    private final NavigableMap<Long, T> bulk = new TreeMap<>();
    private int run;

    /** Somebody waits from now on. A smaller place is an earlier arrival. */
    void add(Lane lane, long place, T waiting) {
        line(lane).put(place, waiting);
    }

    void remove(Lane lane, long place) {
        line(lane).remove(place);
    }

    /** Takes the one whose turn it is out of its line; null when nobody waits. */
    @Nullable
    T next() {
        if (bulk.isEmpty()) {
            run = 0;
        }
        if (priority.isEmpty() || bulkIsDue()) {
            run = 0;
            return first(bulk);
        }
        if (!bulk.isEmpty()) {
            run++;
        }
        return first(priority);
    }

    int size(Lane lane) {
        return line(lane).size();
    }

    boolean isEmpty() {
        return priority.isEmpty() && bulk.isEmpty();
    }

    /** Everybody who waits, out of both lines. */
    Iterable<T> clear() {
        NavigableMap<Long, T> all = new TreeMap<>(priority);
        all.putAll(bulk);
        priority.clear();
        bulk.clear();
        return all.values();
    }

    private boolean bulkIsDue() {
        return run >= LONGEST_RUN && !bulk.isEmpty() && bulk.firstKey() < priority.firstKey();
    }

    private @Nullable T first(NavigableMap<Long, T> line) {
        var entry = line.pollFirstEntry();
        return entry == null ? null : entry.getValue();
    }

    private NavigableMap<Long, T> line(Lane lane) {
        return lane == Lane.PRIORITY ? priority : bulk;
    }
}
