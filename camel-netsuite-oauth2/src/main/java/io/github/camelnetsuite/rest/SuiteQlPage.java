package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One page of a query's result.
 *
 * @param rows the rows, column names in lower case (NetSuite may change their case between releases)
 * @param more whether further pages follow
 */
record SuiteQlPage(List<Map<String, Object>> rows, boolean more) {

    static SuiteQlPage read(Map<String, Object> answer, int offset) {
        if (!(answer.get("items") instanceof List<?> items)) {
            throw new NetSuiteUnavailableException(
                    "The answer to the query has no list of items: it was not a SuiteQL answer."
                            + " Check suiteTalkUrl, and whether a proxy stands in between.");
        }
        List<Map<String, Object>> rows = new ArrayList<>(items.size());
        for (Object item : items) {
            if (item instanceof Map<?, ?> columns) {
                rows.add(row(columns));
            }
        }
        Object hasMore = answer.get("hasMore");
        boolean more = hasMore instanceof Boolean flag
                ? flag
                : answer.get("totalResults") instanceof Number total && total.longValue() > (long) offset + rows.size();
        return new SuiteQlPage(rows, more && !rows.isEmpty());
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
}
