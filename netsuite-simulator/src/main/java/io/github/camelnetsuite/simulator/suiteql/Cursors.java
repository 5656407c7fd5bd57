package io.github.camelnetsuite.simulator.suiteql;

import io.github.camelnetsuite.simulator.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results that wait for the request for their next page; the longest unused one goes. Thread-safe. */
final class Cursors {

    private static final int KEPT = 16;

    private final Database database;
    private final Map<Key, Open> waiting = new LinkedHashMap<>();

    /** Which page of which query over which state of the data. */
    private record Key(String query, List<String> parameters, long offset, long dataVersion) {}

    /** A cursor with the connection it reads from. */
    record Open(Cursor cursor, Connection connection) {}

    Cursors(Database database) {
        this.database = database;
    }

    /** The result whose next row is the one at the offset, if it waits here; the caller has it to itself. */
    Optional<Open> take(SuiteQl.Run run, long offset) {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.remove(key(run, offset)));
        }
    }

    /** A new result from the offset on, for so many rows. */
    Open open(SuiteQl.Run run, Translation translation, List<String> tieBreak, long offset, long rows)
            throws SQLException {
        Connection connection = database.takeReader();
        boolean done = false;
        try {
            OrderKey order = order(connection, translation);
            PreparedStatement statement = connection.prepareStatement(translation.page(order.hidden(), tieBreak));
            int index = 1;
            for (String parameter : run.parameters()) {
                statement.setString(index++, parameter);
            }
            statement.setLong(index++, offset);
            statement.setLong(index, rows);
            ResultSet result = statement.executeQuery();
            var open = new Open(new Cursor(statement, result, order, run.dates()), connection);
            done = true;
            return open;
        } finally {
            if (!done) {
                database.giveBack(connection);
            }
        }
    }

    private static OrderKey order(Connection connection, Translation translation) throws SQLException {
        try (PreparedStatement asItIs = connection.prepareStatement(translation.page(List.of(), List.of()))) {
            return OrderKey.of(translation, asItIs.getMetaData());
        }
    }

    /** Keeps a result until the request for the page at the offset. */
    void park(Open open, SuiteQl.Run run, long offset) {
        List<Open> outdated = new ArrayList<>();
        synchronized (waiting) {
            waiting.entrySet().removeIf(entry -> {
                boolean old = entry.getKey().dataVersion() != run.dataVersion();
                if (old) {
                    outdated.add(entry.getValue());
                }
                return old;
            });
            while (waiting.size() >= KEPT) {
                outdated.add(waiting.remove(waiting.keySet().iterator().next()));
            }
            Open replaced = waiting.put(key(run, offset), open);
            if (replaced != null) {
                outdated.add(replaced);
            }
        }
        outdated.forEach(this::close);
    }

    void close(Open open) {
        open.cursor().close();
        database.giveBack(open.connection());
    }

    /** Closes all that wait. */
    void closeAll() {
        List<Open> all;
        synchronized (waiting) {
            all = List.copyOf(waiting.values());
            waiting.clear();
        }
        all.forEach(this::close);
    }

    private static Key key(SuiteQl.Run run, long offset) {
        // Where a query asks for the time, a page later is another query; then it is read from its beginning.
        return new Key(run.query(), run.parameters(), offset, run.dataVersion());
    }
}
