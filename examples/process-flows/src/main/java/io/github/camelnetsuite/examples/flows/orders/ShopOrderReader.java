package io.github.camelnetsuite.examples.flows.orders;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of an order and refuses, with the place, what is missing, too long or out of range. Thread-safe. */
public final class ShopOrderReader {

    /** What NetSuite can address as part of an external ID. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Without a hyphen, so that store and number stay apart in the external ID. */
    private static final Pattern STORE = Pattern.compile("[A-Za-z0-9_]{1,20}");

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_LINES = 500;
    private static final BigDecimal LARGEST_NUMBER = new BigDecimal("1000000000");

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * The order in a message.
     *
     * @throws MalformedOrder when it is none
     */
    public ShopOrder read(@Body byte @Nullable [] body) {
        JsonNode root = parse(body == null ? new byte[0] : body);
        JsonNode customer = root.path("customer");
        return new ShopOrder(
                matching(root.path("id"), "id", ID),
                matching(root.path("store"), "store", STORE),
                new ShopOrder.Customer(
                        matching(customer.path("id"), "customer.id", ID),
                        text(customer.path("name"), "customer.name"),
                        text(customer.path("email"), "customer.email")),
                lines(root.path("lines")));
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            if (root == null || !root.isObject()) {
                throw new MalformedOrder("The body is not a JSON object.");
            }
            return root;
        } catch (JacksonException e) {
            throw new MalformedOrder("The body is not well-formed JSON" + place(e) + ".");
        } catch (IOException e) {
            throw new MalformedOrder("The body is not JSON text in UTF-8.");
        }
    }

    private static String place(JacksonException e) {
        return e instanceof JsonProcessingException && e.getLocation() != null
                ? " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")"
                : "";
    }

    private static List<ShopOrder.Line> lines(JsonNode node) {
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_LINES) {
            throw new MalformedOrder("lines has to be a list of 1 to " + MOST_LINES + " lines.");
        }
        List<ShopOrder.Line> lines = new ArrayList<>();
        for (JsonNode line : node) {
            String at = "lines[" + lines.size() + "].";
            BigDecimal quantity = number(line.path("quantity"), at + "quantity");
            if (quantity.signum() == 0) {
                throw new MalformedOrder(at + "quantity is zero.");
            }
            lines.add(new ShopOrder.Line(
                    text(line.path("sku"), at + "sku"), quantity, number(line.path("price"), at + "price")));
        }
        return lines;
    }

    private static String matching(JsonNode node, String name, Pattern form) {
        String value = text(node, name);
        if (!form.matcher(value).matches()) {
            throw new MalformedOrder(name + " is not of the form " + form + ".");
        }
        return value;
    }

    private static String text(JsonNode node, String name) {
        String value = node.isTextual() ? node.textValue() : "";
        if (value.isBlank() || value.length() > LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedOrder(name + " has to be text of 1 to " + LONGEST_TEXT + " characters.");
        }
        return value;
    }

    /** Bounded in digits too: a number such as 1e-999999999 would fill the memory when written out. */
    private static BigDecimal number(JsonNode node, String name) {
        BigDecimal value = node.isNumber() ? node.decimalValue() : null;
        if (value == null
                || value.signum() < 0
                || Math.abs((long) value.scale()) > 10
                || value.compareTo(LARGEST_NUMBER) > 0) {
            throw new MalformedOrder(name + " has to be a number from 0 to " + LARGEST_NUMBER.toPlainString()
                    + " with at most 10 decimals.");
        }
        return value;
    }
}
