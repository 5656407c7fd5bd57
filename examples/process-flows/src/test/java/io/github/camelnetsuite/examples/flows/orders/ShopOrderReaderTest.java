package io.github.camelnetsuite.examples.flows.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopOrderReaderTest {

    private static final String ORDER =
            "{\"id\":\"a1\",\"store\":\"uk\",\"customer\":{\"id\":\"c1\",\"name\":\"Ada\",\"email\":\"ada@example.com\"},"
                    + "\"lines\":[{\"sku\":\"S-1\",\"quantity\":2,\"price\":10.15}]}";

    private final ShopOrderReader reader = new ShopOrderReader();

    @Test
    void anOrderIsReadAndNamesItsRecords() {
        ShopOrder order = read(ORDER);

        assertThat(order)
                .isEqualTo(new ShopOrder(
                        "a1",
                        "uk",
                        new ShopOrder.Customer("c1", "Ada", "ada@example.com"),
                        List.of(new ShopOrder.Line("S-1", new BigDecimal("2"), new BigDecimal("10.15")))));
        assertThat(order.externalId()).isEqualTo("SHOP-UK-A1");
        assertThat(order.customerExternalId()).isEqualTo("SHOP-UK-C1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "id":"a1"            | "id":"a/1"            | id is not of the form [A-Za-z0-9_-]{1,40}.
                    "id":"a1"            | "id":7                | id has to be text of 1 to 200 characters.
                    "id":"a1"            | "id":"a1","id":"a2"   | The body is not well-formed JSON (line 1, column 16).
                    "store":"uk"         | "store":"u-k"         | store is not of the form [A-Za-z0-9_]{1,20}.
                    "name":"Ada"         | "name":"A\\u0000"     | customer.name has to be text of 1 to 200 characters.
                    "customer":{         | "other":{             | customer.id has to be text of 1 to 200 characters.
                    "quantity":2         | "quantity":0          | lines[0].quantity is zero.
                    "quantity":2         | "quantity":-1         | lines[0].quantity has to be a number from 0 to 1000000000 with at most 10 decimals.
                    "quantity":2         | "quantity":"2"        | lines[0].quantity has to be a number from 0 to 1000000000 with at most 10 decimals.
                    "price":10.15        | "price":1e-999999     | lines[0].price has to be a number from 0 to 1000000000 with at most 10 decimals.
                    "price":10.15        | "price":1e999999      | lines[0].price has to be a number from 0 to 1000000000 with at most 10 decimals.
                    """)
    void whatIsMissingOrOutOfRangeIsNamed(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(ORDER.replace(right, wrong)))
                .isInstanceOf(MalformedOrder.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "price":10.15        | "price":10.150        | true
                    "store":"uk"         | "store":"UK"          | true
                    "name":"Ada"         | "name":"Ada L."       | true
                    "id":"a1"            | "note":1,"id":"a1"    | true
                    "id":"a1"            | "id":"A1"             | false
                    "id":"c1"            | "id":"c2"             | false
                    "price":10.15        | "price":10.16         | false
                    "quantity":2         | "quantity":3          | false
                    "S-1"                | "S-2"                 | false
                    """)
    void theMarkTellsWhetherASalesOrderWouldBeTheSame(String one, String other, boolean same) {
        String mark = read(ORDER).contentMark();

        assertThat(mark).matches("[0-9a-f]{12}");
        assertThat(read(ORDER.replace(one, other)).contentMark().equals(mark)).isEqualTo(same);
    }

    @Test
    void anOrderHasAtLeastOneLineAndNotTooMany() {
        String line = ORDER.substring(ORDER.indexOf("[") + 1, ORDER.indexOf("]"));
        String message = "lines has to be a list of 1 to 500 lines.";

        assertThatThrownBy(() -> read(ORDER.replace("[" + line + "]", "[]"))).hasMessage(message);
        assertThatThrownBy(() -> read(ORDER.replace(line, (line + ",").repeat(500) + line)))
                .hasMessage(message);
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        assertThatThrownBy(() -> reader.read(null)).hasMessage("The body is not a JSON object.");
        assertThatThrownBy(() -> read("[]")).hasMessage("The body is not a JSON object.");
        assertThatThrownBy(() -> read("[".repeat(100_000))).hasMessageStartingWith("The body is not well-formed JSON");
    }

    private ShopOrder read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
