package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer with a page says: its rows, and what it tells about the rest.
 *
 * @param rows null when it had no list of items
 * @param badItem position of the first item that is no object; null when all are
 */
record PageContent(
        @Nullable List<Map<String, Object>> rows,
        @Nullable Integer badItem,
        @Nullable Boolean hasMore,
        @Nullable Long totalResults,
        @Nullable Long offset,
        @Nullable Long count) {

    /** The error code for an offset behind the last row. */
    static final String NOTHING_THERE = "NONEXISTENT_OFFSET";

    /** An answer without a page. */
    static final PageContent EMPTY = new PageContent(null, null, null, null, null, null);

    /** What there is behind the last row, when rows went away since the page before. */
    static final PageContent END = new PageContent(List.of(), null, false, null, null, null);

    /**
     * The rows, if this is the page that was asked for, and whole.
     *
     * @throws NetSuiteUnavailableException when going on after this answer could miss or repeat rows, or never end
     */
    List<Map<String, Object>> rows(PageStart start, int size) {
        if (rows == null) {
            throw wrong(start, "it has no list of items");
        }
        if (badItem != null) {
            throw wrong(start, "item " + badItem + " is no row");
        }
        if (offset != null && offset != start.offset()) {
            throw wrong(start, "it begins at row " + offset);
        }
        if (count != null && count != rows.size()) {
            throw wrong(start, "it has " + rows.size() + " rows and counts " + count);
        }
        if (rows.size() > size) {
            throw wrong(start, "it has " + rows.size() + " rows, more than the " + size + " of a page");
        }
        return rows;
    }

    /** Whether further rows follow. At NetSuite's limit only the total tells; and an answer may leave out either. */
    boolean more(PageStart start, int size) {
        int got = rows(start, size).size();
        if (hasMore == null && totalResults == null && got == size) {
            throw wrong(start, "it does not say whether more rows follow");
        }
        boolean more =
                Boolean.TRUE.equals(hasMore) || (totalResults != null && totalResults > (long) start.offset() + got);
        if (more && got < size) {
            throw wrong(start, "it has " + got + " of the " + size + " rows of a page, and says that more follow");
        }
        return more;
    }

    static NetSuiteUnavailableException wrong(PageStart start, String why) {
        return new NetSuiteUnavailableException("The answer to the query " + start + " cannot be right: " + why
                + ". Reading on could miss or repeat rows, so the query ends here. Run it again; when this stays,"
                + " check suiteTalkUrl, and whether a proxy or a cache stands in between.");
    }
}
