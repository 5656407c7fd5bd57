package io.github.camelnetsuite.simulator.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which records of a type are meant, in SQL.
 *
 * @param arguments values for the question marks, in order
 */
public record Condition(String sql, List<Object> arguments) {

    /** Every record. */
    public static final Condition ALWAYS = new Condition("1 = 1", List.of());

    /** No record. */
    public static final Condition NEVER = new Condition("1 = 0", List.of());

    public Condition {
        arguments = List.copyOf(arguments);
    }

    /** A column that holds one of these values. */
    public static Condition in(String column, List<?> values) {
        return new Condition(
                column + " IN (" + values.stream().map(value -> "?").collect(Collectors.joining(", ")) + ")",
                List.copyOf(values));
    }

    /** Whether a part of it can be met by no record. */
    public boolean hasImpossiblePart() {
        return sql.contains(NEVER.sql);
    }

    public Condition and(Condition other) {
        return joined(" AND ", other);
    }

    public Condition or(Condition other) {
        return joined(" OR ", other);
    }

    /** The opposite; of a column without a value both fail in SQL, but here the opposite holds. */
    public Condition not() {
        return equals(NEVER) ? NEVER : new Condition("COALESCE(" + sql + ", FALSE) = FALSE", arguments);
    }

    private Condition joined(String word, Condition other) {
        return new Condition(
                "(" + sql + word + other.sql + ")",
                Stream.concat(arguments.stream(), other.arguments.stream()).toList());
    }
}
