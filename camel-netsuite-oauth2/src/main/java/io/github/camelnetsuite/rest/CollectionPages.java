package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches single pages of a collection of records: their IDs and links. Thread-safe.
 *
 * @see "NetSuite help: Getting a List of Records with the Record Collection Filtering"
 */
final class CollectionPages implements PageSource {

    /** NetSuite help: a collection gives 100,000 records at most. */
    private static final int MAX_ROWS = 100_000;

    private final NetSuiteClient client;
    private final ResourcePath collection;
    private final @Nullable String filter;
    private final int size;

    CollectionPages(NetSuiteClient client, ResourcePath collection, @Nullable String filter, int size) {
        this.client = client;
        this.collection = collection;
        this.filter = filter;
        this.size = size;
    }

    @Override
    public RowPage fetch(PageStart start, Cancellation cancellation) {
        if (start.offset() >= MAX_ROWS) {
            throw new NetSuiteDataException("The collection " + collection + " has " + MAX_ROWS
                    + " records or more, and NetSuite gives no more than that. Ask for less with the option q, such as"
                    + " ranges of dates, or read the IDs with SuiteQL, which goes on past that limit.");
        }
        PageContent content = read(start, cancellation);
        List<Map<String, Object>> rows = content.rows(start, size);
        boolean limit = start.offset() + rows.size() >= MAX_ROWS;
        boolean more = limit || content.more(start, size);
        return new RowPage(rows, more ? new PageStart(start.offset() + size, null) : null, content);
    }

    private PageContent read(PageStart start, Cancellation cancellation) {
        RestRequest request = RestRequest.record("GET", collection).lane(Lane.BULK);
        if (filter != null) {
            request = request.query("q", filter);
        }
        try {
            Object content = client.send(request.query("limit", size)
                            .query("offset", start.offset())
                            .reader(PageReader.items())
                            .cancellation(cancellation))
                    .content();
            return content instanceof PageContent page ? page : PageContent.EMPTY;
        } catch (NetSuiteDataException e) {
            if (!start.isFirst()
                    && e.errorCode().filter(PageContent.NOTHING_THERE::equals).isPresent()) {
                return PageContent.END;
            }
            throw e;
        }
    }
}
