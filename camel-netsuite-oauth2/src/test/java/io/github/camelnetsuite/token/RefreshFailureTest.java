package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefreshFailureTest {

    private static final String STOPPED =
            "No access token is given out any more: the Camel context is stopping or has stopped, or a reload has replaced or"
                    + " removed the account.";

    private final TokenWorld world = new TokenWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void nobodyWaitsWhileStaleThoughTheEndpointIsDown() {
        AnsweringTokenEndpoint endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t1"));
        RefreshAheadTokens tokens = TokenWorld.inline(endpoint, world.keys, world.clock, world.events);
        tokens.get();
        endpoint.answer(n -> Answers.noAnswer());
        world.clock.advance(Duration.ofMinutes(46));

        for (int second = 0; second < 14 * 60 - 1; second++) {
            assertThat(tokens.get().value()).isEqualTo("t1");
            world.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(endpoint.requests()).isBetween(20, 40);
        assertThat(tokens.status().healthy()).isTrue();
    }

    @Test
    void nobodyWaitsWhileStaleThoughTheEndpointNeverAnswers() {
        world.holdStale("t1");

        for (int i = 0; i < 1000; i++) {
            assertThat(world.tokens.get().value()).isEqualTo("t1");
        }
        world.endpoint.awaitRequest();

        assertThat(world.endpoint.requests()).isEqualTo(2);
        assertThat(world.tokens.status().state()).isEqualTo(TokenStatus.State.STALE);
    }

    @Test
    void nobodyWaitsWhileStaleThoughTheEndpointAnswersNonsense() {
        world.holdStale("t1");
        world.tokens.get();

        world.endpoint
                .awaitRequest()
                .answer(TokenAnswer.Failed.of(TokenFault.UNREADABLE, "Nonsense.", ErrorFacts.status(200), null));

        world.awaitEvents("granted cert-1", "failed NetSuiteUnavailableException");
        assertThat(world.tokens.get().value()).isEqualTo("t1");
    }

    @Test
    void refusedCredentialsLeaveAStaleTokenServingAndStopTheRefresh() {
        world.holdStale("t1");
        world.tokens.get();
        world.endpoint.awaitRequest().refuse(401, "invalid_client");
        world.awaitEvents("granted cert-1", "failed NetSuiteAccessException");

        for (int i = 0; i < 1000; i++) {
            assertThat(world.tokens.get().value()).isEqualTo("t1");
        }

        assertThat(world.endpoint.requests()).isEqualTo(2);
        assertThat(world.tokens.status().credentialsRefused()).isTrue();
        assertThat(world.tokens.status().healthy()).isFalse();
    }

    @Test
    void aFailureIsSharedByThoseWhoWaitedButNotWithTheNextCaller() {
        var waiting = world.callers.start(3, world.tokens::get);
        var first = world.endpoint.awaitRequest();
        world.callers.awaitBlocked(3);
        first.answer(Answers.noAnswer());
        waiting.forEach(caller -> assertThatThrownBy(caller::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NetSuiteUnavailableException.class)
                .hasRootCauseMessage("The token endpoint test.example is gone."));

        assertThat(world.hold("t1").value()).isEqualTo("t1");
        assertThat(world.endpoint.requests()).isEqualTo(2);
    }

    @Test
    void eachWhoWaitedGetsAnExceptionOfItsOwn() {
        var waiting = world.callers.start(2, () -> failureOf(world.tokens));
        var first = world.endpoint.awaitRequest();
        world.callers.awaitBlocked(2);
        first.answer(Answers.noAnswer());

        assertThat(Callers.answer(waiting.get(0))).isNotSameAs(Callers.answer(waiting.get(1)));
    }

    @Test
    void anErrorInTheEndpointReachesTheWaitersAndFreesTheSlot() {
        var waiting = world.callers.start(world.tokens::get);
        world.endpoint.awaitRequest().fail(new NoClassDefFoundError("gone"));

        assertThatThrownBy(() -> Callers.answer(waiting))
                .cause()
                .hasMessage(
                        "The access token could not be obtained: java.lang.NoClassDefFoundError was thrown while it was "
                                + "asked for. This is a fault of the connector or of a part plugged into it; see the cause.")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(world.hold("t1").value()).isEqualTo("t1");
    }

    @Test
    void anExceptionInTheEndpointReachesTheWaitersAndFreesTheSlot() {
        var waiting = world.callers.start(world.tokens::get);
        world.endpoint.awaitRequest().fail(new IllegalStateException("broken part"));

        assertThatThrownBy(() -> Callers.answer(waiting)).hasRootCauseMessage("broken part");
        assertThat(world.hold("t1").value()).isEqualTo("t1");
    }

    @Test
    void aRejectedTaskLeavesTheStaleTokenServingAndTheSlotFree() {
        var executor = new PickyExecutor();
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t" + n));
        var tokens = RefreshAheadTokens.builder(TokenWorld.SETTINGS, world.keys, endpoint, executor)
                .clock(world.clock)
                .nanoTime(world.clock::nanoTime)
                .build();
        tokens.get();
        world.clock.advance(Duration.ofMinutes(52));

        executor.reject(true);
        assertThat(tokens.get().value()).isEqualTo("t1");
        executor.reject(false);
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.get().value()).isEqualTo("t1"); // starts the refresh

        assertThat(tokens.get().value()).isEqualTo("t2");
    }

    @Test
    void aCallerFetchesItselfWhenTheExecutorTakesNoTask() {
        var executor = new PickyExecutor();
        executor.reject(true);
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t" + n));
        var tokens = RefreshAheadTokens.builder(TokenWorld.SETTINGS, world.keys, endpoint, executor)
                .clock(world.clock)
                .nanoTime(world.clock::nanoTime)
                .build();

        assertThat(tokens.get().value()).isEqualTo("t1");
    }

    @Test
    void aCallerFetchesItselfWhenTheExecutorDoesNotComeToTheTask() {
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t" + n));
        List<Runnable> queue = new ArrayList<>();
        var tokens = RefreshAheadTokens.builder(TokenWorld.SETTINGS, world.keys, endpoint, queue::add)
                .clock(world.clock)
                .nanoTime(world.clock::nanoTime)
                .build();

        assertThat(tokens.get().value()).isEqualTo("t1");

        queue.forEach(Runnable::run);
        assertThat(endpoint.requests()).isEqualTo(1);
    }

    @Test
    void anErrorOfTheExecutorFreesTheSlot() {
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t" + n));
        var executor = new PickyExecutor();
        executor.error(new OutOfMemoryError("unable to create native thread"));
        var tokens = RefreshAheadTokens.builder(TokenWorld.SETTINGS, world.keys, endpoint, executor)
                .clock(world.clock)
                .nanoTime(world.clock::nanoTime)
                .build();
        assertThatThrownBy(tokens::get).isInstanceOf(OutOfMemoryError.class);

        executor.error(null);

        assertThat(tokens.get().value()).isEqualTo("t1");
    }

    @Test
    void closingWakesThoseWhoWait() {
        var waiting = world.callers.start(2, world.tokens::get);
        world.endpoint.awaitRequest();
        world.callers.awaitBlocked(2);

        world.tokens.close();

        waiting.forEach(
                caller -> assertThatThrownBy(() -> Callers.answer(caller)).hasRootCauseMessage(STOPPED));
    }

    @Test
    void aTokenThatArrivesAfterClosingIsNotKept() {
        var waiting = world.callers.start(world.tokens::get);
        var request = world.endpoint.awaitRequest();
        world.tokens.close();

        request.grant("late");
        assertThatThrownBy(() -> Callers.answer(waiting)).hasCauseInstanceOf(NetSuiteUnavailableException.class);
        world.awaitEvents("granted cert-1");

        assertThat(world.tokens.status().state()).isEqualTo(TokenStatus.State.NONE);
        assertThatThrownBy(world.tokens::get).hasMessage(STOPPED);
    }

    @Test
    void aFreshTokenIsNotGivenOutAfterClosing() {
        world.hold("t1");

        world.tokens.close();

        assertThatThrownBy(world.tokens::get).isInstanceOf(NetSuiteUnavailableException.class);
        assertThat(world.endpoint.requests()).isEqualTo(1);
    }

    @Test
    void anInterruptedWaitKeepsTheInterruptFlag() {
        var waiting = world.callers.start(() -> {
            assertThatThrownBy(world.tokens::get)
                    .hasMessage(
                            "The wait for an access token was interrupted, probably because the Camel context is stopping.");
            return Thread.currentThread().isInterrupted();
        });
        world.endpoint.awaitRequest();
        world.callers.awaitBlocked(1);

        world.callers.interrupt();

        assertThat(Callers.answer(waiting)).isTrue();
    }

    @Test
    void aRequestThatNeverReturnsDoesNotKeepOthersFromAsking() {
        var waiting = world.callers.start(world.tokens::get);
        var lost = world.endpoint.awaitRequest();
        world.clock.advance(Duration.ofSeconds(30));

        var next = world.callers.start(world.tokens::get);
        world.endpoint.awaitRequest().grant("t2");

        assertThat(Callers.answer(next).value()).isEqualTo("t2");
        assertThatThrownBy(() -> Callers.answer(waiting))
                .hasCauseInstanceOf(NetSuiteUnavailableException.class)
                .hasRootCauseMessage(
                        "No access token came within 30000 ms. The token endpoint or a proxy before it is overloaded or "
                                + "unreachable, or the key service that signs; the request is made again.");
        lost.answer(Answers.noAnswer());
        assertThat(world.tokens.get().value()).isEqualTo("t2");
        assertThat(world.tokens.status().failing()).isFalse();
    }

    @Test
    void aCallerWhoseTimeIsUpDoesNotBeginARequestItself() {
        List<Runnable> neverRun = new ArrayList<>();
        RefreshAheadTokens tokens = RefreshAheadTokens.builder(
                        TokenWorld.SETTINGS, world.keys, world.endpoint, neverRun::add)
                .maxWait(Duration.ofMillis(50))
                .build();

        assertThatThrownBy(tokens::get).hasMessageStartingWith("No access token came within 50 ms.");

        assertThat(neverRun).hasSize(1);
        assertThat(world.endpoint.requests()).isZero();
    }

    @Test
    void aWaitIsBoundedAndATokenThatComesAfterItsCallersGaveUpIsWelcome() {
        try (TokenWorld hasty = new TokenWorld(builder -> builder.maxWait(Duration.ofMillis(100)))) {
            assertThatThrownBy(hasty.tokens::get)
                    .isInstanceOf(NetSuiteUnavailableException.class)
                    .hasMessageStartingWith("No access token came within 100 ms.");

            hasty.endpoint.awaitRequest().grant("late");

            Callers.await().until(() -> hasty.tokens.status().state() == TokenStatus.State.FRESH);
            assertThat(hasty.tokens.get().value()).isEqualTo("late");
            assertThat(hasty.endpoint.requests()).isEqualTo(1);
        }
    }

    @Test
    void aListenerThatThrowsBreaksNothing() {
        TokenListener hostile = new TokenListener() {
            @Override
            public void granted(TokenStatus status) {
                throw new AssertionError("hostile");
            }
        };
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t" + n));
        RefreshAheadTokens tokens = RefreshAheadTokens.builder(TokenWorld.SETTINGS, world.keys, endpoint, Runnable::run)
                .clock(world.clock)
                .nanoTime(world.clock::nanoTime)
                .listener(hostile)
                .listener(world.events)
                .build();

        assertThat(tokens.get().value()).isEqualTo("t1");
        assertThat(world.events.told()).containsExactly("granted cert-1");
    }

    @Test
    void passingFailuresWithoutATokenAreNotHammered() {
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.noAnswer());
        RefreshAheadTokens tokens = TokenWorld.inline(endpoint, world.keys, world.clock, world.events);

        for (int i = 0; i < 6000; i++) {
            assertThat(failureOf(tokens)).isInstanceOf(NetSuiteUnavailableException.class);
            world.clock.advance(Duration.ofMillis(100));
        }

        assertThat(endpoint.requests()).isEqualTo(25);
    }

    @Test
    void aServerThatAsksForAWaitGetsIt() {
        var busy = new ErrorFacts(429, null, null, Duration.ofMinutes(2));
        var endpoint =
                new AnsweringTokenEndpoint(n -> TokenAnswer.Failed.of(TokenFault.THROTTLED, "Busy.", busy, null));
        RefreshAheadTokens tokens = TokenWorld.inline(endpoint, world.keys, world.clock, world.events);
        failureOf(tokens);

        NetSuiteException remembered = failureOf(tokens);

        assertThat(remembered.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(endpoint.requests()).isEqualTo(1);
    }

    @Test
    void aGrantEndsTheTrouble() {
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.refused(401, "invalid_client"));
        RefreshAheadTokens tokens = TokenWorld.inline(endpoint, world.keys, world.clock, world.events);
        assertThat(failureOf(tokens)).isInstanceOf(NetSuiteAccessException.class);
        assertThat(tokens.status().healthy()).isFalse();
        endpoint.answer(n -> Answers.granted("t1"));
        world.clock.advance(Duration.ofSeconds(90));

        assertThat(tokens.get().value()).isEqualTo("t1");

        assertThat(tokens.status().healthy()).isTrue();
        assertThat(tokens.status().pausedUntil()).isNull();
        assertThat(tokens.status().lastFailure()).startsWith("The token endpoint test.example answered HTTP 401");
    }

    static NetSuiteException failureOf(RefreshAheadTokens tokens) {
        try {
            tokens.get();
            throw new AssertionError("A token was given out");
        } catch (NetSuiteException e) {
            return e;
        }
    }
}
