package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SuiteQL query whose named parameters {@code :#name} have got their values: text goes beside the query where the account takes
 * it there, and everything else becomes a literal of its type. A parameter inside a string, a quoted name or a comment is left
 * alone. Immutable.
 *
 * @see "NetSuite help: Executing SuiteQL Queries Through REST Web Services"
 */
public final class SuiteQlQuery {

    /** Text with a doubled quote inside reads as two texts side by side, which is as good here. */
    private static final Pattern TOKEN =
            Pattern.compile("'[^']*+'|\"[^\"]*+\"|--[^\\n]*|/\\*.*?\\*/|:#([A-Za-z_][A-Za-z0-9_.]*)", Pattern.DOTALL);

    private final String text;
    private final String bound;
    private final List<String> values;
    private final @Nullable String uniqueKey;

    private SuiteQlQuery(String text, String bound, List<String> values, @Nullable String uniqueKey) {
        this.text = text;
        this.bound = bound;
        this.values = values;
        this.uniqueKey = uniqueKey;
    }

    /** A query without parameters. */
    public static SuiteQlQuery of(String text) {
        return bind(text, Map.of());
    }

    /**
     * The query with each {@code :#name} replaced by the value of the parameter of that name; see {@link SuiteQlLiteral} for
     * the types.
     *
     * @throws NetSuiteDataException when the query is empty, or a parameter is missing or of no usable type
     */
    public static SuiteQlQuery bind(String text, Map<String, ?> parameters) {
        if (text.isBlank()) {
            throw new NetSuiteDataException("There is no SuiteQL query: the text is empty."
                    + " Set the option query, the header CamelNetSuiteQuery or the message body.");
        }
        List<String> values = new ArrayList<>();
        String literal = replace(text, parameters, SuiteQlLiteral::quoted);
        String bound = replace(text, parameters, value -> {
            values.add(value);
            return "?";
        });
        return new SuiteQlQuery(literal, bound, List.copyOf(values), null);
    }

    /**
     * The same query, with a column that holds a different number in each of its rows; null when it is not known. With one, a
     * query is read past NetSuite's limit of rows.
     */
    public SuiteQlQuery uniqueKey(@Nullable String column) {
        return new SuiteQlQuery(text, bound, values, column);
    }

    /** The query with all its values inside. */
    public String text() {
        return text;
    }

    /** The query with a question mark for each of its values; empty when it has none, or question marks of its own. */
    Optional<String> bound() {
        long marks = SqlTokens.read(bound).stream()
                .flatMap(List::stream)
                .filter(token -> token.kind() == SqlToken.Kind.PLACEHOLDER)
                .count();
        return !values.isEmpty() && marks == values.size() ? Optional.of(bound) : Optional.empty();
    }

    /** The values that go beside the query, in the order of its question marks. */
    List<String> values() {
        return values;
    }

    @Nullable
    String uniqueKey() {
        return uniqueKey;
    }

    private static String replace(String text, Map<String, ?> parameters, UnaryOperator<String> texts) {
        Matcher token = TOKEN.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (token.find()) {
            String name = token.group(1);
            token.appendReplacement(
                    replaced,
                    Matcher.quoteReplacement(name == null ? token.group() : literal(name, parameters, texts)));
        }
        token.appendTail(replaced);
        return replaced.toString().strip();
    }

    private static String literal(String name, Map<String, ?> parameters, UnaryOperator<String> texts) {
        if (!parameters.containsKey(name)) {
            throw new NetSuiteDataException(
                    "The query has a parameter :#" + OneLine.name(name) + " but no value was given for it."
                            + " Put it into the Map in the body or in the header CamelNetSuiteParameters. Given: "
                            + OneLine.names(parameters.keySet()) + ".");
        }
        return SuiteQlLiteral.of(name, parameters.get(name), texts);
    }

    /** No text: a query may hold data. */
    @Override
    public String toString() {
        return "SuiteQlQuery[" + text.length() + " characters]";
    }
}
