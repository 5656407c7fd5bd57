package io.github.camelnetsuite.simulator.filter;

import io.github.camelnetsuite.simulator.store.Condition;
import io.github.camelnetsuite.simulator.store.Field;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns one comparison into a condition; a value of the wrong form is met by no record. */
public final class Comparisons {

    private final DateTimeFormatter date;
    private final DateTimeFormatter moment;
    private final boolean ignoresCase;
    private final ExternalIds externalIds;

    /** Finds a record by its external ID, which has an index of its own. */
    @FunctionalInterface
    public interface ExternalIds {
        OptionalLong find(RecordType type, String externalId);
    }

    /**
     * Comparisons as the account makes them.
     *
     * @param datePattern how the account writes a date, as in {@code M/d/yyyy}
     * @param ignoresCase whether text matches in any case
     */
    public Comparisons(String datePattern, boolean ignoresCase, ExternalIds externalIds) {
        this.date = DateTimeFormatter.ofPattern(datePattern, Locale.US);
        this.moment = DateTimeFormatter.ofPattern(datePattern + " h:mm a", Locale.US);
        this.ignoresCase = ignoresCase;
        this.externalIds = externalIds;
    }

    Condition condition(RecordType type, Field field, Operator.Use use, List<String> values) {
        Condition condition;
        if (use.operator() == Operator.EMPTY) {
            condition = new Condition(field.column() + " IS NULL", List.of());
        } else if (field.name().equals(RecordType.EXTERNAL_ID) && use.operator() == Operator.IS) {
            condition = idIs(externalIds.find(type, values.get(0)));
        } else {
            condition = switch (field.kind()) {
                case TEXT -> text(field.column(), use.operator(), values.get(0));
                case BOOLEAN -> bool(field.column(), values.get(0));
                case INTEGER, DECIMAL, REFERENCE -> number(field.column(), use.operator(), values);
                case CHOICE -> Condition.in(field.column(), List.copyOf(values));
                case DATE, DATETIME -> date(field.column(), use.operator(), values.get(0));
                case SUBRECORD -> throw new IllegalStateException(field.name() + " cannot be filtered by");
            };
        }
        return use.opposite() ? condition.not() : condition;
    }

    private static Condition idIs(OptionalLong id) {
        return id.isPresent() ? Condition.in("id", List.of(id.getAsLong())) : new Condition("id IS NULL", List.of());
    }

    private Condition text(String column, Operator operator, String value) {
        String literal = value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        String pattern =
                switch (operator) {
                    case CONTAIN -> "%" + literal + "%";
                    case START_WITH -> literal + "%";
                    case END_WITH -> "%" + literal;
                    default -> literal;
                };
        return ignoresCase
                ? new Condition("UPPER(" + column + ") LIKE ? ESCAPE '!'", List.of(pattern.toUpperCase(Locale.ROOT)))
                : new Condition(column + " LIKE ? ESCAPE '!'", List.of(pattern));
    }

    private static Condition bool(String column, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "t" -> new Condition(column + " = 'T'", List.of());
            case "false", "f" -> new Condition(column + " = 'F'", List.of());
            default -> Condition.NEVER;
        };
    }

    private static Condition number(String column, Operator operator, List<String> values) {
        List<Object> numbers = values.stream()
                .flatMap(value -> decimal(value).stream())
                .map(Object.class::cast)
                .toList();
        if (numbers.size() < values.size()) {
            return Condition.NEVER;
        }
        return switch (operator) {
            case ANY_OF -> Condition.in(column, numbers);
            case BETWEEN, WITHIN -> new Condition(column + " BETWEEN ? AND ?", numbers);
            case GREATER -> new Condition(column + " > ?", numbers);
            case GREATER_OR_EQUAL -> new Condition(column + " >= ?", numbers);
            case LESS -> new Condition(column + " < ?", numbers);
            case LESS_OR_EQUAL -> new Condition(column + " <= ?", numbers);
            default -> new Condition(column + " = ?", numbers);
        };
    }

    private static Optional<BigDecimal> decimal(String value) {
        try {
            return value.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A value names a whole day, or a whole minute when it has a time. */
    private Condition date(String column, Operator operator, String value) {
        LocalDateTime from;
        LocalDateTime to;
        try {
            from = LocalDate.parse(value, date).atStartOfDay();
            to = from.plusDays(1);
        } catch (DateTimeException e) {
            try {
                from = LocalDateTime.parse(value.toUpperCase(Locale.ROOT), moment);
                to = from.plusMinutes(1);
            } catch (DateTimeException noMomentEither) {
                return Condition.NEVER;
            }
        }
        return switch (operator) {
            case AFTER -> new Condition(column + " >= ?", List.of(to));
            case BEFORE -> new Condition(column + " < ?", List.of(from));
            case ON_OR_AFTER -> new Condition(column + " >= ?", List.of(from));
            case ON_OR_BEFORE -> new Condition(column + " < ?", List.of(to));
            default -> new Condition(column + " >= ? AND " + column + " < ?", List.of(from, to));
        };
    }
}
