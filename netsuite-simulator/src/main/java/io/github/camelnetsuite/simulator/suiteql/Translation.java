package io.github.camelnetsuite.simulator.suiteql;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A checked query in H2's words. */
final class Translation {

    private static final Set<String> AGGREGATING = Set.of(
            "DISTINCT",
            "GROUP",
            "HAVING",
            "UNION",
            "INTERSECT",
            "MINUS",
            "EXCEPT",
            "FETCH",
            "OFFSET",
            "LIMIT",
            "ROWNUM");
    private static final Set<String> MERGING = Set.of("DISTINCT", "UNION", "INTERSECT", "MINUS", "EXCEPT");
    private static final Set<String> ENDS_ORDER = Set.of("OFFSET", "FETCH", "LIMIT");
    private static final Set<String> DIRECTIONS = Set.of("ASC", "DESC", "NULLS", "FIRST", "LAST");
    private static final Set<String> AGGREGATES = Set.of("COUNT", "SUM", "MIN", "MAX", "AVG", "LISTAGG");
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final List<Token> tokens;
    private final Optional<String> top;
    private final LocalDateTime now;

    /**
     * Translates.
     *
     * @param now the account's local time, for {@code SYSDATE}
     */
    Translation(List<Token> checked, LocalDateTime now) {
        this.now = now;
        boolean hasTop =
                checked.size() > 2 && checked.get(1).is("TOP") && checked.get(2).kind() == Token.Kind.NUMBER;
        this.top = hasTop ? Optional.of(checked.get(2).text()) : Optional.empty();
        this.tokens = new ArrayList<>(checked);
        if (hasTop) {
            tokens.subList(1, 3).clear();
        }
    }

    /** The items of ORDER BY without their direction; empty when there is none. */
    List<List<Token>> order() {
        int order = topLevel("ORDER");
        var items = new ArrayList<List<Token>>();
        if (order < 0) {
            return items;
        }
        var item = new ArrayList<Token>();
        for (Token token : tokens.subList(Math.min(order + 2, tokens.size()), tokens.size())) {
            if (token.depth() == 0 && ENDS_ORDER.contains(token.name())) {
                break;
            }
            if (token.depth() == 0 && token.is(",")) {
                items.add(List.copyOf(item));
                item.clear();
            } else if (token.depth() > 0 || !DIRECTIONS.contains(token.name())) {
                item.add(token);
            }
        }
        items.add(List.copyOf(item));
        return items;
    }

    /** Whether a further column in its select list would change nothing else. */
    boolean canShowMore() {
        return tokens.get(0).is("SELECT")
                && topLevel("FROM") > 0
                && tokens.stream().noneMatch(token -> token.depth() == 0 && MERGING.contains(token.name()));
    }

    Sources sources() {
        int from = topLevel("FROM");
        return from < 0 ? new Sources(List.of()) : Sources.of(tokens.subList(from, tokens.size()));
    }

    /**
     * What decides between rows the query's own order leaves open, so that each page is cut from the same order; empty where nothing is
     * open, or nothing can be added.
     *
     * @param joinsToo whether to do it for joins, which costs a sort
     */
    List<String> tieBreak(boolean joinsToo) {
        boolean open = topLevel("ORDER") >= 0
                && canShowMore()
                && topLevel("GROUP") < 0
                && tokens.stream().noneMatch(token -> token.depth() == 0 && AGGREGATES.contains(token.name()));
        if (!open) {
            return List.of();
        }
        Optional<Sources.Source> only = sources().only();
        if (only.isEmpty()) {
            return joinsToo
                    ? sources().all().stream()
                            .map(source -> source.alias() + "._ROWID_")
                            .toList()
                    : List.of();
        }
        String alias = only.get().alias();
        if (!only.get().hasId()) {
            return List.of(alias + "._ROWID_");
        }
        boolean unique = order().stream()
                .anyMatch(item ->
                        item.size() == 1 && (item.get(0).is("id") || item.get(0).is(alias + ".id")));
        return unique ? List.of() : List.of(alias + ".id");
    }

    List<Token> tokens() {
        return tokens;
    }

