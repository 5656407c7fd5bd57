package io.github.camelnetsuite.simulator.suiteql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values a query orders its rows by. Rows without an order tie always; where the values cannot be had, never.
 *
 * @param hidden expressions to select besides, for values the query does not show
 * @param columns numbers of the result's columns with the values; a hidden one counts from its end, as -1, -2 …
 */
record OrderKey(List<String> hidden, List<Integer> columns, boolean known) {

    private static final OrderKey UNKNOWN = new OrderKey(List.of(), List.of(), false);

    /**
     * The key of a query.
     *
     * @param shown what the query shows, without anything hidden
     */
    static OrderKey of(Translation translation, ResultSetMetaData shown) throws SQLException {
        var hidden = new ArrayList<String>();
        var columns = new ArrayList<Integer>();
        for (List<Token> item : translation.order()) {
            int column = shownAt(item, shown);
            if (column > 0) {
                columns.add(column);
            } else if (translation.canShowMore()) {
                hidden.add(String.join(" ", item.stream().map(Token::text).toList()));
                columns.add(-hidden.size());
            } else {
                return UNKNOWN;
            }
        }
        return new OrderKey(List.copyOf(hidden), List.copyOf(columns), true);
    }

    /** The number of the column that an ordinal or a label means; 0 when it is neither. */
    private static int shownAt(List<Token> item, ResultSetMetaData shown) throws SQLException {
        if (item.size() != 1) {
            return 0;
        }
        Token token = item.get(0);
        if (token.kind() == Token.Kind.NUMBER) {
            int ordinal = Integer.parseInt(token.text());
            return ordinal <= shown.getColumnCount() ? ordinal : 0;
        }
        for (int i = 1; i <= shown.getColumnCount(); i++) {
            if (shown.getColumnLabel(i).equalsIgnoreCase(token.name())) {
                return i;
            }
        }
        return 0;
    }

    /** The values of the row the result stands at. */
    List<Object> of(ResultSet result) throws SQLException {
        int shown = result.getMetaData().getColumnCount() - hidden.size();
        var values = new ArrayList<Object>();
        for (int column : columns) {
            values.add(String.valueOf(result.getObject(column > 0 ? column : shown - column)));
        }
        return values;
    }

    /** Whether nothing says which of two rows comes first. */
    boolean ties(List<Object> one, List<Object> other) {
        return known && IntStream.range(0, one.size()).allMatch(i -> one.get(i).equals(other.get(i)));
    }
}
