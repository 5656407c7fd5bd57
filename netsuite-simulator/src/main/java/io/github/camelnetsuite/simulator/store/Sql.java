package io.github.camelnetsuite.simulator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on one connection; a failing one is a defect of the simulator. */
final class Sql {

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Rows by lower-case column name; a null value is present as null. */
    List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData columns = result.getMetaData();
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value(result, columns, i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Statement failed: " + sql, e);
        }
    }

    /** The first column of the first row, if there is one and it is not null. */
    Optional<Object> value(String sql, @Nullable Object... arguments) {
        return query(sql, arguments).stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.values().iterator().next()));
    }

    int update(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Statement failed: " + sql, e);
        }
    }

    /** Local times stay local: a {@code java.sql.Timestamp} would be bent by the JVM's own zone. */
    private static @Nullable Object value(ResultSet result, ResultSetMetaData columns, int index) throws SQLException {
        return columns.getColumnType(index) == Types.TIMESTAMP
                ? result.getObject(index, LocalDateTime.class)
                : result.getObject(index);
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
