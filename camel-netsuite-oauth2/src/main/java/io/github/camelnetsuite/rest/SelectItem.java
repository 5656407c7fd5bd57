package io.github.camelnetsuite.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of a select list.
 *
 * @param expression its source, without the alias
 * @param name the column it gives, in lower case; null when nobody but NetSuite knows
 * @param star whether it stands for all columns of a table
 */
record SelectItem(String expression, @Nullable String name, boolean star) {

    /** Words that end an expression and so are no alias. */
    private static final Set<String> ENDINGS =
            Set.of("end", "null", "day", "month", "year", "hour", "minute", "second", "zone");

    /** Words that go on with the one behind them, which so is no alias. */
    private static final Set<String> CONTINUED = Set.of("at", "collate", "not", "prior");

    /** Reads the words of an item, of which there is at least one. */
    static SelectItem of(String query, List<SqlToken> words) {
        SqlToken last = words.get(words.size() - 1);
        if (words.size() == 1) {
            boolean star = last.is("*") || last.text().endsWith(".*");
            return new SelectItem(last.text(), star ? null : columnName(last), star);
        }
        int aliasFrom = aliasFrom(words);
        List<SqlToken> expression = words.subList(0, aliasFrom);
        String source = query.substring(
                expression.get(0).start(), expression.get(expression.size() - 1).end());
        return new SelectItem(source, aliasFrom < words.size() ? last.name() : null, false);
    }

    /** Whether its expression is this column. */
    boolean isColumn(String column) {
        return expression.equalsIgnoreCase(column);
    }

    private static int aliasFrom(List<SqlToken> words) {
        int size = words.size();
        SqlToken last = words.get(size - 1);
        SqlToken before = words.get(size - 2);
        boolean bare = last.isName() && last.text().indexOf('.') < 0;
        if (bare && size > 2 && before.isOutside("AS")) {
            return size - 2;
        }
        boolean operand = before.isName()
                || before.kind() == SqlToken.Kind.NUMBER
                || before.kind() == SqlToken.Kind.STRING
                || before.is(")");
        boolean ending = last.kind() == SqlToken.Kind.WORD && ENDINGS.contains(last.name());
        boolean continues = before.kind() == SqlToken.Kind.WORD && CONTINUED.contains(before.name());
        return bare && operand && !ending && !continues ? size - 1 : size;
    }

    private static @Nullable String columnName(SqlToken word) {
        if (!word.isName() || word.is("NULL")) {
            return null;
        }
        String name = word.name();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
