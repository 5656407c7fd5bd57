package io.github.camelnetsuite.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InboxRetriesTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private final InboxRetries retries = new InboxRetries(Duration.ofSeconds(2), new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToFiveMinutes() {
        for (int seconds : new int[] {2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            retries.later("a.json", new IOException("away"));

            now = now.plusSeconds(seconds).minusMillis(1);
            assertThat(retries.due("a.json")).as("just before %s s", seconds).isFalse();
            now = now.plusMillis(1);
            assertThat(retries.due("a.json")).as("after %s s", seconds).isTrue();
        }
    }

    @Test
    void othersGoPastAndAnOrderThatIsDoneIsForgotten() {
        retries.later("a.json", new IOException("away"));

        assertThat(retries.due("b.json")).isTrue();
        retries.forget("a.json");
        assertThat(retries.due("a.json")).isTrue();
    }
}
