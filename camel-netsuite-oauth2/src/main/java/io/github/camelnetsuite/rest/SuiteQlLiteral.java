package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as a SuiteQL literal: text, number, boolean ({@code 'T'} or {@code 'F'}), {@code LocalDate}, {@code
 * LocalDateTime} in the account's time zone, null, or a collection of these for {@code IN}.
 */
final class SuiteQlLiteral {

    private static final int MAX_IN = 1000;

    /** Any double has fewer; 1E+2000000000 would fill the memory. */
    private static final int MAX_DIGITS = 1000;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private SuiteQlLiteral() {}

    /**
     * The literal of a value.
     *
     * @param name of the parameter, for messages
     * @param texts what becomes of text, which alone could be more than a value
     */
    static String of(String name, @Nullable Object value, UnaryOperator<String> texts) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Collection<?> values) {
            return list(name, values, texts);
        }
        if (value instanceof Boolean flag) {
            return flag ? "'T'" : "'F'";
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        if (value instanceof CharSequence text) {
            return texts.apply(checked(name, text.toString()));
        }
        if (value instanceof LocalDate date) {
            return "TO_DATE('" + date + "', 'YYYY-MM-DD')";
        }
        if (value instanceof LocalDateTime time) {
            return "TO_TIMESTAMP('" + SECONDS.format(time) + "', 'YYYY-MM-DD HH24:MI:SS')";
        }
        throw refused(
                name,
                "is a " + value.getClass().getName()
                        + ". Use text, a number, a boolean, a LocalDate, a LocalDateTime in the"
                        + " account's time zone (SuiteQL literals carry no zone), or a collection of these");
    }

    private static String list(String name, Collection<?> values, UnaryOperator<String> texts) {
        if (values.isEmpty() || values.size() > MAX_IN) {
            throw refused(name, "is a list of " + values.size() + " values; IN takes 1 to " + MAX_IN);
        }
        return values.stream().map(value -> of(name, value, texts)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String number(String name, Number number) {
        try {
            BigDecimal exact = new BigDecimal(number.toString());
            if (Math.abs((long) exact.scale()) + exact.precision() > MAX_DIGITS) {
                throw refused(name, "has more than " + MAX_DIGITS + " digits when written out");
            }
            // Behind another minus sign, a bare one would begin a comment.
            return exact.signum() < 0 ? "(" + exact.toPlainString() + ")" : exact.toPlainString();
        } catch (NumberFormatException e) {
            throw refused(name, "is not a finite number");
        }
    }

    /** Text as a literal. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String checked(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw refused(name, "holds a NUL character");
        }
        return text;
    }

    private static NetSuiteDataException refused(String name, String why) {
        return new NetSuiteDataException(
                "The query parameter :#" + OneLine.name(name) + " cannot be used: it " + why + ".");
    }
}
