package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One page of a query's result, whole and where it was asked for.
 *
 * @param rows the rows, column names in lower case (NetSuite may change their case between releases)
 * @param more whether further pages follow; then this one is full
 */
record SuiteQlPage(List<Map<String, Object>> rows, boolean more) {

    /**
     * Reads the answer to a request for this many rows from this offset on.
     *
     * @throws NetSuiteUnavailableException when going on after this answer could miss or repeat rows, or never end
     */
    static SuiteQlPage read(Map<String, Object> answer, int offset, int size) {
        if (!(answer.get("items") instanceof List<?> items)) {
            throw wrong(offset, "it has no list of items");
        }
        if (answer.get("offset") instanceof Number start && start.longValue() != offset) {
            throw wrong(offset, "it begins at row " + start.longValue());
        }
        if (answer.get("count") instanceof Number count && count.longValue() != items.size()) {
            throw wrong(offset, "it has " + items.size() + " rows and counts " + count.longValue());
        }
        if (items.size() > size) {
            throw wrong(offset, "it has " + items.size() + " rows, more than the " + size + " of a page");
        }
        boolean more = more(answer, offset, items.size(), size);
        if (more && items.size() < size) {
            throw wrong(
                    offset,
                    "it has " + items.size() + " of the " + size + " rows of a page, and says that more follow");
        }
        return new SuiteQlPage(rows(items, offset), more);
    }

    /** At NetSuite's limit of rows only the total tells that more follow; and an answer may leave out either. */
    private static boolean more(Map<String, Object> answer, int offset, int rows, int size) {
        Boolean said = answer.get("hasMore") instanceof Boolean flag ? flag : null;
        Long total = answer.get("totalResults") instanceof Number number ? number.longValue() : null;
        if (said == null && total == null && rows == size) {
            throw wrong(offset, "it does not say whether more rows follow");
        }
        return Boolean.TRUE.equals(said) || (total != null && total > (long) offset + rows);
    }

    private static List<Map<String, Object>> rows(List<?> items, int offset) {
        List<Map<String, Object>> rows = new ArrayList<>(items.size());
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> columns)) {
                throw wrong(offset, "item " + rows.size() + " is no row");
            }
            rows.add(row(columns));
        }
        return rows;
    }

    private static Map<String, Object> row(Map<?, ?> columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        columns.forEach((name, value) -> {
            // Each item carries an empty list of links, which is no column.
            if (!("links".equals(name) && value instanceof List<?>)) {
                row.put(name.toString().toLowerCase(Locale.ROOT), value);
            }
        });
        return row;
    }

    private static NetSuiteUnavailableException wrong(int offset, String why) {
        return new NetSuiteUnavailableException("The answer to the query from row " + offset + " on cannot be right: "
                + why + ". Reading on could miss or repeat rows, so the query ends here. Run it again; when this stays,"
                + " check suiteTalkUrl, and whether a proxy or a cache stands in between.");
    }
}
