package io.github.camelnetsuite.rest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a record is written. Immutable.
 *
 * @param nameValidation what NetSuite does about a field it does not know
 * @param replace sublists whose lines are replaced as a whole; lines of others are merged by their key or added
 * @param repeatable whether the caller says that doing it twice does no harm
 * @param matchFields fields by which a record is known again after a lost answer; empty for all that were sent
 */
public record WriteOptions(
        NameValidation nameValidation, Set<String> replace, boolean repeatable, List<String> matchFields) {

    /**
     * What NetSuite does about a field it does not know.
     *
     * @see "NetSuite help: REST web services headers, X-NetSuite-PropertyNameValidation"
     */
    public enum NameValidation {
        /** Refuses the record. */
        ERROR,
        /** Drops the field and says so in a header; NetSuite's own default. */
        WARNING,
        /** Drops the field. */
        IGNORE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final WriteOptions DEFAULTS = new WriteOptions(NameValidation.ERROR, Set.of(), false, List.of());

    public WriteOptions {
        replace = Set.copyOf(replace);
        matchFields = List.copyOf(matchFields);
    }

    /** Unknown fields are errors, lines are merged, nothing but what is safe is repeated. */
    public static WriteOptions defaults() {
        return DEFAULTS;
    }

    public WriteOptions nameValidation(NameValidation value) {
        return new WriteOptions(value, replace, repeatable, matchFields);
    }

    public WriteOptions replace(Set<String> sublists) {
        return new WriteOptions(nameValidation, sublists, repeatable, matchFields);
    }

    public WriteOptions repeatable(boolean value) {
        return new WriteOptions(nameValidation, replace, value, matchFields);
    }

    public WriteOptions matchFields(List<String> fields) {
        return new WriteOptions(nameValidation, replace, repeatable, fields);
    }

    Set<String> replacedInLowerCase() {
        return replace.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Whether these sublists are all replaced, so that sending the record twice adds no line. */
    boolean replacesAll(Set<String> sublists) {
        Set<String> replaced = replacedInLowerCase();
        return sublists.stream().allMatch(name -> replaced.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** The value of {@code replace=}; null when nothing is replaced. */
    @Nullable
    String replaceParameter() {
        return replace.isEmpty() ? null : String.join(",", new TreeSet<>(replace));
    }
}
