package io.github.camelnetsuite.simulator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a record.
 *
 * @param parentColumn column that holds the record's internal ID
 * @param key field that names a line within its record
 * @param numbered whether a new line gets the next number as its key; otherwise the key comes with the line
 */
public record Sublist(String name, String table, String parentColumn, Field key, boolean numbered, List<Field> fields) {

    Sublist plus(Field more) {
        var all = new ArrayList<>(fields);
        all.add(more);
        return new Sublist(name, table, parentColumn, key, numbered, all);
    }

    Optional<Field> field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(fieldName))
                .findFirst();
    }

    /** Keeps the row that stands for the whole transaction out of its lines. */
    String onlyLines() {
        return numbered ? " AND mainline = 'F'" : "";
    }
}
