package io.github.camelnetsuite.token;

import static io.github.camelnetsuite.token.RefreshFailureTest.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InvalidateTest {

    private final TokenWorld world = new TokenWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aThousandRefusedCallsAtOnceCostOneRequest() {
        world.hold("t1");
        world.clock.advance(Duration.ofMinutes(5));

        var callers = world.callers.start(1000, () -> {
            assertThat(world.tokens.invalidate("t1")).isTrue();
            return world.tokens.get();
        });
        var request = world.endpoint.awaitRequest();
        world.callers.awaitBlocked(1000);
        request.grant("t2");

        assertThat(Callers.answers(callers)).extracting(AccessToken::value).containsOnly("t2");
        assertThat(world.endpoint.requests()).isEqualTo(2);
    }

    @Test
    void aRefusedTokenYoungerThanAMinuteIsKeptBecauseItCannotBeTheReason() {
        world.hold("t1");
        world.clock.advance(Duration.ofSeconds(59));

        assertThat(world.tokens.invalidate("t1")).isFalse();

        assertThat(world.tokens.get().value()).isEqualTo("t1");
    }

    @Test
    void aRefusedTokenThatIsAMinuteOldIsReplaced() {
        world.hold("t1");
        world.awaitEvents("granted cert-1");
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(world.tokens.invalidate("t1")).isTrue();

        assertThat(world.hold("t2").value()).isEqualTo("t2");
        world.awaitEvents("granted cert-1", "invalidated", "granted cert-1");
    }

    @Test
    void aTokenThatWasReplacedMeanwhileDoesNotTakeTheNewOneWithIt() {
        world.holdExpired("t1");
        world.hold("t2");
        world.clock.advance(Duration.ofMinutes(5));

        assertThat(world.tokens.invalidate("t1")).isTrue();

        assertThat(world.tokens.get().value()).isEqualTo("t2");
        assertThat(world.endpoint.requests()).isEqualTo(2);
    }

    @Test
    void aStaleTokenThatIsRefusedIsReplacedByTheRequestAlreadyUnderWay() {
        world.holdStale("t1");
        world.tokens.get();
        var refresh = world.endpoint.awaitRequest();

        assertThat(world.tokens.invalidate("t1")).isTrue();
        var caller = world.callers.start(world.tokens::get);
        world.callers.awaitBlocked(1);
        refresh.grant("t2");

        assertThat(Callers.answer(caller).value()).isEqualTo("t2");
        assertThat(world.endpoint.requests()).isEqualTo(2);
    }

    @Test
    void aClockSetBackDoesNotMakeAnOldTokenNew() {
        var running = new AtomicLong();
        try (TokenWorld odd = new TokenWorld(builder -> builder.nanoTime(running::get))) {
            odd.hold("t1");
            running.set(Duration.ofMinutes(10).toNanos());
            odd.clock.advance(Duration.ofHours(-1));

            assertThat(odd.tokens.invalidate("t1")).isTrue();
        }
    }

    @Test
    void anInvalidatedTokenThatTheEndpointGivesOutAgainDoesNotComeBack() {
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t1"));
        RefreshAheadTokens tokens = TokenWorld.inline(endpoint, world.keys, world.clock, world.events);
        tokens.get();
        world.clock.advance(Duration.ofMinutes(2));
        tokens.invalidate("t1");

        assertThat(failureOf(tokens))
                .hasMessage(
                        "The token endpoint gave out again the access token that NetSuite has just refused. A cache between "
                                + "is likely: see that token requests are not cached.");
    }

    @Test
    void tenThousandCallsAgainstAnApiThatAlwaysAnswers401MakeElevenTokenRequestsInTenMinutes() {
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t" + n));
        RefreshAheadTokens tokens = TokenWorld.inline(endpoint, world.keys, world.clock, world.events);

        for (int call = 0; call <= 10_000; call++) {
            AccessToken token = tokens.get();
            if (tokens.invalidate(token.value())) {
                tokens.invalidate(tokens.get().value());
            }
            world.clock.advance(Duration.ofMillis(60));
        }

        assertThat(endpoint.requests()).isEqualTo(11);
    }
}
