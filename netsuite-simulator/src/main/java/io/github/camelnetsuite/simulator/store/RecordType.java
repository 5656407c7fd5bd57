package io.github.camelnetsuite.simulator.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A kind of record and where its data is.
 *
 * @param name as REST spells it
 * @param discriminatorColumn column that tells kinds in one table apart; empty when the table holds one kind
 * @param group record types with the same group share one space of external IDs
 * @param displayColumn what a reference to the record shows as {@code refName}
 */
public record RecordType(
        String name,
        String table,
        String discriminatorColumn,
        String discriminator,
        String group,
        String displayColumn,
        List<Field> fields,
        List<Sublist> sublists) {

    /** Name of the field every record but the simplest has. */
    public static final String EXTERNAL_ID = "externalId";

    static RecordType of(String name, String table, String group, String displayColumn, Field... fields) {
        return new RecordType(name, table, "", "", group, displayColumn, List.of(fields), List.of());
    }

    RecordType where(String column, String value) {
        return new RecordType(name, table, column, value, group, displayColumn, fields, sublists);
    }

    RecordType plus(Field... more) {
        var all = new ArrayList<>(fields);
        all.addAll(Arrays.asList(more));
        return new RecordType(name, table, discriminatorColumn, discriminator, group, displayColumn, all, sublists);
    }

    RecordType with(Sublist... lists) {
        return new RecordType(
                name, table, discriminatorColumn, discriminator, group, displayColumn, fields, List.of(lists));
    }

    Optional<Field> field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(fieldName))
                .findFirst();
    }

    /** The field of that name, in any case, if a filter may use it: body fields only, and no subrecords. */
    public Optional<Field> filterable(String fieldName) {
        if (fieldName.equalsIgnoreCase("id")) {
            return Optional.of(Field.field(Field.Kind.INTEGER, "id", "Internal ID"));
        }
        if (fieldName.equalsIgnoreCase(EXTERNAL_ID) && hasExternalIds()) {
            return Optional.of(Field.text(EXTERNAL_ID, "External ID"));
        }
        return field(fieldName).filter(field -> field.kind() != Field.Kind.SUBRECORD);
    }

    /** The sublist of that name, in any case. */
    public Optional<Sublist> sublist(String listName) {
        return sublists.stream()
                .filter(list -> list.name().equalsIgnoreCase(listName))
                .findFirst();
    }

    boolean hasExternalIds() {
        return !table.equals("currency") && !table.equals("pricelevel");
    }

    boolean isTransaction() {
        return table.equals("transaction");
    }

    boolean isPosting() {
        return isTransaction() && !name.equals("salesOrder");
    }

    /** Condition that holds for this kind of record only. */
    String onlyThisKind() {
        return discriminatorColumn.isEmpty() ? "1 = 1" : discriminatorColumn + " = '" + discriminator + "'";
    }
}
