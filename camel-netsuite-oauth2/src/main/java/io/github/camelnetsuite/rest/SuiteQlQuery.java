package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SuiteQL query whose named parameters {@code :#name} have become literals. A parameter inside a string, a quoted name or a
 * comment is left alone. Immutable.
 *
 * @see "NetSuite help: Executing SuiteQL Queries Through REST Web Services"
 */
public final class SuiteQlQuery {

    /** Text with a doubled quote inside reads as two texts side by side, which is as good here. */
    private static final Pattern TOKEN =
            Pattern.compile("'[^']*+'|\"[^\"]*+\"|--[^\\n]*|/\\*.*?\\*/|:#([A-Za-z_][A-Za-z0-9_.]*)", Pattern.DOTALL);

    private static final Pattern ORDER_BY = Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);

    private final String text;

    private SuiteQlQuery(String text) {
        this.text = text;
    }

    /** A query without parameters. */
    public static SuiteQlQuery of(String text) {
        return bind(text, Map.of());
    }

    /**
     * The query with each {@code :#name} replaced by the literal of the parameter of that name; see {@link SuiteQlLiteral} for
     * the types.
     *
     * @throws NetSuiteDataException when the query is empty, or a parameter is missing or of no usable type
     */
    public static SuiteQlQuery bind(String text, Map<String, ?> parameters) {
        if (text.isBlank()) {
            throw new NetSuiteDataException("There is no SuiteQL query: the text is empty."
                    + " Set the option query, the header CamelNetSuiteQuery or the message body.");
        }
        Matcher token = TOKEN.matcher(text);
        StringBuilder bound = new StringBuilder();
        while (token.find()) {
            String name = token.group(1);
            token.appendReplacement(
                    bound, Matcher.quoteReplacement(name == null ? token.group() : literal(name, parameters)));
        }
        token.appendTail(bound);
        return new SuiteQlQuery(bound.toString().strip());
    }

    /** Whether the text orders its rows; without an order, pages may miss or repeat rows. */
    boolean ordered() {
        return ORDER_BY.matcher(text).find();
    }

    public String text() {
        return text;
    }

    private static String literal(String name, Map<String, ?> parameters) {
        if (!parameters.containsKey(name)) {
            throw new NetSuiteDataException(
                    "The query has a parameter :#" + OneLine.name(name) + " but no value was given for it."
                            + " Put it into the Map in the body or in the header CamelNetSuiteParameters. Given: "
                            + OneLine.names(parameters.keySet()) + ".");
        }
        return SuiteQlLiteral.of(name, parameters.get(name));
    }

    /** No text: a query may hold data. */
    @Override
    public String toString() {
        return "SuiteQlQuery[" + text.length() + " characters]";
    }
}
