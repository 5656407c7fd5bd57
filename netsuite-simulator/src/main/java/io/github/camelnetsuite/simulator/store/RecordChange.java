package io.github.camelnetsuite.simulator.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request body asks for, checked field by field. Filled by {@link RecordBody}. */
final class RecordChange {

    private final Map<Field, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<Sublist, List<Line>> lines = new LinkedHashMap<>();
    private final Set<Sublist> emptied = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> invalid = new LinkedHashSet<>();
    private boolean dropped;
    private @Nullable String externalId;

    /** One line of a sublist; without a key it is a new one. */
    record Line(@Nullable Long key, Map<Field, @Nullable Object> values) {}

    void set(Field field, @Nullable Object value) {
        values.put(field, value);
    }

    void lines(Sublist sublist, List<Line> given) {
        lines.put(sublist, given);
    }

    void empty(Sublist sublist) {
        emptied.add(sublist);
    }

    void unknown(String path) {
        unknown.add(path);
    }

    void invalid(String path) {
        invalid.add(path);
    }

    void drop() {
        dropped = true;
    }

    void externalId(String id) {
        externalId = id;
    }

    Map<Field, @Nullable Object> values() {
        return values;
    }

    @Nullable
    Object value(RecordType type, String name) {
        return type.field(name).map(values::get).orElse(null);
    }

    boolean gives(RecordType type, String name) {
        return type.field(name).filter(field -> values.get(field) != null).isPresent();
    }

    Map<Sublist, List<Line>> lines() {
        return lines;
    }

    Set<Sublist> emptied() {
        return emptied;
    }

    Set<String> unknown() {
        return unknown;
    }

    /** Paths of fields whose value cannot be. */
    Set<String> invalid() {
        return invalid;
    }

    /** Whether a field was left out that the role cannot write. */
    boolean dropped() {
        return dropped;
    }

    Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }
}
