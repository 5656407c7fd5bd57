package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A token source with everything around it in the hands of the test. */
final class TokenWorld implements AutoCloseable {

    static final TokenSettings SETTINGS =
            TokenSettings.of(URI.create("https://test.example/token"), "consumer", List.of("rest_webservices"));

    final FakeClock clock = new FakeClock();
    final ScriptedTokenEndpoint endpoint = new ScriptedTokenEndpoint();
    final FakeKeys keys = new FakeKeys();
    final Callers callers = new Callers();
    final Events events = new Events();
    final RefreshAheadTokens tokens;
    private final PromptExecutor background = new PromptExecutor();

    TokenWorld() {
        this(builder -> builder);
    }

    TokenWorld(UnaryOperator<RefreshAheadTokens.Builder> with) {
        this.tokens = with.apply(RefreshAheadTokens.builder(SETTINGS, keys, endpoint, background)
                        .clock(clock)
                        .nanoTime(clock::nanoTime)
                        .random(() -> 0.5)
                        .listener(events))
                .build();
    }

    /** A token source whose requests are made, and answered, on the calling thread. */
    static RefreshAheadTokens inline(TokenEndpoint endpoint, FakeKeys keys, FakeClock clock, TokenListener listener) {
        return RefreshAheadTokens.builder(SETTINGS, keys, endpoint, Runnable::run)
                .clock(clock)
                .nanoTime(clock::nanoTime)
                .random(() -> 0.0)
                .listener(listener)
                .build();
    }

    AccessToken hold(String value) {
        int before = events.told().size();
        var caller = callers.start(tokens::get);
        endpoint.awaitRequest().grant(value);
        AccessToken held = Callers.answer(caller);
        // Listeners are told after the callers were served.
        Callers.await().until(() -> events.told().size() > before);
        return held;
    }

    /** Holds this token, 50 of its 60 minutes old. */
    void holdStale(String value) {
        hold(value);
        clock.advance(Duration.ofMinutes(50));
    }

    /** Holds this token, and its time has just run out. */
    void holdExpired(String value) {
        hold(value);
        clock.advance(Duration.ofHours(1));
    }

    /** Waits until what was answered has been stored and told. */
    void awaitEvents(String... expected) {
        Callers.await().untilAsserted(() -> assertThat(events.told()).containsExactly(expected));
    }

    @Override
    public void close() {
        tokens.close();
        background.close();
    }
}
