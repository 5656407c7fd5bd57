package io.github.camelnetsuite.simulator.suiteql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A result that is read page after page, so that a page need not step over all rows before it. For one thread at a time. */
final class Cursor {

    private final PreparedStatement statement;
    private final ResultSet result;
    private final Columns columns;
    private final OrderKey order;
    private final DateDisplay dates;
    private @Nullable Row last;
    private @Nullable Row next;

    /** A row, and the values it is ordered by. */
    private record Row(ObjectNode json, List<Object> key) {}

    /** A page; whether rows follow it. */
    record Rows(List<ObjectNode> rows, boolean more) {}

    Cursor(PreparedStatement statement, ResultSet result, OrderKey order, DateDisplay dates) throws SQLException {
        this.statement = statement;
        this.result = result;
        this.columns = Columns.of(result.getMetaData());
        this.order = order;
        this.dates = dates;
        this.next = read();
    }

    /** Steps over one row, which then counts as the last of the page before. */
    void skip() throws SQLException {
        last = next;
        next = next == null ? null : read();
    }

    /**
     * The next rows.
     *
     * @param swapTies whether a first row that ties with the last of the page before gives its place to that one, so that one row
     *     comes twice and another never, as any order of the two is right
     */
    Rows page(int limit, boolean swapTies) throws SQLException {
        var rows = new ArrayList<ObjectNode>();
        Row before = last;
        boolean swap = swapTies && before != null && next != null && order.ties(before.key(), next.key());
        while (rows.size() < limit && next != null) {
            Row row = rows.isEmpty() && swap ? Objects.requireNonNull(before) : next;
            rows.add(row.json());
            skip();
        }
        return new Rows(rows, next != null);
    }

    private @Nullable Row read() throws SQLException {
        if (!result.next()) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("links");
        columns.copy(result, json, dates);
        return new Row(json, order.of(result));
    }

    void close() {
        try (statement;
                result) {
            last = null;
            next = null;
        } catch (SQLException e) {
            // Nobody reads it any more.
        }
    }
}
