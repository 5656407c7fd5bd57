package io.github.camelnetsuite.simulator.suiteql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code BUILTIN.DF} shows for a column that holds an ID. */
final class Names {

    private static final Map<String, String> SHOWN_BY = Map.of(
            "subsidiary", "SELECT id AS x_id, name AS x_name FROM subsidiary",
            "entity", "SELECT id AS x_id, entityid AS x_name FROM customer",
            "location", "SELECT id AS x_id, name AS x_name FROM location",
            "currency", "SELECT id AS x_id, name AS x_name FROM currency",
            "pricelevel", "SELECT id AS x_id, name AS x_name FROM pricelevel",
            "item", "SELECT id AS x_id, itemid AS x_name FROM item",
            "transaction", "SELECT id AS x_id, tranid AS x_name FROM transaction",
            "createdfrom", "SELECT id AS x_id, tranid AS x_name FROM transaction");

    private Names() {}

    /** SQL that gives the name behind the column in the parentheses; the column itself when it holds no ID. */
    static String of(List<Token> inside) {
        String expression = String.join(" ", inside.stream().map(Token::text).toList());
        if (inside.size() != 1) {
            return "(" + expression + ")";
        }
        String column = expression.substring(expression.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (column.equals("status")) {
            String alias = expression.substring(0, expression.lastIndexOf('.') + 1);
            return "(SELECT s.x_name FROM x_status s WHERE s.x_type = " + alias + "type AND s.x_code = " + expression
                    + ")";
        }
        return Optional.ofNullable(SHOWN_BY.get(column))
                .map(names -> "(SELECT n.x_name FROM (" + names + ") n WHERE n.x_id = " + expression + ")")
                .orElse(expression);
    }
}
