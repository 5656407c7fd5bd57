package io.github.camelnetsuite.simulator.suiteql;

import java.util.List;
import java.util.Optional;

/**
 * The part {@code id > 1000} of a query over one table, by which clients carry an export on.
 *
 * @param column the ID as the query names it
 * @param after the number it is to be greater than
 * @param count the query for the number of rows without that part; begins with {@code SELECT COUNT(*)}
 */
record IdRange(String column, long after, String count) {

    /** The part of a query, when it stands beside others that all have to hold; empty when it does not. */
    static Optional<IdRange> of(Translation translation) {
        List<Token> tokens = translation.tokens();
        int from = translation.topLevel("FROM");
        int where = translation.topLevel("WHERE");
        if (!translation.isPlain()
                || where < 0
                || translation.sources().only().filter(Sources.Source::hasId).isEmpty()) {
            return Optional.empty();
        }
        int end = translation.topLevel("ORDER") < 0 ? tokens.size() : translation.topLevel("ORDER");
        List<Token> conditions = tokens.subList(where + 1, end);
        boolean alternatives = conditions.stream().anyMatch(token -> token.depth() == 0 && token.is("OR"));
        for (int i = 0; !alternatives && i + 2 < conditions.size(); i++) {
            if (isRange(conditions, i)) {
                String rest = "SELECT COUNT(*) " + translation.text(tokens.subList(from, where + 1 + i)) + " 1 = 1 "
                        + translation.text(conditions.subList(i + 3, conditions.size()));
                return Optional.of(new IdRange(
                        conditions.get(i).text(),
                        Long.parseLong(conditions.get(i + 2).text()),
                        rest));
            }
        }
        return Optional.empty();
    }

    /** The query for the number of rows in the range up to that ID, exclusively. */
    String countWithin(long end) {
        return count + " AND " + column + " > " + after + " AND " + column + " < " + end;
    }

    /** Between AND, or at an end; so BETWEEN, whose AND is another, is not mistaken for it. */
    private static boolean isRange(List<Token> conditions, int at) {
        Token name = conditions.get(at);
        Token number = conditions.get(at + 2);
        boolean begins = at == 0 || conditions.get(at - 1).is("AND");
        boolean ends = at + 3 == conditions.size() || conditions.get(at + 3).is("AND");
        boolean between = at >= 3 && conditions.get(at - 3).is("BETWEEN");
        return begins
                && ends
                && !between
                && name.depth() == 0
                && name.kind() == Token.Kind.WORD
                && (name.name().equals("ID") || name.name().endsWith(".ID"))
                && conditions.get(at + 1).is(">")
                && number.text().matches("\\d{1,15}");
    }
}
