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

    boolean ordered() {
        return topLevel("ORDER") >= 0;
    }

    int parameters() {
        return (int) tokens.stream()
                .filter(token -> token.kind() == Token.Kind.PARAMETER)
                .count();
    }

    /** The query for one page; offset and limit are its last two parameters. */
    String page() {
        String paging = " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
        boolean bounded =
                top.isPresent() || topLevel("FETCH") >= 0 || topLevel("OFFSET") >= 0 || topLevel("LIMIT") >= 0;
        return bounded ? "SELECT * FROM (" + whole() + ")" + paging : whole() + paging;
    }

    /** The query for the number of all rows; without the columns where they cannot matter. */
    String count() {
        int from = topLevel("FROM");
        int order = topLevel("ORDER");
        boolean plain = tokens.get(0).is("SELECT")
                && from > 0
                && top.isEmpty()
                && tokens.stream().noneMatch(token -> token.depth() == 0 && AGGREGATING.contains(token.name()))
                && tokens.subList(0, from).stream()
                        .noneMatch(token -> AGGREGATES.contains(token.name()) || token.kind() == Token.Kind.PARAMETER);
        return plain
                ? "SELECT COUNT(*) " + text(tokens.subList(from, order < 0 ? tokens.size() : order))
                : "SELECT COUNT(*) FROM (" + whole() + ")";
    }

    private String whole() {
        return text(tokens)
                + top.map(rows -> " FETCH FIRST " + rows + " ROWS ONLY").orElse("");
    }

    private String text(List<Token> part) {
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

    private int topLevel(String word) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0 && tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }
}
