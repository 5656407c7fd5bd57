package io.github.camelnetsuite.simulator.suiteql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts rows once per query, not once per page, for as long as the data does not change. Thread-safe. */
final class RowTotals {

    private static final int KEPT = 64;

    private final Map<Key, Long> counted = new LinkedHashMap<>();

    private record Key(String query, List<String> parameters, long dataVersion) {}

    long of(SuiteQl.Run run, Translation translation, Connection connection) throws SQLException {
        // The translated text, since it holds the time where the query asks for it.
        var key = new Key(translation.count(), run.parameters(), run.dataVersion());
        Optional<Long> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement statement = connection.prepareStatement(key.query())) {
            for (int i = 0; i < run.parameters().size(); i++) {
                statement.setString(i + 1, run.parameters().get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return keep(key, result.getLong(1));
            }
        }
    }

    private synchronized Optional<Long> known(Key key) {
        return Optional.ofNullable(counted.get(key));
    }

    private synchronized long keep(Key key, long total) {
        if (counted.size() >= KEPT) {
            counted.remove(counted.keySet().iterator().next());
        }
        counted.put(key, total);
        return total;
    }
}
