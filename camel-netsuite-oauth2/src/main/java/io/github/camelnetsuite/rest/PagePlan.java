package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of a query are asked for. With a unique key each page is a query of its own for the rows after the last key, so
 * that rows which come and go meanwhile move no other row over the edge of a page, and no limit is ever reached. Otherwise pages
 * are cut out of one result by their offset. A query is rewritten only where that is right beyond doubt. Immutable.
 */
final class PagePlan {

    /** Tables whose column id is a unique number. NetSuite help: Records Catalog. */
    private static final Set<String> TABLES_WITH_ID = Set.of(
            "account",
            "accountingperiod",
            "bin",
            "calendarevent",
            "classification",
            "contact",
            "currency",
            "customer",
            "department",
            "employee",
            "entity",
            "file",
            "inventorynumber",
            "item",
            "job",
            "location",
            "message",
            "partner",
            "phonecall",
            "pricelevel",
            "subsidiary",
            "supportcase",
            "task",
            "timebill",
            "transaction",
            "vendor");

    private static final Pattern CUSTOM_TABLE = Pattern.compile("(customrecord|customlist)_?[a-z0-9_]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w$]*(\\.[A-Za-z_][\\w$]*)?");
    private static final String ID = "id";

    /** What the key is called where the query does not select it. */
    private static final String HIDDEN = "paging_key";

    private final List<String> columns;
    private final boolean ordered;
    private final @Nullable RowKey key;
    private final String expression;
    private final KeyedText text;

    private PagePlan(List<String> columns, boolean ordered, @Nullable RowKey key, String expression, KeyedText text) {
        this.columns = columns;
        this.ordered = ordered;
        this.key = key;
        this.expression = expression;
        this.text = text;
    }

    /**
     * The plan for a query.
     *
     * @param uniqueKey the column said to be unique; null to look for one
     * @throws NetSuiteDataException when the key that was named cannot be used
     */
    static PagePlan of(String query, @Nullable String uniqueKey) {
        Optional<SelectStatement> read = SelectStatement.read(query);
        if (uniqueKey != null) {
            SelectStatement statement = read.orElseThrow(() -> refused(uniqueKey, "the query is not understood"));
            return named(query, statement, uniqueKey.strip());
        }
        PagePlan asItIs = byOffset(query, read.map(SelectStatement::columns).orElse(List.of()), false);
        return read.flatMap(statement ->
                        provenKey(statement).flatMap(expression -> inPlace(query, statement, expression, true)))
                .orElse(asItIs);
    }

    /** The query for the first page. */
    String first() {
        return text.first();
    }

    /** What orders the rows and carries the query on; empty when pages go by offset. */
    Optional<RowKey> key() {
        return Optional.ofNullable(key);
    }

    /** The query for the rows after this key. */
    String after(BigDecimal last) {
        return text.with(Objects.requireNonNull(key).after(expression, last));
    }

    /** The query for rows that have no key, which no page after the first would show. */
    String withoutKey() {
        return text.with(expression + " IS NULL");
    }

    /** Whether pages by offset have an order that leaves nothing open. */
    boolean ordered() {
        return ordered;
    }

    /** The columns of a row as far as the select list names them. */
    List<String> columns() {
        return columns;
    }

    private static PagePlan named(String query, SelectStatement statement, String uniqueKey) {
        if (!NAME.matcher(uniqueKey).matches()) {
            throw refused(uniqueKey, "it is not the name of a column");
        }
        List<SelectItem> selected = statement.items().stream()
                .filter(item -> uniqueKey.equalsIgnoreCase(item.name()))
                .toList();
        if (statement.plain()) {
            // Oracle's WHERE knows columns, not what the select list calls them.
            String expression = selected.size() == 1 ? selected.get(0).expression() : uniqueKey;
            boolean proven = provenKey(statement)
                    .filter(id -> isKey(statement, expression, id))
                    .isPresent();
            return inPlace(query, statement, expression, proven)
                    .orElseThrow(() -> refused(
                            uniqueKey,
                            "the select list does not show which column it is. Name the columns"
                                    + " instead of *, each by another name"));
        }
        if (!statement.wrappable()) {
            throw refused(
                    uniqueKey,
                    "with ROWNUM, TOP, FETCH, LIMIT, WITH or the like each page could be cut from other rows. Leave"
                            + " them out, and use the option limit");
        }
        if (selected.size() != 1) {
            throw refused(
                    uniqueKey, "with GROUP BY, DISTINCT, UNION or the like it must be a column of the select list");
        }
        if (statement.ordered()) {
            return byOffset(tieBroken(query, statement, uniqueKey), statement.columns(), true);
        }
        RowKey key = new RowKey(uniqueKey.toLowerCase(Locale.ROOT), false, false, false);
        return new PagePlan(statement.columns(), true, key, uniqueKey, KeyedText.around(statement, uniqueKey));
    }

