package io.github.camelnetsuite.token;

import static io.github.camelnetsuite.token.RefreshFailureTest.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClockCorrectionTest {

    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final FakeClock clock = new FakeClock();
    private final List<Instant> issued = new ArrayList<>();
    private Duration serverAhead = Duration.ZERO;
    private boolean refuseAll;

    /** Refuses assertions that are more than a minute off its own time, as NetSuite may. */
    private final RefreshAheadTokens tokens = TokenWorld.inline(this::answer, new FakeKeys(), clock, new Events());

    @Test
    void aClockThatIsMinutesOffIsNoticedFromTheRefusalAndMadeUpForAtOnce() {
        serverAhead = Duration.ofMinutes(5);

        assertThat(tokens.get().value()).isEqualTo("t2");

        assertThat(issued).containsExactly(clock.instant(), clock.instant().plus(serverAhead));
        assertThat(tokens.status().clockOffset()).isEqualTo(serverAhead);
        assertThat(tokens.status().clockCorrected()).isTrue();
    }

    @Test
    void aClockThatIsAheadIsMadeUpForToo() {
        serverAhead = Duration.ofMinutes(-10);

        assertThat(tokens.get().value()).isEqualTo("t2");

        assertThat(tokens.status().clockOffset()).isEqualTo(serverAhead);
    }

    @Test
    void lessThanHalfAMinuteIsLeftAlone() {
        serverAhead = Duration.ofSeconds(29);

        tokens.get();

        assertThat(tokens.status().clockOffset()).isZero();
        assertThat(tokens.assertion().issuedAt()).isEqualTo(clock.instant());
    }

    @Test
    void halfAMinuteIsMadeUpFor() {
        serverAhead = Duration.ofSeconds(30);

        tokens.get();

        assertThat(tokens.status().clockOffset()).isEqualTo(serverAhead);
        assertThat(tokens.assertion().issuedAt()).isEqualTo(clock.instant().plus(serverAhead));
    }

    @Test
    void moreThanTenMinutesIsReportedAndNotMadeUpFor() {
        serverAhead = Duration.ofMinutes(25);

        assertThat(failureOf(tokens))
                .hasMessageEndingWith(
                        "the Detail column shows the code in brackets. This machine's clock is 25 minutes behind "
                                + "NetSuite's, too far to make up for: set the clock first, because that alone makes every assertion "
                                + "invalid.");

        assertThat(issued).containsExactly(clock.instant());
        assertThat(tokens.status().clockOffset()).isEqualTo(serverAhead);
        assertThat(tokens.status().clockCorrected()).isFalse();
    }

    @Test
    void theCorrectionGoesAwayWhenTheClockIsRightAgain() {
        serverAhead = Duration.ofMinutes(5);
        tokens.get();

        serverAhead = Duration.ZERO;
        clock.advance(Duration.ofHours(1));

        assertThat(tokens.get().value()).isEqualTo("t4");
        assertThat(tokens.status().clockOffset()).isZero();
        assertThat(tokens.assertion().issuedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aRefusalThatTheClockCannotExplainIsNotAskedTwice() {
        serverAhead = Duration.ofMinutes(5);
        tokens.get();
        issued.clear();
        clock.advance(Duration.ofHours(1));
        refuseAll = true;

        failureOf(tokens);

        assertThat(issued).hasSize(1);
    }

    @Test
    void theLifetimeOfATokenDoesNotDependOnTheWrongClock() {
        serverAhead = Duration.ofMinutes(5);

        assertThat(tokens.get().expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    private TokenAnswer answer(ClientAssertion assertion) {
        issued.add(assertion.issuedAt());
        Instant serverTime = clock.instant().plus(serverAhead);
        boolean off = Duration.between(assertion.issuedAt(), serverTime).abs().compareTo(TOLERATED) > 0;
        return off || refuseAll
                ? Answers.refused(400, "invalid_request", serverTime)
                : Answers.granted("t" + issued.size(), serverTime);
    }
}
