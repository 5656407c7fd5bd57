package io.github.camelnetsuite.simulator.suiteql;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** Says in NetSuite's words what H2 found wrong with a query. */
final class SqlErrors {

    private static final System.Logger LOG = System.getLogger(SqlErrors.class.getName());
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private SqlErrors() {}

    static SuiteQlRefused translate(SQLException e, List<Token> query) {
        return switch (e.getErrorCode()) {
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.SCHEMA_NOT_FOUND_1,
                    ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1 -> SuiteQlRefused.unknownTable(named(e, query));
            case ErrorCode.COLUMN_NOT_FOUND_1 -> SuiteQlRefused.unknownColumn(named(e, query), sources(query));
            default -> {
                LOG.log(Level.DEBUG, "H2 refused a query as unsupported", e);
                yield SuiteQlRefused.unsupported();
            }
        };
    }

    /** The name H2 complains about, spelled as the query does. */
    private static String named(SQLException e, List<Token> query) {
        Matcher quoted = QUOTED.matcher(String.valueOf(e.getMessage()));
        String name = quoted.find() ? quoted.group(1) : "";
        String last = name.substring(name.lastIndexOf('.') + 1);
        return query.stream()
                .map(Token::text)
                .filter(text -> text.equalsIgnoreCase(name) || text.equalsIgnoreCase(last))
                .findFirst()
                .orElse(last.toLowerCase(Locale.ROOT));
    }

    /** Every table with the alias it goes by. */
    private static String sources(List<Token> query) {
        var sources = new ArrayList<String>();
        for (int i = 0; i + 1 < query.size(); i++) {
            if ((query.get(i).is("FROM") || query.get(i).is("JOIN"))
                    && query.get(i + 1).isName()) {
                String table = query.get(i + 1).text().toLowerCase(Locale.ROOT);
                sources.add(alias(query, i + 2, table) + "=" + table);
            }
        }
        return String.join(", ", sources);
    }

    private static String alias(List<Token> query, int at, String table) {
        int next = at < query.size() && query.get(at).is("AS") ? at + 1 : at;
        boolean named = next < query.size()
                && query.get(next).isName()
                && !List.of(
                                "WHERE",
                                "ORDER",
                                "GROUP",
                                "JOIN",
                                "INNER",
                                "LEFT",
                                "RIGHT",
                                "FULL",
                                "CROSS",
                                "ON",
                                "UNION",
                                "HAVING",
                                "FETCH",
                                "MINUS",
                                "INTERSECT")
                        .contains(query.get(next).name());
        return named ? query.get(next).text().toLowerCase(Locale.ROOT) : table;
    }
}
