package io.github.camelnetsuite.examples.flows.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.examples.flows.FakeClock;
import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.console.Narrator;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;

class InboxRetriesTest {

    private final FakeClock clock = new FakeClock();
    private final List<String> lines = new ArrayList<>();
    private final Narrator narrator = new Narrator(lines::add);
    private final InboxRetries retries = new InboxRetries(
            new InboxRetries.Policy(Duration.ofSeconds(1), Duration.ofSeconds(3), 4),
            clock,
            narrator,
            new FirstRound(narrator));

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToTheLongest() {
        assertThat(retries.accept(file("a"))).isTrue();

        for (long pause : new long[] {1, 2, 3, 3}) {
            retries.later("a", new IllegalStateException("down"));
            clock.advance(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(retries.accept(file("a"))).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(retries.accept(file("a"))).isTrue();
        }
        assertThat(lines.get(0)).isEqualTo("Order flow: a stays in the inbox, next try in 1000 ms: down");
    }

    @Test
    void othersDoNotWait() {
        retries.later("a", new IllegalStateException("down"));

        assertThat(retries.accept(file("b"))).isTrue();
    }

    @Test
    void afterTheLastTryThereIsNoHope() {
        for (int i = 0; i < 3; i++) {
            assertThat(retries.hope("a")).isTrue();
            retries.later("a", new IllegalStateException("down"));
        }

        assertThat(retries.hope("a")).isFalse();
        retries.done("a");
        assertThat(retries.hope("a")).isTrue();
    }

    @Test
    void aHugeNumberOfTriesDoesNotOverflow() {
        InboxRetries.Policy policy = new InboxRetries.Policy(Duration.ofSeconds(1), Duration.ofMinutes(5), 1_000_000);

        assertThat(policy.pause(999_999)).isEqualTo(Duration.ofMinutes(5));
    }

    private static GenericFile<File> file(String name) {
        GenericFile<File> file = new GenericFile<>();
        file.setFileNameOnly(name);
        return file;
    }
}
