package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.NetSuiteDataException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches single pages of one query, as its plan says. Thread-safe. */
final class SuiteQlPages implements PageSource {

    /** NetSuite help: a query gives 100,000 rows at most. */
    static final int MAX_ROWS = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(SuiteQlPages.class);
    private static final ObjectWriter JSON = new JsonMapper().writer();

    private final NetSuiteClient client;
    private final ParameterBinding binding;
    private final Form literal;
    private final @Nullable Form bound;
    private final @Nullable RowKey key;
    private final int size;
    private final PageReader reader;
    private final AtomicBoolean beyondFirst = new AtomicBoolean();

    /** One way to write the query. */
    private record Form(PagePlan plan, List<String> parameters) {}

    /**
     * The pages of a query.
     *
     * @param size rows a page, 1 to 1000
     * @throws NetSuiteDataException when the query cannot be paged by the unique key it names
     */
    SuiteQlPages(NetSuiteClient client, SuiteQlQuery query, int size) {
        this.client = client;
        this.binding = client.binding();
        PagePlan plan = PagePlan.of(query.text(), query.uniqueKey());
        this.literal = new Form(plan, List.of());
        this.bound = query.bound()
                .map(text -> new Form(PagePlan.of(text, query.uniqueKey()), query.values()))
                .orElse(null);
        this.key = plan.key().orElse(null);
        // A page that shows the last row once more needs room for another.
        this.size = key != null && !key.proven() ? Math.max(size, 2) : size;
        this.reader = PageReader.rows(plan.columns());
    }

    @Override
    public RowPage fetch(PageStart start, Cancellation cancellation) {
        if (start.offset() >= MAX_ROWS) {
            throw capReached();
        }
        if (!start.isFirst() && beyondFirst.compareAndSet(false, true)) {
            goBeyondFirst(cancellation);
        }
        PageContent content = askOn(start, cancellation);
        return key == null ? byOffset(content, start) : byKey(content, start, key);
    }

    private PageContent askOn(PageStart start, Cancellation cancellation) {
        BigDecimal after = start.after();
        try {
            return ask(plan -> after == null ? plan.first() : plan.after(after), start.offset(), size, cancellation);
        } catch (NetSuiteDataException e) {
            if (start.offset() > 0
                    && e.errorCode().filter(PageContent.NOTHING_THERE::equals).isPresent()) {
                return PageContent.END;
            }
            throw e;
        }
    }

    private RowPage byOffset(PageContent content, PageStart start) {
        List<Map<String, Object>> rows = content.rows(start, size);
        // At its limit NetSuite may say that nothing follows; that cannot be told from the end.
        boolean limit = start.offset() + rows.size() >= MAX_ROWS;
        return new RowPage(
                rows, limit || content.more(start, size) ? new PageStart(start.offset() + size, null) : null, content);
    }

    private RowPage byKey(PageContent content, PageStart start, RowKey by) {
        List<Map<String, Object>> rows = content.rows(start, size);
        boolean more = content.more(start, size);
        if (start.isFirst() && !more) {
            return new RowPage(by.hide(rows), null, content);
        }
        RowKey.Checked checked = by.check(rows, start);
        return new RowPage(checked.rows(), more ? new PageStart(0, checked.last()) : null, content);
    }

    /** What is only of interest now that the rows do not fit one page. */
    private void goBeyondFirst(Cancellation cancellation) {
        if (key == null && !literal.plan().ordered()) {
            LOG.warn(
                    "A SuiteQL query with more than one page has no key that is known to be unique: NetSuite may miss"
                            + " or repeat rows between pages, and gives {} at the most. Select from one table that has an"
                            + " id, or name a column of unique numbers with the option uniqueKey.",
                    MAX_ROWS);
        }
        if (key != null && !key.proven()) {
            List<?> rows = ask(PagePlan::withoutKey, 0, 1, cancellation).rows(PageStart.FIRST, 1);
            if (!rows.isEmpty()) {
                throw key.refused("a row has no value there");
            }
        }
    }

    private PageContent ask(Function<PagePlan, String> text, int offset, int rows, Cancellation cancellation) {
        Form beside = bound;
        return beside == null
                ? send(literal, text, offset, rows, cancellation)
                : binding.ask(
                        () -> send(beside, text, offset, rows, cancellation),
                        () -> send(literal, text, offset, rows, cancellation));
    }

    private PageContent send(
            Form form, Function<PagePlan, String> text, int offset, int rows, Cancellation cancellation) {
        RestRequest request = RestRequest.path("POST", RestRequest.SUITEQL_PATH)
                .query("limit", rows)
                .query("offset", offset)
                // Without it NetSuite refuses the query: it promises to store no result set.
                .header("Prefer", "transient")
                .body(json(text.apply(form.plan()), form.parameters()))
                .reader(reader)
                .cancellation(cancellation);
        return client.send(request).content() instanceof PageContent content ? content : PageContent.EMPTY;
    }

    private static byte[] json(String text, List<String> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("q", text);
        if (!parameters.isEmpty()) {
            body.put("params", parameters);
        }
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text cannot be written as JSON", e);
        }
    }

    private static NetSuiteDataException capReached() {
        return new NetSuiteDataException("The query has " + MAX_ROWS
                + " rows or more, and NetSuite gives no more than that for one query. With a key it is read in"
                + " ranges: select from one table that has an id, without GROUP BY, DISTINCT, UNION, TOP or"
                + " ROWNUM and in no other order, or name a column of unique numbers with the option"
                + " uniqueKey. Or ask for less, by WHERE or the option limit.");
    }
}