    int parameters() {
        return (int) tokens.stream()
                .filter(token -> token.kind() == Token.Kind.PARAMETER)
                .count();
    }

    /**
     * The query for one page; offset and limit are its last two parameters.
     *
     * @param hidden expressions to select besides, under names nobody is shown
     * @param tieBreak expressions to order by besides
     */
    String page(List<String> hidden, List<String> tieBreak) {
        String paging = " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
        boolean bounded =
                top.isPresent() || topLevel("FETCH") >= 0 || topLevel("OFFSET") >= 0 || topLevel("LIMIT") >= 0;
        return bounded ? "SELECT * FROM (" + whole(hidden, tieBreak) + ")" + paging : whole(hidden, tieBreak) + paging;
    }

    /** The query for the number of all rows; without the columns where they cannot matter. */
    String count() {
        int from = topLevel("FROM");
        int order = topLevel("ORDER");
        return isPlain()
                ? "SELECT COUNT(*) " + text(tokens.subList(from, order < 0 ? tokens.size() : order))
                : "SELECT COUNT(*) FROM (" + whole(List.of(), List.of()) + ")";
    }

    /** Whether each row of its tables that meets the conditions is one row of its result. */
    boolean isPlain() {
        int from = topLevel("FROM");
        return tokens.get(0).is("SELECT")
                && from > 0
                && top.isEmpty()
                && tokens.stream().noneMatch(token -> token.depth() == 0 && AGGREGATING.contains(token.name()))
                && tokens.subList(0, from).stream()
                        .noneMatch(token -> AGGREGATES.contains(token.name()) || token.kind() == Token.Kind.PARAMETER);
    }

    private String whole(List<String> hidden, List<String> tieBreak) {
        int from = topLevel("FROM");
        int end = endOfOrder();
        var sql = new StringBuilder();
        if (hidden.isEmpty()) {
            sql.append(text(tokens.subList(0, end)));
        } else {
            sql.append(text(tokens.subList(0, from)));
            for (int i = 0; i < hidden.size(); i++) {
                sql.append(", ").append(hidden.get(i)).append(" AS x_order").append(i + 1);
            }
            sql.append(' ').append(text(tokens.subList(from, end)));
        }
        tieBreak.forEach(expression -> sql.append(", ").append(expression));
        sql.append(' ').append(text(tokens.subList(end, tokens.size())));
        top.ifPresent(rows -> sql.append(" FETCH FIRST ").append(rows).append(" ROWS ONLY"));
        return sql.toString();
    }

    /** Where what follows ORDER BY begins, or the query ends. */
    private int endOfOrder() {
        for (int i = Math.max(0, topLevel("ORDER")); i < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0 && ENDS_ORDER.contains(tokens.get(i).name())) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Part of the query in H2's words. */
    String text(List<Token> part) {
        var sql = new StringBuilder();
        for (int i = 0; i < part.size(); i++) {
            Token token = part.get(i);
            if (token.is("BUILTIN.DF") && i + 1 < part.size() && part.get(i + 1).is("(")) {
                int end = closing(part, i + 1);
                sql.append(Names.of(part.subList(i + 2, end))).append(' ');
                i = end;
            } else if (token.is("SYSDATE") || token.is("CURRENT_TIMESTAMP") || token.is("SYSTIMESTAMP")) {
                sql.append("TIMESTAMP '").append(LITERAL.format(now)).append("' ");
            } else if (token.is("LIMIT") && i + 1 < part.size()) {
                sql.append("FETCH FIRST ").append(part.get(++i).text()).append(" ROWS ONLY ");
            } else if (token.is("CURRENT_DATE")) {
                sql.append("DATE '").append(now.toLocalDate()).append("' ");
            } else {
                sql.append(token.text()).append(' ');
            }
        }
        return sql.toString().strip();
    }

    private static int closing(List<Token> part, int open) {
        int i = open + 1;
        while (!(part.get(i).is(")") && part.get(i).depth() == part.get(open).depth())) {
            i++;
        }
        return i;
    }

    /** Where a word stands outside of all brackets, first of all; -1 when it does not. */
    int topLevel(String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0 && tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }
}
