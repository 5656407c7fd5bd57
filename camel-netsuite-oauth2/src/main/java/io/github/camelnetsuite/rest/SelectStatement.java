package io.github.camelnetsuite.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is understood of a query: its select list, its clauses and what forbids to touch it. Only the outermost SELECT is looked
 * at; what stands in parentheses is passed over. Immutable.
 */
final class SelectStatement {

    private static final Set<String> SET_OPERATORS = Set.of("union", "intersect", "minus", "except");

    /** With these the rows are not the table's rows any more, but a query around them may still choose among them. */
    private static final Set<String> GROUPING = Set.of("group", "having");

    /** With these, even a query around them would give other rows on each page. */
    private static final Set<String> BOUNDING = Set.of(
            "fetch", "offset", "limit", "for", "connect", "start", "model", "pivot", "unpivot", "window", "qualify",
            "sample");

    private static final Set<String> AGGREGATES =
            Set.of("count", "sum", "min", "max", "avg", "listagg", "median", "stddev", "variance", "wm_concat");

    /** One value for each row. A function that is not here may be an aggregate, for all we know. */
    private static final Set<String> SCALARS = Set.of(
            "abs",
            "add_months",
            "builtin.cf",
            "builtin.consolidate",
            "builtin.currency",
            "builtin.currency_convert",
            "builtin.df",
            "builtin.hierarchy",
            "builtin.period",
            "cast",
            "ceil",
            "chr",
            "coalesce",
            "concat",
            "decode",
            "extract",
            "floor",
            "greatest",
            "initcap",
            "instr",
            "last_day",
            "least",
            "length",
            "lower",
            "lpad",
            "ltrim",
            "mod",
            "months_between",
            "nullif",
            "nvl",
            "nvl2",
            "power",
            "regexp_instr",
            "regexp_replace",
            "regexp_substr",
            "replace",
            "round",
            "rpad",
            "rtrim",
            "sign",
            "sqrt",
            "substr",
            "to_char",
            "to_date",
            "to_number",
            "to_timestamp",
            "translate",
            "trim",
            "trunc",
            "upper");

