package io.github.camelnetsuite.simulator.suiteql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the rows of queries, where it can not once per page: for as long as the data does not change, a count holds, and pages that go
 * on by {@code id > 1000} are counted from one count by blocks of IDs. While the data changes, a count that took long is taken again only
 * after a while. Thread-safe.
 */
final class RowTotals {

    private static final int KEPT = 64;
    private static final long BLOCK = 4096;

    /** How many times as long as it took a count is held on to although the data has changed. */
    private static final int PATIENCE = 20;

    private final Map<Key, Counted> counts = new LinkedHashMap<>();

    private record Key(String query, List<String> parameters) {}

    /**
     * A count.
     *
     * @param rowsUpTo by block of IDs, how many rows there are up to the end of that block; in all under the last one
     */
    private record Counted(NavigableMap<Long, Long> rowsUpTo, long dataVersion, long at, long took) {

        long total() {
            return rowsUpTo.isEmpty() ? 0 : rowsUpTo.lastEntry().getValue();
        }

        /** Rows in that block and before. */
        long upTo(long block) {
            return Optional.ofNullable(rowsUpTo.floorEntry(block))
                    .map(Map.Entry::getValue)
                    .orElse(0L);
        }
    }

    long of(SuiteQl.Run run, Translation translation, Connection connection) throws SQLException {
        Optional<IdRange> range = IdRange.of(translation);
        return range.isPresent()
                ? after(run, range.get(), connection)
                : counted(run, translation.count(), connection, "").total();
    }

    private long after(SuiteQl.Run run, IdRange range, Connection connection) throws SQLException {
        Counted all = counted(run, range.count(), connection, range.column());
        long block = Math.floorDiv(range.after(), BLOCK);
        long inBlock = number(run, range.countWithin((block + 1) * BLOCK), connection);
        return all.total() - all.upTo(block) + inBlock;
    }

    /**
     * A count that still holds, or a new one.
     *
     * @param column the ID to count by blocks of; empty for one number
     */
    private Counted counted(SuiteQl.Run run, String query, Connection connection, String column) throws SQLException {
        // The translated text, since it holds the time where the query asks for it.
        var key = new Key(query, run.parameters());
        Optional<Counted> known = known(key);
        if (known.isPresent() && holds(known.get(), run.dataVersion())) {
            return known.get();
        }
        long begin = System.nanoTime();
        NavigableMap<Long, Long> rowsUpTo = column.isEmpty()
                ? new TreeMap<>(Map.of(0L, number(run, query, connection)))
                : blocks(run, query, connection, column);
        long end = System.nanoTime();
        return keep(key, new Counted(rowsUpTo, run.dataVersion(), end, end - begin));
    }

    private static boolean holds(Counted count, long dataVersion) {
        return count.dataVersion() == dataVersion || System.nanoTime() - count.at() < PATIENCE * count.took();
    }

    private static NavigableMap<Long, Long> blocks(SuiteQl.Run run, String query, Connection connection, String column)
            throws SQLException {
        String byBlock = query.replaceFirst("COUNT\\(\\*\\)", "FLOOR(" + column + " / " + BLOCK + ") AS b, COUNT(*)")
                + " GROUP BY FLOOR(" + column + " / " + BLOCK + ") ORDER BY b";
        try (PreparedStatement statement = prepare(run, byBlock, connection);
                ResultSet result = statement.executeQuery()) {
            var rowsUpTo = new TreeMap<Long, Long>();
            long sum = 0;
            while (result.next()) {
                sum += result.getLong(2);
                rowsUpTo.put(result.getLong(1), sum);
            }
            return rowsUpTo;
        }
    }

    private static long number(SuiteQl.Run run, String query, Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(run, query, connection);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static PreparedStatement prepare(SuiteQl.Run run, String query, Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int i = 0; i < run.parameters().size(); i++) {
            statement.setString(i + 1, run.parameters().get(i));
        }
        return statement;
    }

    private synchronized Optional<Counted> known(Key key) {
        return Optional.ofNullable(counts.get(key));
    }

    private synchronized Counted keep(Key key, Counted count) {
        if (counts.size() >= KEPT) {
            counts.remove(counts.keySet().iterator().next());
        }
        counts.put(key, count);
        return count;
    }
}
