package io.github.camelnetsuite.simulator.suiteql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.store.Database;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Runs SuiteQL. Thread-safe.
 *
 * @see "NetSuite help: Executing SuiteQL Queries Through REST Web Services"
 */
public final class SuiteQl {

    private final Database database;
    private final RowTotals totals = new RowTotals();
    private final Cursors cursors;

    public SuiteQl(Database database) {
        this.database = database;
        this.cursors = new Cursors(database);
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

    /**
     * Which rows.
     *
     * @param cap no row from this one on
     * @param stable whether all pages are to be cut from the same order, also where it leaves the order of two rows open
     * @param swapTies whether all the same the edge of this page falls differently there
     */
    public record Window(long offset, int limit, long cap, boolean stable, boolean swapTies) {}

    /**
     * One page of rows.
     *
     * @param more whether rows follow, the cap left aside
     * @param total how many rows there are in all; while the data changes it may be a little old
     */
    public record Page(List<ObjectNode> rows, boolean more, long total) {}

    /**
     * Runs a query and gives one page of it.
     *
     * @throws SuiteQlRefused when NetSuite would not run it
     */
    public Page run(Run run, Window window) throws SuiteQlRefused {
        List<Token> tokens = Lexer.read(run.query());
        if (!run.limitClause() && tokens.stream().anyMatch(token -> token.is("LIMIT"))) {
            throw SuiteQlRefused.unsupported();
        }
        Grammar.check(tokens);
        var translation = new Translation(tokens, run.now());
        if (translation.parameters() != run.parameters().size()) {
            throw SuiteQlRefused.unsupported();
        }
        try {
            Cursor.Rows rows = rows(run, translation, window);
            long counted = database.read(connection -> totals.of(run, translation, connection));
            return new Page(rows.rows(), rows.more(), total(counted, rows, window));
        } catch (SQLException e) {
            throw SqlErrors.translate(e, tokens);
        }
    }

    /** Closes what is kept open between two pages. */
    public void forgetPages() {
        cursors.closeAll();
    }

    private Cursor.Rows rows(Run run, Translation translation, Window window) throws SQLException {
        if (window.offset() >= window.cap()) {
            return new Cursor.Rows(List.of(), false);
        }
        int limit = (int) Math.min(window.limit(), window.cap() - window.offset());
        Optional<Cursors.Open> waiting = cursors.take(run, window.offset());
        Cursors.Open open = waiting.isPresent() ? waiting.get() : open(run, translation, window, limit);
        boolean parked = false;
        try {
            Cursor.Rows rows = open.cursor().page(limit, window.swapTies());
            if (rows.more() && window.offset() > 0) {
                cursors.park(open, run, window.offset() + window.limit());
                parked = true;
            }
            return rows;
        } finally {
            if (!parked) {
                cursors.close(open);
            }
        }
    }

    /** Of a first page that page and one row more, as often nobody wants another; later, all there can be. */
    private Cursors.Open open(Run run, Translation translation, Window window, int limit) throws SQLException {
        List<String> tieBreak = translation.tieBreak(window.stable());
        if (window.offset() == 0) {
            return cursors.open(run, translation, tieBreak, 0, limit + 1L);
        }
        Cursors.Open open =
                cursors.open(run, translation, tieBreak, window.offset() - 1, window.cap() - window.offset() + 2);
        boolean done = false;
        try {
            open.cursor().skip();
            done = true;
            return open;
        } finally {
            if (!done) {
                cursors.close(open);
            }
        }
    }

    /** What was counted, unless the rows themselves say better. */
    private static long total(long counted, Cursor.Rows rows, Window window) {
        long seen = window.offset() + rows.rows().size();
        if (rows.more()) {
            return Math.max(counted, seen + 1);
        }
        return rows.rows().isEmpty() && window.offset() > 0 ? counted : seen;
    }
}
