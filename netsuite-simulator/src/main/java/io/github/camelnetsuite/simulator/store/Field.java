package io.github.camelnetsuite.simulator.store;

import java.util.Locale;

/**
 * A body field, or a column of a sublist.
 *
 * @param name as REST spells it
 * @param column where it is kept
 * @param label as the user interface names it, for messages
 * @param target record type of a reference; status type of a choice; else empty
 */
public record Field(
        String name, String column, Kind kind, String label, String target, boolean readOnly, boolean required) {

    /** What a field holds, and so how it looks in JSON. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        DATETIME,
        REFERENCE,
        /** A reference to one of a few fixed values. */
        CHOICE,
        /** A JSON object kept as it came. */
        SUBRECORD
    }

    static Field field(Kind kind, String name, String label) {
        return new Field(name, name.toLowerCase(Locale.ROOT), kind, label, "", false, false);
    }

    static Field text(String name, String label) {
        return field(Kind.TEXT, name, label);
    }

    static Field reference(String name, String label, String target) {
        return new Field(name, name.toLowerCase(Locale.ROOT), Kind.REFERENCE, label, target, false, false);
    }

    Field column(String other) {
        return new Field(name, other, kind, label, target, readOnly, required);
    }

    Field asReadOnly() {
        return new Field(name, column, kind, label, target, true, required);
    }

    Field asRequired() {
        return new Field(name, column, kind, label, target, readOnly, true);
    }

    Field choiceOf(String type) {
        return new Field(name, column, kind, label, type, readOnly, required);
    }

    /** The column to read and write: for a moment in time the one in UTC. */
    String storedColumn() {
        return kind == Kind.DATETIME ? "x_" + column : column;
    }
}
