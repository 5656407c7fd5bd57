package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;

/**
 * The page a request asks for, and the envelope around it.
 *
 * @see "NetSuite help: Collection Paging"
 */
record Paging(long offset, int limit) {

    private static final int MAX_LIMIT = 1000;

    static Paging of(Request request, Conduct conduct) {
        long limit = number(request, "limit", MAX_LIMIT);
        long offset = number(request, "offset", 0);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit", "limit must be between 1 and " + MAX_LIMIT);
        }
        if (offset % limit != 0) {
            conduct.mode(Quirk.OFFSET_MULTIPLE);
            throw invalid("offset", "offset must be divisible by limit");
        }
        return new Paging(offset, (int) limit);
    }

    /** Ends the request when the page begins past the last row. */
    void refusePastEnd(long total, Conduct conduct) {
        if (offset > 0 && offset >= total && conduct.is(Quirk.OFFSET_PAST_END, "404 NONEXISTENT_OFFSET")) {
            throw RestError.withCodeAtTop(404, "NONEXISTENT_OFFSET", "Specified offset is out of bounds.");
        }
    }

    /**
     * Links, items and counts.
     *
     * @param base what links begin with; may have a query
     * @param items the rows of this page
     * @param hasMore whether a page follows
     * @param showHasMore whether that is said
     * @param reachable how many rows paging can reach
     */
    ObjectNode envelope(
            String base, ArrayNode items, boolean hasMore, boolean showHasMore, long reachable, long total) {
        String url = base + (base.indexOf('?') < 0 ? "?" : "&");
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode links = page.putArray("links");
        if (offset > 0) {
            link(links, "first", url, 0);
            link(links, "prev", url, Math.max(0, offset - limit));
        }
        if (hasMore) {
            link(links, "next", url, offset + limit);
            link(links, "last", url, (reachable - 1) / limit * limit);
        }
        links.addObject().put("rel", "self").put("href", url + "limit=" + limit + "&offset=" + offset);
        page.put("count", items.size());
        if (showHasMore) {
            page.put("hasMore", hasMore);
        }
        page.set("items", items);
        page.put("offset", offset);
        page.put("totalResults", total);
        return page;
    }

    private void link(ArrayNode links, String rel, String url, long at) {
        links.addObject().put("rel", rel).put("href", url + "limit=" + limit + "&offset=" + at);
    }

    private static long number(Request request, String name, long otherwise) {
        String given = request.parameter(name).orElse(Long.toString(otherwise));
        if (!given.matches("\\d{1,12}")) {
            throw invalid(name, name + " must be a whole number");
        }
        return Long.parseLong(given);
    }

    private static RestError invalid(String name, String why) {
        return RestError.of(400, "INVALID_PARAMETER", "Invalid query parameter '" + name + "': " + why + ".")
                .atQueryParameter(name);
    }
}
