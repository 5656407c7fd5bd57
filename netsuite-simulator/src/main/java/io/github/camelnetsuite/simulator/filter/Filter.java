package io.github.camelnetsuite.simulator.filter;

import io.github.camelnetsuite.simulator.store.Condition;
import io.github.camelnetsuite.simulator.store.Field;
import io.github.camelnetsuite.simulator.store.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a filter such as {@code email START_WITH barbara AND (balance GREATER 1000 OR id ANY_OF [1, 2])}; AND binds
 * tighter than OR.
 *
 * @see "NetSuite help: Record Collection Filtering"
 */
public final class Filter {

    private final RecordType type;
    private final Comparisons comparisons;
    private final List<FilterToken> tokens;
    private int at;

    private Filter(RecordType type, Comparisons comparisons, List<FilterToken> tokens) {
        this.type = type;
        this.comparisons = comparisons;
        this.tokens = tokens;
    }

    /**
     * The condition a filter means.
     *
     * @throws FilterRefused when it is malformed, or names a field or an operator that cannot be
     */
    public static Condition read(String filter, RecordType type, Comparisons comparisons) throws FilterRefused {
        var reading = new Filter(type, comparisons, FilterToken.read(filter));
        Condition condition = reading.anyOf();
        if (reading.at < reading.tokens.size()) {
            throw new FilterRefused(
                    "Unexpected '" + reading.tokens.get(reading.at).text() + "'");
        }
        return condition;
    }

    private Condition anyOf() throws FilterRefused {
        Condition condition = allOf();
        while (takes("OR")) {
            condition = condition.or(allOf());
        }
        return condition;
    }

    private Condition allOf() throws FilterRefused {
        Condition condition = term();
        while (takes("AND")) {
            condition = condition.and(term());
        }
        return condition;
    }

    private Condition term() throws FilterRefused {
        if (takes("(")) {
            Condition inside = anyOf();
            expect(")");
            return inside;
        }
        FilterToken name = next();
        Field field = name.isWord() ? field(name.text()) : unknown(name.text());
        FilterToken word = next();
        Operator.Use use = Operator.Use.of(word.text())
                .orElseThrow(() -> new FilterRefused("'" + word.text() + "' is not an operator"));
        if (!use.operator().suits(field.kind())) {
            throw new FilterRefused("Operator " + word.text() + " cannot be used with field '" + name.text() + "'");
        }
        return comparisons.condition(type, field, use, values(use.operator()));
    }

    private List<String> values(Operator operator) throws FilterRefused {
        var values = new ArrayList<String>();
        if (operator.valueCount() == 0) {
            return values;
        }
        if (takes("[")) {
            do {
                values.add(value());
            } while (takes(","));
            expect("]");
        } else {
            values.add(value());
        }
        if (operator.valueCount() != Operator.ANY_NUMBER && values.size() != operator.valueCount()) {
            throw new FilterRefused("Operator " + operator + " needs " + operator.valueCount() + " value(s)");
        }
        return values;
    }

    private String value() throws FilterRefused {
        FilterToken token = next();
        if (!token.quoted() && !token.isWord()) {
            throw new FilterRefused("Unexpected '" + token.text() + "'");
        }
        return token.text();
    }

    private Field field(String name) throws FilterRefused {
        return type.filterable(name).orElseThrow(() -> new FilterRefused(unknownField(name)));
    }

    private static Field unknown(String name) throws FilterRefused {
        throw new FilterRefused(unknownField(name));
    }

    private static String unknownField(String name) {
        return "Field '" + name + "' cannot be used in a filter";
    }

    private FilterToken next() throws FilterRefused {
        if (at >= tokens.size()) {
            throw new FilterRefused("The filter ends too early");
        }
        return tokens.get(at++);
    }

    private boolean takes(String word) {
        boolean there = at < tokens.size() && tokens.get(at).is(word);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String word) throws FilterRefused {
        if (!takes(word)) {
            throw new FilterRefused("'" + word + "' is missing");
        }
    }
}