    private static final Set<String> BEFORE_PARENTHESIS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "case",
            "when",
            "then",
            "else",
            "between",
            "like",
            "is",
            "as",
            "char",
            "number",
            "numeric",
            "decimal",
            "varchar",
            "varchar2");

    private final String text;
    private final List<SqlToken> words;
    private final List<SelectItem> items;
    private final int from;
    private final int where;
    private final int order;
    private final boolean distinct;
    private final boolean bounded;

    private SelectStatement(String text, List<SqlToken> words, int selectAt) {
        this.text = text;
        this.words = words;
        this.distinct = selectAt + 1 < words.size()
                && (words.get(selectAt + 1).is("DISTINCT")
                        || words.get(selectAt + 1).is("UNIQUE"));
        boolean top = selectAt + 1 < words.size() && words.get(selectAt + 1).is("TOP");
        int listAt = selectAt + 1 + (distinct ? 1 : top ? 2 : 0);
        int setAt = first(SET_OPERATORS, listAt);
        int end = setAt < 0 ? words.size() : setAt;
        int fromAt = outside("FROM", listAt);
        this.from = fromAt < 0 || fromAt > end ? end : fromAt;
        this.where = outside("WHERE", from);
        this.order = outside("ORDER", from);
        this.items = items(listAt);
        this.bounded = top
                || selectAt > 0
                || first(BOUNDING, from) >= 0
                || words.stream().anyMatch(word -> word.is("ROWNUM") || word.is("ROWID"));
    }

    /** What the query is; empty when it is not understood or no SELECT. */
    static Optional<SelectStatement> read(String text) {
        return SqlTokens.read(text).flatMap(words -> {
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).isOutside("SELECT") && (i == 0 || words.get(0).is("WITH"))) {
                    SelectStatement statement = new SelectStatement(text, words, i);
                    return statement.items.isEmpty() ? Optional.empty() : Optional.of(statement);
                }
            }
            return Optional.empty();
        });
    }

    List<SelectItem> items() {
        return items;
    }

    /** The columns of a row as far as they are known, in their order and in lower case. */
    List<String> columns() {
        return items.stream()
                .map(SelectItem::name)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a row stands for a row of the FROM clause, so that a condition may be added to WHERE. */
    boolean plain() {
        return wrappable()
                && (where < 0 || where + 1 < (order < 0 ? words.size() : order))
                && !distinct
                && first(SET_OPERATORS, 0) < 0
                && first(GROUPING, from) < 0
                && words.stream().noneMatch(word -> word.is("OVER"))
                && words.subList(0, from).stream().noneMatch(word -> AGGREGATES.contains(word.name()));
    }

    /** Whether a query around it sees the same rows each time it runs on the same data. */
    boolean wrappable() {
        return !bounded && from < words.size();
    }

    /** Whether nothing in the select list could make one row of many. */
    boolean onlyScalars() {
        for (int i = 1; i < from; i++) {
            SqlToken word = words.get(i);
            boolean called =
                    word.kind() == SqlToken.Kind.WORD && words.get(i + 1).is("(");
            if (word.is("SELECT")
                    || (called && !SCALARS.contains(word.name()) && !BEFORE_PARENTHESIS.contains(word.name()))) {
                return false;
            }
        }
        return true;
    }

    /** The only table it reads, with what it is called in the query; null when there are several or it is no table. */
    @Nullable
    Table onlyTable() {
        List<SqlToken> clause = words.subList(from + 1, endOfFrom());
        boolean as = clause.size() == 3 && clause.get(1).is("AS");
        if (clause.isEmpty() || clause.size() > (as ? 3 : 2)) {
            return null;
        }
        SqlToken table = clause.get(0);
        SqlToken alias = clause.get(clause.size() - 1);
        boolean names = table.kind() == SqlToken.Kind.WORD && alias.kind() == SqlToken.Kind.WORD;
        boolean dotted = table.text().indexOf('.') >= 0 || alias.text().indexOf('.') >= 0;
        return names && !dotted ? new Table(table.name(), alias.text()) : null;
    }

    record Table(String name, String alias) {}

    boolean ordered() {
        return order >= 0;
    }

    /** The first expression rows are ordered by; null when there is none. */
    @Nullable
    Order firstOrder() {
        if (order < 0 || order + 2 >= words.size() || !words.get(order + 1).is("BY")) {
            return null;
        }
        int comma = outside(",", order);
        List<SqlToken> first = words.subList(order + 2, comma < 0 ? words.size() : comma);
        if (first.isEmpty() || first.size() > 2) {
            return null;
        }
        boolean descending = first.size() == 2 && first.get(1).is("DESC");
        boolean direction = first.size() == 1 || descending || first.get(1).is("ASC");
        return direction ? new Order(first.get(0), descending) : null;
    }

    record Order(SqlToken by, boolean descending) {}

    /** The query between its first and its last word. */
    String body() {
        return text.substring(words.get(0).start(), end());
    }

    /** Where the select list ends. */
    int endOfItems() {
        return words.get(from - 1).end();
    }

    /** Room for a further condition: what to put before and behind the one that is there. */
    Room room() {
        if (where < 0) {
            int at = words.get(endOfFrom() - 1).end();
            return new Room(new KeyedText.Insertion(at, ""), new KeyedText.Insertion(at, " WHERE "));
        }
        int last = order < 0 ? words.size() : order;
        return new Room(
                new KeyedText.Insertion(words.get(where + 1).start(), "("),
                new KeyedText.Insertion(words.get(last - 1).end(), ") AND "));
    }

    record Room(KeyedText.Insertion before, KeyedText.Insertion after) {}

    /** Where ORDER BY goes, or a further expression of it: behind the last word, before any comment. */
    int end() {
        return words.get(words.size() - 1).end();
    }

    private int endOfFrom() {
        if (where >= 0) {
            return where;
        }
        return order >= 0 ? order : words.size();
    }

    private List<SelectItem> items(int listAt) {
        List<SelectItem> found = new ArrayList<>();
        int start = listAt;
        for (int i = listAt; i <= from && i <= words.size(); i++) {
            if (i == from || words.get(i).isOutside(",")) {
                if (i == start) {
                    return List.of();
                }
                found.add(SelectItem.of(text, words.subList(start, i)));
                start = i + 1;
            }
        }
        return List.copyOf(found);
    }

    private int outside(String word, int start) {
        for (int i = start; i < words.size(); i++) {
            if (words.get(i).isOutside(word)) {
                return i;
            }
        }
        return -1;
    }

    private int first(Set<String> names, int start) {
        for (int i = start; i < words.size(); i++) {
            SqlToken word = words.get(i);
            if (word.depth() == 0 && word.kind() == SqlToken.Kind.WORD && names.contains(word.name())) {
                return i;
            }
        }
        return -1;
    }
}
