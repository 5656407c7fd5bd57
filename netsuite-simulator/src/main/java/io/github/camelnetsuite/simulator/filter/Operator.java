package io.github.camelnetsuite.simulator.filter;

import io.github.camelnetsuite.simulator.store.Field;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a filter compares with; each but those that end in {@code _NOT} has that form as its opposite.
 *
 * @see "NetSuite help: Record Collection Filtering"
 */
enum Operator {
    EMPTY(0, EnumSet.allOf(Field.Kind.class)),
    IS(1, Kinds.TEXT_OR_BOOLEAN),
    CONTAIN(1, Kinds.TEXT),
    START_WITH(1, Kinds.TEXT),
    END_WITH(1, Kinds.TEXT),
    EQUAL(1, Kinds.NUMBER_OR_REFERENCE),
    GREATER(1, Kinds.NUMBER),
    GREATER_OR_EQUAL(1, Kinds.NUMBER),
    LESS(1, Kinds.NUMBER),
    LESS_OR_EQUAL(1, Kinds.NUMBER),
    BETWEEN(2, Kinds.NUMBER),
    WITHIN(2, Kinds.NUMBER),
    ANY_OF(Operator.ANY_NUMBER, Kinds.NUMBER_OR_REFERENCE),
    AFTER(1, Kinds.DATE),
    BEFORE(1, Kinds.DATE),
    ON(1, Kinds.DATE),
    ON_OR_AFTER(1, Kinds.DATE),
    ON_OR_BEFORE(1, Kinds.DATE);

    static final int ANY_NUMBER = -1;

    /** The help spells this one in two ways, without its opposite. */
    private static final Map<String, Operator> OTHER_SPELLINGS = Map.of("ENDWITH", END_WITH);

    private final int valueCount;

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
    private final Set<Field.Kind> kinds;

    Operator(int valueCount, Set<Field.Kind> kinds) {
        this.valueCount = valueCount;
        this.kinds = kinds;
    }

    /** How many values follow; {@link #ANY_NUMBER} for a list of any length. */
    int valueCount() {
        return valueCount;
    }

    boolean suits(Field.Kind kind) {
        return kinds.contains(kind);
    }

    /** An operator with or without its {@code _NOT}. */
    record Use(Operator operator, boolean opposite) {

        static Optional<Use> of(String word) {
            boolean opposite = word.endsWith("_NOT");
            String name = opposite ? word.substring(0, word.length() - "_NOT".length()) : word;
            Optional<Operator> operator = Optional.ofNullable(opposite ? null : OTHER_SPELLINGS.get(word))
                    .or(() -> Arrays.stream(values())
                            .filter(candidate -> candidate.name().equals(name))
                            .findFirst());
            return operator.map(found -> new Use(found, opposite));
        }
    }

    /** Constants may not be used before they are there, so these stand apart. */
    private static final class Kinds {
        static final Set<Field.Kind> TEXT = EnumSet.of(Field.Kind.TEXT);
        static final Set<Field.Kind> TEXT_OR_BOOLEAN = EnumSet.of(Field.Kind.TEXT, Field.Kind.BOOLEAN);
        static final Set<Field.Kind> NUMBER = EnumSet.of(Field.Kind.INTEGER, Field.Kind.DECIMAL);
        static final Set<Field.Kind> NUMBER_OR_REFERENCE =
                EnumSet.of(Field.Kind.INTEGER, Field.Kind.DECIMAL, Field.Kind.REFERENCE, Field.Kind.CHOICE);
        static final Set<Field.Kind> DATE = EnumSet.of(Field.Kind.DATE, Field.Kind.DATETIME);
    }
}
