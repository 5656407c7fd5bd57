package io.github.camelnetsuite.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a record as it was sent with the record as it is there. Values are compared for what they mean: numbers without their
 * form, references by their ID, times as instants. Names the members that differ, never their values.
 */
final class RecordMatch {

    /** Which lines the record may have beside those that were sent. */
    enum Lines {
        /** None: it was made of these. */
        NO_OTHERS,
        /** Any: it had lines before, or they came from elsewhere. */
        OTHERS_TOO
    }

    /**
     * What a comparison came to.
     *
     * @param differing the members that differ; empty when all match
     * @param unclear what could not be compared; null when all could
     */
    record Result(List<String> differing, @Nullable String unclear) {

        boolean same() {
            return differing.isEmpty() && unclear == null;
        }
    }

    private final Predicate<String> chosen;
    private final boolean strict;
    private final Lines lines;
    private final List<String> differing = new ArrayList<>();
    private @Nullable String unclear;

    private RecordMatch(Predicate<String> chosen, boolean strict, Lines lines) {
        this.chosen = chosen;
        this.strict = strict;
        this.lines = lines;
    }

    /**
     * Compares.
     *
     * @param fields the members to compare, which must all be there; all that were sent when empty, of which NetSuite may leave some out
     */
    static Result compare(JsonNode sent, JsonNode there, List<String> fields, Lines lines) {
        boolean all = fields.isEmpty();
        RecordMatch match = new RecordMatch(name -> all || fields.contains(name), !all, lines);
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            match.member(member.getKey(), member.getValue(), there.path(member.getKey()));
        }
        return new Result(List.copyOf(match.differing), match.unclear);
    }

    /** Which of these members are not there as they were sent; what was not sent is not looked at. */
    static List<String> missing(JsonNode sent, JsonNode there, List<String> fields) {
        List<String> missing = new ArrayList<>();
        for (String field : fields) {
            if (sent.has(field) && !same(sent.path(field), there.path(field))) {
                missing.add(field);
            }
        }
        return missing;
    }

    private void member(String name, JsonNode sent, JsonNode there) {
        JsonNode sentLines = RecordBody.lines(sent);
        if (sentLines != null) {
            // Lines are compared whatever fields are chosen: without them an order is not the same order.
            lines(name, sentLines, there);
        } else if (chosen.test(name) && !(there.isMissingNode() && !strict) && !same(sent, there)) {
            differing.add(name);
        }
    }

    private void lines(String name, JsonNode sent, JsonNode there) {
        JsonNode present = RecordBody.lines(there);
        if (present == null) {
            if (!sent.isEmpty() && there.has("links")) {
                unclear = "the lines of " + name + " were not read";
            } else if (!sent.isEmpty()) {
                differing.add(name);
            }
            return;
        }
        if (there.path("totalResults").isNumber() && there.path("totalResults").asInt() > present.size()) {
            unclear = "not all lines of " + name + " were read";
            return;
        }
        if (lines == Lines.NO_OTHERS && present.size() != sent.size()) {
            differing.add(name + " (" + present.size() + " lines instead of " + sent.size() + ")");
            return;
        }
        List<JsonNode> left = new ArrayList<>();
        present.forEach(left::add);
        int number = 0;
        for (JsonNode line : sent) {
            number++;
            if (!takeMatching(line, left)) {
                differing.add(name + " (line " + number + ")");
            }
        }
    }

    private static boolean takeMatching(JsonNode line, List<JsonNode> left) {
        for (Iterator<JsonNode> each = left.iterator(); each.hasNext(); ) {
            if (sameLine(line, each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    /** Item and quantity make a line of an order; lines that have neither are compared by all that was sent of them. */
    private static boolean sameLine(JsonNode sent, JsonNode there) {
        boolean order = sent.has("item") || sent.has("quantity");
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            String name = member.getKey();
            boolean compared = order
                    ? name.equals("item") || name.equals("quantity") || name.equals("line") || name.equals("orderLine")
                    : member.getValue().isValueNode() || member.getValue().has("id");
            JsonNode value = there.path(name);
            if (compared && !(value.isMissingNode() && !order) && !same(member.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(JsonNode sent, JsonNode there) {
        if (isEmpty(sent)) {
            return isEmpty(there);
        }
        if (sent.isObject()) {
            return sameObject(sent, there);
        }
        if (there.isObject()) {
            // A plain value stands for a reference.
            return same(sent, there.path("id"));
        }
        return sent.isValueNode() && there.isValueNode() && sameValue(sent, there);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty());
    }

    private static boolean sameObject(JsonNode sent, JsonNode there) {
        if (sent.has("id")) {
            return same(sent.path("id"), there.isObject() ? there.path("id") : there);
        }
        if (!there.isObject()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            JsonNode value = there.path(member.getKey());
            // A reference by external ID comes back with its internal ID only.
            if (!value.isMissingNode()
                    && RecordBody.lines(member.getValue()) == null
                    && !same(member.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameValue(JsonNode sent, JsonNode there) {
        if (sent.isBoolean() || there.isBoolean()) {
            return truth(sent) == truth(there);
        }
        String one = sent.asText().strip();
        String other = there.asText().strip();
        if (one.equals(other)) {
            return true;
        }
        BigDecimal number = number(one);
        BigDecimal otherNumber = number(other);
        if (number != null && otherNumber != null) {
            return (sent.isNumber() || there.isNumber()) && number.compareTo(otherNumber) == 0;
        }
        OffsetDateTime time = time(one);
        OffsetDateTime otherTime = time(other);
        return time != null && otherTime != null && time.isEqual(otherTime);
    }

    private static boolean truth(JsonNode value) {
        return value.asBoolean() || value.asText().equals("T");
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > 40 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
