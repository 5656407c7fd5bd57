package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unique number that orders the rows of a query, and by which the next page goes on.
 *
 * @param column the column of a row that holds it, in lower case
 * @param hidden whether that column was added, so that the reader of the rows is not to see it
 * @param descending whether the rows come with the highest first
 * @param proven whether it is known to be a unique number, and not only said to be
 */
record RowKey(String column, boolean hidden, boolean descending, boolean proven) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,20})?");

    /**
     * The rows of a page that were not in the page before, and the key of the last one.
     *
     * @throws NetSuiteDataException when the column is no unique number after all
     */
    Checked check(List<Map<String, Object>> rows, PageStart start) {
        List<BigDecimal> keys = rows.stream().map(this::take).toList();
        BigDecimal last = start.after();
        int first = last != null && !proven && !keys.isEmpty() && keys.get(0).compareTo(last) == 0 ? 1 : 0;
        for (BigDecimal next : keys.subList(first, keys.size())) {
            if (last != null && (descending ? next.compareTo(last) >= 0 : next.compareTo(last) <= 0)) {
                throw proven
                        ? PageContent.wrong(start, "its rows do not come in the order of '" + column + "'")
                        : refused("two rows have the same value there, or they come in another order than that of"
                                + " numbers");
            }
            last = next;
        }
        return new Checked(rows.subList(first, rows.size()), last);
    }

    record Checked(List<Map<String, Object>> rows, @Nullable BigDecimal last) {}

    /** Takes the key out of rows whose reader is not to see it. */
    List<Map<String, Object>> hide(List<Map<String, Object>> rows) {
        if (hidden) {
            rows.forEach(row -> row.remove(column));
        }
        return rows;
    }

    private BigDecimal take(Map<String, Object> row) {
        Object value = hidden ? row.remove(column) : row.get(column);
        if (value == null) {
            throw refused("a row has no value there");
        }
        String text = value.toString();
        if (!NUMBER.matcher(text).matches()) {
            throw refused("a row has a value there that is no number");
        }
        return new BigDecimal(text);
    }

    /**
     * The condition for the rows that come after this key. A key that is only said to be unique is asked for once more, so that a
     * second row with it shows; and it is written as text, which NetSuite compares as the column's own type.
     */
    String after(String expression, BigDecimal key) {
        String sign = (descending ? "<" : ">") + (proven ? " " : "= ");
        return expression + " " + sign + (proven ? key.toPlainString() : "'" + key.toPlainString() + "'");
    }

    NetSuiteDataException refused(String why) {
        return new NetSuiteDataException("The column '" + column
                + "' cannot carry this query over several pages: " + why
                + ". Pages need a column with a different number in each row, such as id. Name one with the option"
                + " uniqueKey, or leave uniqueKey out.");
    }
}
