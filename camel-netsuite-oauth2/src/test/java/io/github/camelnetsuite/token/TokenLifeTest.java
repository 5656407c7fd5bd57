package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.credentials.SigningAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenLifeTest {

    private final TokenWorld world = new TokenWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void theFirstCallerWaitsAndAFreshTokenServesWithoutAsking() {
        world.hold("t1");

        world.clock.advance(Duration.ofMinutes(47));

        assertThat(world.tokens.get().authorization()).isEqualTo("Bearer t1");
        assertThat(world.endpoint.requests()).isEqualTo(1);
    }

    @Test
    void aThousandCallersAtAColdTokenMakeOneRequest() {
        var answers = world.callers.start(1000, world.tokens::get);
        var request = world.endpoint.awaitRequest();
        world.callers.awaitBlocked(1000);

        request.grant("t1");

        assertThat(Callers.answers(answers)).extracting(AccessToken::value).containsOnly("t1");
        assertThat(world.endpoint.requests()).isEqualTo(1);
    }

    @Test
    void aThousandCallersAtAnExpiredTokenMakeOneRequest() {
        world.holdExpired("t1");

        var answers = world.callers.start(1000, world.tokens::get);
        var request = world.endpoint.awaitRequest();
        world.callers.awaitBlocked(1000);
        request.grant("t2");

        assertThat(Callers.answers(answers)).extracting(AccessToken::value).containsOnly("t2");
        assertThat(world.endpoint.requests()).isEqualTo(2);
    }

    @Test
    void aStaleTokenServesWhileOneRequestInTheBackgroundReplacesIt() {
        world.holdStale("t1");

        for (int i = 0; i < 100; i++) {
            assertThat(world.tokens.get().value()).isEqualTo("t1");
        }
        world.endpoint.awaitRequest().grant("t2");

        Callers.await().until(() -> world.tokens.get().value().equals("t2"));
        assertThat(world.endpoint.requests()).isEqualTo(2);
    }

    @Test
    void refreshStartsBetween75And85PercentOfTheLifetime() {
        assertThat(staleAfter(0.0)).isEqualTo(Duration.ofMinutes(45));
        assertThat(staleAfter(1.0)).isEqualTo(Duration.ofMinutes(51));
    }

    @Test
    void aCallerWhoComesLateFindsTheTokenThatWasFetchedMeanwhile() {
        var meanwhile = new AtomicReference<Runnable>(() -> {});
        LongSupplier nanoTime = () -> {
            meanwhile.getAndSet(() -> {}).run();
            return 0;
        };
        try (TokenWorld slow = new TokenWorld(builder -> builder.nanoTime(nanoTime))) {
            slow.holdExpired("t1");
            // Between finding the token expired and taking the slot, somebody else fetches a new one.
            meanwhile.set(() -> slow.hold("t2"));

            assertThat(slow.tokens.get().value()).isEqualTo("t2");
            assertThat(slow.endpoint.requests()).isEqualTo(2);
        }
    }

    @Test
    void theLifetimeCountsFromReceiptWhateverTheWallClockSays() {
        AccessToken token = world.hold("t1");

        assertThat(token.obtainedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
        assertThat(token.toString()).isEqualTo("AccessToken[<redacted>, expires 2026-03-01T13:00:00Z]");
    }

    @Test
    void aClockSetBackBeforeTheGrantDoesNotKeepATokenAlive() {
        var running = new AtomicLong();
        try (TokenWorld odd = new TokenWorld(builder -> builder.nanoTime(running::get))) {
            odd.hold("t1");
            odd.clock.advance(Duration.ofHours(-5));
            assertThat(odd.tokens.get().value()).isEqualTo("t1");

            running.set(Duration.ofMinutes(61).toNanos());
            odd.clock.advance(Duration.ofSeconds(1));

            assertThat(odd.tokens.status().state()).isEqualTo(TokenStatus.State.EXPIRED);
            assertThat(odd.hold("t2").value()).isEqualTo("t2");
        }
    }

    @Test
    void aClockSetBackAfterTheGrantDoesNotKeepATokenAlive() {
        var running = new AtomicLong();
        try (TokenWorld odd = new TokenWorld(builder -> builder.nanoTime(running::get))) {
            odd.hold("t1");
            odd.clock.advance(Duration.ofMinutes(61 - 40));
            running.set(Duration.ofMinutes(61).toNanos());

            assertThat(odd.hold("t2").value()).isEqualTo("t2");
            assertThat(odd.endpoint.requests()).isEqualTo(2);
        }
    }

    @Test
    void theStatusTellsTheStateWithoutTheToken() {
        assertThat(world.tokens.status().state()).isEqualTo(TokenStatus.State.NONE);
        world.holdStale("t1");

        TokenStatus status = world.tokens.status();

        assertThat(status)
                .isEqualTo(new TokenStatus(
                        TokenStatus.State.STALE,
                        "cert-1",
                        SigningAlgorithm.ES256,
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Instant.parse("2026-03-01T13:00:00Z"),
                        1,
                        0,
                        false,
                        null,
                        null,
                        false,
                        null,
                        Duration.ZERO,
                        false));
        assertThat(status.healthy()).isTrue();
    }

    private static Duration staleAfter(double random) {
        try (TokenWorld other = new TokenWorld(builder -> builder.random(() -> random))) {
            other.hold("t1");
            Duration step = Duration.ofSeconds(1);
            for (Duration age = Duration.ZERO; ; age = age.plus(step)) {
                if (other.tokens.status().state() == TokenStatus.State.STALE) {
                    return age;
                }
                other.clock.advance(step);
            }
        }
    }
}
