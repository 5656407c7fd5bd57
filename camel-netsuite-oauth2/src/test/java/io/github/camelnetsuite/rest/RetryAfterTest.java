package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void secondsAreSeconds() {
        assertThat(RetryAfter.read(" 120 ", null, NOW)).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 22 Nov 2026 10:00:30 GMT", "Sunday, 22-Nov-26 10:00:30 GMT", "Sun Nov 22 10:00:30 2026"})
    void aDateInEachFormOfHttpIsTheTimeUntilThen(String date) {
        assertThat(RetryAfter.read(date, null, NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aDateCountsFromTheServersOwnClockWhateverThisOneSays() {
        assertThat(RetryAfter.read(
                        "Sun, 22 Nov 2026 10:00:30 GMT",
                        "Sun, 22 Nov 2026 10:00:20 GMT",
                        NOW.minus(Duration.ofHours(3))))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aDateThatHasPassedMeansNow() {
        assertThat(RetryAfter.read("Sun, 22 Nov 2026 09:00:00 GMT", null, NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Sun, 42 Nov 2026 10:00:30 GMT"})
    void anythingElseSaysNothing(String value) {
        assertThat(RetryAfter.read(value, "nonsense", NOW)).isNull();
    }
}
