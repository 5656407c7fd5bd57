package io.github.camelnetsuite.examples.flows.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.examples.flows.FakeClock;
import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.durable.DurableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductRunTest {

    private final Exception refused = new IllegalStateException("refused");

    @TempDir
    private Path path;

    private final FakeClock clock = new FakeClock();
    private Watermark watermark;
    private ProductRun run;

    @BeforeEach
    void run() {
        watermark = new Watermark(
                DurableFolder.open(path),
                "shop.example.com/api",
                LocalDateTime.parse("2020-01-01T00:00:00"),
                Duration.ofHours(2));
        Narrator narrator = new Narrator(line -> {});
        run = new ProductRun(watermark, clock, narrator, new FirstRound(narrator));
    }

    @Test
    void theFirstRunBeginsWhereItIsToldAndTheNextBeforeTheLatestRow() throws IOException {
        assertThat(run.begin()).containsExactly(Map.entry("since", "2020-01-01 00:00:00"));
        run.read(row("2026-03-01 10:00:00"));
        run.read(row("2026-03-01 12:00:00"));
        run.finish();

        assertThat(run.begin()).containsExactly(Map.entry("since", "2026-03-01 10:00:00"));
    }

    @Test
    void theNextRunBeginsBeforeALongRunBegan() throws IOException {
        run.begin();
        run.read(row("2026-03-01 10:00:00"));
        // That item is changed here, at 12:00:01, and the run has passed it.
        clock.advance(Duration.ofHours(5));
        run.read(row("2026-03-01 17:00:00"));
        run.finish();

        // By an hour more, for summer time.
        assertThat(run.begin()).containsExactly(Map.entry("since", "2026-03-01 11:00:00"));
    }

    @Test
    void theWatermarkDoesNotPassTheEarliestFailedItem() throws IOException {
        run.begin();
        run.read(row("2026-03-01 10:00:00"));
        run.failed(row("2026-03-01 11:00:00"), refused);
        run.failed(row("2026-03-01 11:30:00"), refused);
        run.read(row("2026-03-01 12:00:00"));
        run.finish();

        assertThat(watermark.load()).contains(LocalDateTime.parse("2026-03-01T11:00:00"));
    }

    @Test
    void aFailedItemWithoutATimeHoldsTheWatermark() throws IOException {
        run.begin();
        run.read(row("2026-03-01 12:00:00"));
        run.failed(row("?"), refused);
        run.finish();

        assertThat(watermark.load()).isEmpty();
    }

    @Test
    void aRunWithoutRowsOrOneThatBreaksOffLeavesTheWatermark() throws IOException {
        watermark.save(LocalDateTime.parse("2026-03-01T12:00:00"));

        run.begin();
        run.finish();
        run.begin();
        run.read(row("2026-03-02 12:00:00"));
        run.brokenOff(refused);

        assertThat(watermark.load()).contains(LocalDateTime.parse("2026-03-01T12:00:00"));
    }

    @Test
    void aDamagedWatermarkIsNotTakenForNone() throws IOException {
        Files.writeString(path.resolve("products.shop.example.com_api-14de57d794b0.watermark"), "yesterday");

        assertThatThrownBy(watermark::since)
                .hasMessage("The watermark in " + path.resolve("products.shop.example.com_api-14de57d794b0.watermark")
                        + " is not a time such as 2026-01-31 14:05:09. Correct it, or delete the file to read everything"
                        + " again; what the shop already has is not sent twice.");
    }

    private static Map<String, String> row(String modified) {
        return Map.of("sku", "S", "modified", modified);
    }
}
