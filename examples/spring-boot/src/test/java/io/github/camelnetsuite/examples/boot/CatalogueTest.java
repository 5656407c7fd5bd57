package io.github.camelnetsuite.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue();

    @Test
    void theNextRunReadsAgainWhatMayHaveChangedAfterItWasRead() {
        assertThat(catalogue.since()).containsEntry("since", "1970-01-01 00:00:00");
        catalogue.put(row("SKU-1", "2026-03-01 10:00:00"));
        // Item 1 is changed here, at 11:59:59, and the run has passed it.
        catalogue.put(row("SKU-2", "2026-03-01 12:00:00"));
        catalogue.finish();

        assertThat(catalogue.since()).containsEntry("since", "2026-03-01 10:00:00");
    }

    private static Map<String, Object> row(String sku, String modified) {
        return Map.of("sku", sku, "modified", modified);
    }
}
