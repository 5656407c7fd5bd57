package io.github.camelnetsuite.rest;

import java.util.ArrayList;
import java.util.List;

/**
 * A query with room for a condition.
 *
 * @param first the query without that condition
 * @param head what stands before the condition
 * @param tail what stands behind it
 */
record KeyedText(String first, String head, String tail) {

    String with(String condition) {
        return head + condition + tail;
    }

    /** Where text goes into a query. */
    record Insertion(int at, String text) {}

    /** The query inside another one, which orders and chooses its rows. */
    static KeyedText around(SelectStatement statement, String column) {
        String inner = "SELECT * FROM (" + statement.body() + ")";
        String order = " ORDER BY " + column;
        return new KeyedText(inner + order, inner + " WHERE ", order);
    }

    /** The query itself with a further column and an order, either of which may be empty. */
    static KeyedText inside(String query, SelectStatement statement, String column, String order) {
        Insertion more = new Insertion(statement.endOfItems(), column);
        Insertion by = new Insertion(statement.end(), order);
        SelectStatement.Room room = statement.room();
        List<Insertion> all = new ArrayList<>(List.of(more, room.before(), room.after(), by));
        String first = insert(query, 0, query.length(), List.of(more, by));
        int split = room.after().at();
        String head = insert(query, 0, split, all.subList(0, 3));
        String tail = insert(query, split, query.length(), all.subList(3, 4));
        return new KeyedText(first, head, tail);
    }

    /** That part of the query with the insertions, which come in the order of their places. */
    static String insert(String query, int from, int to, List<Insertion> insertions) {
        StringBuilder text = new StringBuilder();
        int at = from;
        for (Insertion insertion : insertions) {
            text.append(query, at, insertion.at()).append(insertion.text());
            at = insertion.at();
        }
        return text.append(query, at, to).toString();
    }
}