    /** Empty when it does not show in which column of a row the key is. */
    private static Optional<PagePlan> inPlace(
            String query, SelectStatement statement, String expression, boolean proven) {
        KeyColumn column = columnOf(statement, expression);
        if (column == null) {
            return Optional.empty();
        }
        String more = column.added() ? ", " + expression + " AS " + HIDDEN : "";
        SelectStatement.Order users = statement.firstOrder();
        if (statement.ordered() && (users == null || !isOrder(statement, users.by(), expression))) {
            return Optional.of(byOffset(tieBroken(query, statement, expression), statement.columns(), true));
        }
        String order = statement.ordered() ? "" : " ORDER BY " + expression;
        RowKey key = new RowKey(column.name(), column.added(), users != null && users.descending(), proven);
        return Optional.of(new PagePlan(
                statement.columns(), true, key, expression, KeyedText.inside(query, statement, more, order)));
    }

    /** The query with the key as its last order, so that rows which are equal before it have one too. */
    private static String tieBroken(String query, SelectStatement statement, String expression) {
        return KeyedText.insert(
                query, 0, query.length(), List.of(new KeyedText.Insertion(statement.end(), ", " + expression)));
    }

    private static PagePlan byOffset(String query, List<String> columns, boolean ordered) {
        return new PagePlan(columns, ordered, null, "", new KeyedText(query, "", ""));
    }

    /** The column id of the only table, if that table is known to have one; as it is to be written. */
    private static Optional<String> provenKey(SelectStatement statement) {
        if (!statement.plain() || !statement.onlyScalars()) {
            return Optional.empty();
        }
        // With its table's name, since a bare id in ORDER BY may be an alias.
        return Optional.ofNullable(statement.onlyTable())
                .filter(table -> TABLES_WITH_ID.contains(table.name())
                        || CUSTOM_TABLE.matcher(table.name()).matches())
                .map(table -> table.alias() + "." + ID);
    }

    /** Where in a row the key is. */
    private record KeyColumn(String name, boolean added) {}

    /** The column that is selected, or one to be added; null when it does not show. */
    private static @Nullable KeyColumn columnOf(SelectStatement statement, String expression) {
        List<SelectItem> items = statement.items();
        String bare = expression.substring(expression.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (SelectItem item : items) {
            if (isKey(statement, item.expression(), expression) && item.name() != null && isOnly(items, item)) {
                return new KeyColumn(item.name(), false);
            }
        }
        boolean star = items.stream().anyMatch(SelectItem::star);
        if (star && statement.onlyTable() != null && NAME.matcher(expression).matches()) {
            boolean clash = items.stream()
                    .anyMatch(item -> !item.star()
                            && !isKey(statement, item.expression(), expression)
                            && (item.name() == null || bare.equals(item.name())));
            return clash ? null : new KeyColumn(bare, false);
        }
        boolean bareStar = items.stream().anyMatch(item -> item.expression().equals("*"));
        boolean taken = items.stream().anyMatch(item -> HIDDEN.equals(item.name()));
        return bareStar || taken ? null : new KeyColumn(HIDDEN, true);
    }

    private static boolean isOnly(List<SelectItem> items, SelectItem one) {
        return items.stream().noneMatch(SelectItem::star)
                && items.stream()
                                .filter(item -> Objects.equals(item.name(), one.name()))
                                .count()
                        == 1;
    }

    /** Whether this expression is the key; in a query over one table its column needs no table. */
    private static boolean isKey(SelectStatement statement, String expression, String key) {
        return expression.equalsIgnoreCase(key) || isBare(statement, expression, key);
    }

    private static boolean isBare(SelectStatement statement, String expression, String key) {
        int dot = key.indexOf('.');
        SelectStatement.Table table = statement.onlyTable();
        return dot >= 0
                && table != null
                && table.alias().equalsIgnoreCase(key.substring(0, dot))
                && expression.equalsIgnoreCase(key.substring(dot + 1));
    }

    /** Whether ordering by this word is ordering by the key. */
    private static boolean isOrder(SelectStatement statement, SqlToken by, String key) {
        List<SelectItem> items = statement.items();
        if (by.kind() == SqlToken.Kind.NUMBER) {
            return items.stream().noneMatch(SelectItem::star)
                    && by.text().matches("[1-9]\\d{0,3}")
                    && Integer.parseInt(by.text()) <= items.size()
                    && isKey(
                            statement,
                            items.get(Integer.parseInt(by.text()) - 1).expression(),
                            key);
        }
        List<SelectItem> called = items.stream()
                .filter(item -> by.isName() && by.name().equals(item.name()))
                .toList();
        return called.isEmpty()
                ? isKey(statement, by.text(), key)
                : called.stream().allMatch(item -> isKey(statement, item.expression(), key));
    }

    private static NetSuiteDataException refused(String uniqueKey, String why) {
        return new NetSuiteDataException("uniqueKey=" + uniqueKey + " cannot be used with this query: " + why + ".");
    }
}
