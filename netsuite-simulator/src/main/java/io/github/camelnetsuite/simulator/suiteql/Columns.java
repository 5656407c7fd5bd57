package io.github.camelnetsuite.simulator.suiteql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes rows as SuiteQL does: lower-case names, all values text, nothing for null. */
final class Columns {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    private final List<Column> columns;

    private record Column(int index, String name, int type) {}

    private Columns(List<Column> columns) {
        this.columns = columns;
    }

    static Columns of(ResultSetMetaData metaData) throws SQLException {
        var columns = new ArrayList<Column>();
        int unnamed = 0;
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            String name = metaData.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches()) {
                name = "expr" + ++unnamed;
            }
            if (!name.startsWith("x_")) {
                columns.add(new Column(i, name, metaData.getColumnType(i)));
            }
        }
        return new Columns(columns);
    }

    void copy(ResultSet result, ObjectNode row, DateDisplay dates) throws SQLException {
        for (Column column : columns) {
            Object value = isMoment(column.type())
                    ? result.getObject(column.index(), LocalDateTime.class)
                    : result.getObject(column.index());
            if (value != null) {
                row.put(column.name(), text(value, dates));
            }
        }
    }

    private static boolean isMoment(int type) {
        return type == Types.TIMESTAMP || type == Types.DATE;
    }

    private static String text(Object value, DateDisplay dates) {
        if (value instanceof LocalDateTime moment) {
            return dates.of(moment);
        }
        if (value instanceof BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
        }
        if (value instanceof Boolean bool) {
            return bool ? "T" : "F";
        }
        return value.toString();
    }
}
