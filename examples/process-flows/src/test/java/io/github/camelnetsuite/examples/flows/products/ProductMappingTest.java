package io.github.camelnetsuite.examples.flows.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductMappingTest {

    private static final Map<String, Object> ROW = Map.of(
            "id", "7",
            "sku", "S-7",
            "isinactive", "F",
            "price", "9.50",
            "modified", "2026-03-01 12:00:00");

    private final ProductMapping mapping = new ProductMapping();

    @Test
    void columnsThatAreNullAreLeftOut() {
        assertThat(mapping.product(ROW))
                .isEqualTo(new Product("7", "S-7", null, null, new BigDecimal("9.50"), true, "2026-03-01 12:00:00"));
    }

    @Test
    void theVersionChangesWithAnyColumnAndNotWithLinks() {
        String version = mapping.version(ROW);

        assertThat(version).startsWith("7@2026-03-01 12:00:00#");
        assertThat(mapping.version(with("price", "9.60"))).isNotEqualTo(version);
        assertThat(mapping.version(with("links", List.of()))).isEqualTo(version);
    }

    @Test
    void aRowWithoutAnIdIsRefused() {
        Map<String, Object> row = new HashMap<>(ROW);
        row.remove("id");

        assertThatThrownBy(() -> mapping.version(row)).hasMessage("The row has no id");
    }

    private static Map<String, Object> with(String column, Object value) {
        Map<String, Object> row = new HashMap<>(ROW);
        row.put(column, value);
        return row;
    }
}
