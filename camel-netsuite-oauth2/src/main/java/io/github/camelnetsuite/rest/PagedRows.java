package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteException;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query or a collection, read page by page: while one page is used the next is fetched, so at most two are in
 * memory. For one consumer; {@link #close()} and {@link #release()} may come from any thread, and end a request that is under way.
 *
 * <p>{@link #next()} throws a {@link NetSuiteException} when a page cannot be had. The rows never end silently before their end.
 */
public final class PagedRows implements Iterator<Map<String, Object>>, AutoCloseable {

    private final PageSource source;
    private final Executor executor;
    private final long limit;
    private final boolean whole;
    private final Cancellation cancellation = new Cancellation();

    private Iterator<Map<String, Object>> page = Collections.emptyIterator();
    private volatile @Nullable CompletableFuture<RowPage> ahead;
    private long taken;
    private volatile boolean closed;
    private volatile boolean released;

    /**
     * Reads the first page.
     *
     * @param whole whether pages are given as a whole instead of row by row
     */
    PagedRows(PageSource source, Executor executor, long limit, boolean whole) {
        this.source = source;
        this.executor = executor;
        this.limit = limit;
        this.whole = whole;
        take(source.fetch(PageStart.FIRST, cancellation));
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        CompletableFuture<RowPage> next = ahead;
        while (!page.hasNext() && next != null) {
            if (released) {
                throw new IllegalStateException(
                        "The exchange of this query has ended, and with it the reading of further pages."
                                + " Read the rows within the route, such as with split(body()).streaming().");
            }
            try {
                take(await(next));
                next = ahead;
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
        return page.next();
    }

    /** Ends the rows, and the request for the next ones. Idempotent. */
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
        cancellation.cancel();
        CompletableFuture<RowPage> pending = ahead;
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private void take(RowPage received) {
        List<Map<String, Object>> rows = received.rows();
        List<Map<String, Object>> wanted = rows.size() > limit - taken ? rows.subList(0, (int) (limit - taken)) : rows;
        taken += wanted.size();
        PageStart next = taken < limit ? received.next() : null;
        page = whole && !wanted.isEmpty()
                ? List.of(asMap(wanted, next != null, received.content())).iterator()
                : wanted.iterator();
        ahead = next == null ? null : fetchAhead(next);
    }

    private CompletableFuture<RowPage> fetchAhead(PageStart next) {
        try {
            return CompletableFuture.supplyAsync(() -> source.fetch(next, cancellation), executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.supplyAsync(() -> source.fetch(next, cancellation), Runnable::run);
        }
    }

    private static Map<String, Object> asMap(List<Map<String, Object>> rows, boolean more, PageContent content) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("count", rows.size());
        page.put("hasMore", more);
        if (content.totalResults() != null) {
            page.put("totalResults", content.totalResults());
        }
        page.put("items", rows);
        return page;
    }

    private static RowPage await(CompletableFuture<RowPage> pending) {
        try {
            return pending.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NetSuiteException reported) {
                throw reported;
            }
            throw e;
        }
    }
}
