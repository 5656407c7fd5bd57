package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a query, read page by page: while one page is used the next is fetched, so at most two are in memory. For one
 * consumer; {@link #close()} may come from any thread.
 *
 * <p>{@link #next()} throws a {@link NetSuiteException} when a page cannot be had, and a {@link NetSuiteDataException} rather
 * than ending silently at NetSuite's limit of 100,000 rows.
 */
public final class SuiteQlRows implements Iterator<Map<String, Object>>, AutoCloseable {

    /** "A query returns at most 100,000 results." */
    static final int MAX_ROWS = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(SuiteQlRows.class);

    private final SuiteQlPages pages;
    private final Executor executor;
    private final long limit;

    private Iterator<Map<String, Object>> page = Collections.emptyIterator();
    private volatile @Nullable CompletableFuture<SuiteQlPage> ahead;
    private int offset;
    private long delivered;
    private volatile boolean closed;
    private volatile boolean released;

    SuiteQlRows(SuiteQlPages pages, Executor executor, long limit) {
        this.pages = pages;
        this.executor = executor;
        this.limit = limit;
        take(pages.fetch(0));
    }

    @Override
    public boolean hasNext() {
        if (closed || delivered == limit) {
            return false;
        }
        CompletableFuture<SuiteQlPage> next = ahead;
        if (!page.hasNext() && next != null) {
            if (released) {
                throw new IllegalStateException(
                        "The exchange of this query has ended, and with it the reading of further pages."
                                + " Read the rows within the route, such as with split(body()).streaming().");
            }
            try {
                take(await(next));
            } catch (CancellationException e) {
                // Released while this thread waited.
                return hasNext();
            }
        }
        return page.hasNext();
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        delivered++;
        return page.next();
    }

    /** Ends the rows; a page on its way is dropped when it arrives. Idempotent. */
    @Override
    public void close() {
        closed = true;
        release();
    }

    /**
     * Fetches no further page. Rows in memory can still be read, so a result of one page outlives its exchange; reading on beyond
     * them fails rather than ending early. Idempotent.
     */
    public void release() {
        released = true;
        CompletableFuture<SuiteQlPage> pending = ahead;
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private void take(SuiteQlPage received) {
        page = received.rows().iterator();
        ahead = null;
        if (!received.more() || delivered + received.rows().size() >= limit) {
            return;
        }
        if (offset == 0 && !pages.ordered()) {
            LOG.warn(
                    "A SuiteQL query with more than one page has no ORDER BY: NetSuite may miss or repeat rows between pages."
                            + " Order by a unique column, such as id.");
        }
        offset += pages.size();
        ahead = offset >= MAX_ROWS ? CompletableFuture.failedFuture(capReached()) : fetchAhead(offset);
    }

    private CompletableFuture<SuiteQlPage> fetchAhead(int from) {
        try {
            return CompletableFuture.supplyAsync(() -> pages.fetch(from), executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.supplyAsync(() -> pages.fetch(from), Runnable::run);
        }
    }

    private static SuiteQlPage await(CompletableFuture<SuiteQlPage> pending) {
        try {
            return pending.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NetSuiteException reported) {
                throw reported;
            }
            throw e;
        }
    }

    private static NetSuiteDataException capReached() {
        return new NetSuiteDataException(
                "The query has more than " + MAX_ROWS + " rows, and NetSuite gives no more than that for"
                        + " one query. Read it in ranges: order by a unique column such as id, and repeat the query with"
                        + " id > the last ID read.");
    }
}
