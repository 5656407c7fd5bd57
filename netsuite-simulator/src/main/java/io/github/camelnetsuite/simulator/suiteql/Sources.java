package io.github.camelnetsuite.simulator.suiteql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables a query reads, each under the name it goes by there.
 *
 * @param all empty when one of them is a subquery
 */
record Sources(List<Source> all) {

    private static final Set<String> WITH_ID = Set.of(
            "CUSTOMER",
            "VENDOR",
            "EMPLOYEE",
            "CONTACT",
            "ITEM",
            "TRANSACTION",
            "SUBSIDIARY",
            "LOCATION",
            "CURRENCY",
            "PRICELEVEL");

    private static final Set<String> NO_ALIAS = Set.of(
            "WHERE", "GROUP", "ORDER", "ON", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "JOIN", "NATURAL", "HAVING",
            "FETCH", "OFFSET", "LIMIT", "USING");

    /** A table. */
    record Source(String table, String alias) {

        /** Whether the column id alone tells its rows apart. */
        boolean hasId() {
            return WITH_ID.contains(table);
        }
    }

    /**
     * The tables of a part of a query.
     *
     * @param part what stands from FROM on
     */
    static Sources of(List<Token> part) {
        var sources = new ArrayList<Source>();
        for (int i = 0; i + 1 < part.size(); i++) {
            Token token = part.get(i);
            boolean ends = token.is("WHERE") || token.is("ORDER") || token.is("GROUP");
            if (token.depth() == 0 && ends) {
                break;
            }
            if (token.depth() == 0 && (token.is("FROM") || token.is("JOIN") || token.is(","))) {
                Token table = part.get(i + 1);
                if (!table.isName()) {
                    return new Sources(List.of());
                }
                sources.add(new Source(table.name(), alias(part, i + 2).orElse(table.text())));
            }
        }
        return new Sources(sources);
    }

    /** The only table; empty when there are more, or a subquery. */
    Optional<Source> only() {
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static Optional<String> alias(List<Token> part, int at) {
        int name = at < part.size() && part.get(at).is("AS") ? at + 1 : at;
        return name < part.size()
                        && part.get(name).isName()
                        && !NO_ALIAS.contains(part.get(name).name())
                ? Optional.of(part.get(name).text())
                : Optional.empty();
    }
}
