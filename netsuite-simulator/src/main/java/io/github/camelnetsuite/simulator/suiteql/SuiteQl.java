package io.github.camelnetsuite.simulator.suiteql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs SuiteQL. Thread-safe.
 *
 * @see "NetSuite help: Executing SuiteQL Queries Through REST Web Services"
 */
public final class SuiteQl {

    private final Database database;
    private final RowTotals totals = new RowTotals();

    public SuiteQl(Database database) {
        this.database = database;
    }

    /**
     * What to run, and how.
     *
     * @param parameters values for the question marks, in order
     * @param now the account's local time
     * @param dataVersion changes whenever the data does
     */
    public record Run(
            String query,
            List<String> parameters,
            LocalDateTime now,
            DateDisplay dates,
            boolean limitClause,
            long dataVersion) {}

    /** One page of rows, and how many there are in all. */
    public record Page(List<ObjectNode> rows, long total, boolean ordered) {}

    /**
     * Runs a query and gives one page of it.
     *
     * @throws SuiteQlRefused when NetSuite would not run it
     */
    public Page run(Run run, long offset, int limit, boolean stableOrder) throws SuiteQlRefused {
        List<Token> tokens = Lexer.read(run.query());
        if (!run.limitClause() && tokens.stream().anyMatch(token -> token.is("LIMIT"))) {
            throw SuiteQlRefused.unsupported();
        }
        Grammar.check(tokens);
        var translation = new Translation(tokens, run.now());
        if (translation.parameters() != run.parameters().size()) {
            throw SuiteQlRefused.unsupported();
        }
        // Without an order the next page begins one row too early: a row comes twice and, at the end, one is lost.
        long start = translation.ordered() || stableOrder || offset == 0 ? offset : offset - 1;
        try {
            return database.read(connection -> {
                long total = totals.of(run, translation, connection);
                return new Page(rows(connection, translation, run, start, limit), total, translation.ordered());
            });
        } catch (SQLException e) {
            throw SqlErrors.translate(e, tokens);
        }
    }

    private static List<ObjectNode> rows(
            Connection connection, Translation translation, Run run, long offset, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(translation.page())) {
            int index = 1;
            for (String parameter : run.parameters()) {
                statement.setString(index++, parameter);
            }
            statement.setLong(index++, offset);
            statement.setInt(index, limit);
            try (ResultSet result = statement.executeQuery()) {
                var columns = Columns.of(result.getMetaData());
                var rows = new ArrayList<ObjectNode>();
                while (result.next()) {
                    ObjectNode row = JsonNodeFactory.instance.objectNode();
                    row.putArray("links");
                    columns.copy(result, row, run.dates());
                    rows.add(row);
                }
                return rows;
            }
        }
    }
}
