package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class ClockCheckTest {

    private static final CheckBench BENCH = new CheckBench();

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = BENCH.extension();

    @AfterEach
    void setTheClockRight() {
        BENCH.localTime(CheckBench.NOW);
    }

    @Test
    void aClockThatIsAFewMinutesOffIsWarnedAboutAndMadeUpFor() {
        BENCH.localTime(CheckBench.NOW.plus(Duration.ofMinutes(7)));
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.CLOCK))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(
                        Level.WARN, "This machine's clock is 7 minutes ahead of the server's (2026-03-01T12:00:00Z).");
        assertThat(report.passed()).isTrue();
    }

    @Test
    void aClockThatIsFarOffFailsAndIsTheFirstOnTheShortlist() {
        BENCH.localTime(CheckBench.NOW.minus(Duration.ofMinutes(20)));
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.firstFailure().orElseThrow())
                .extracting(Finding::step, Finding::seen)
                .containsExactly(
                        CheckStep.CLOCK,
                        "This machine's clock is 20 minutes behind the server's (2026-03-01T12:00:00Z).");
        assertThat(report.finding(CheckStep.TOKEN).candidates().get(0))
                .isEqualTo(Candidate.of(
                        "this machine's clock is 20 minutes behind",
                        List.of("TokenNotAcceptable", "TokenExpired", "TokenValidityTooBroad")));
    }

    @Test
    void aServerThatNamesAWrongTimeDoesNotSpoilTheLogin() {
        BENCH.netSuite().faults().onAny().dateSkew(Duration.ofMinutes(20));
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.CLOCK).level()).isEqualTo(Level.FAIL);
        assertThat(report.finding(CheckStep.CLOCK).meaning()).contains("a proxy answers with a wrong time");
        assertThat(report.finding(CheckStep.TOKEN).level()).isEqualTo(Level.OK);
    }

    @Test
    void aRightClockMovesTheClockToTheEndOfTheShortlist() {
        BENCH.netSuite().faults().onToken().status(400, "{\"error\":\"invalid_request\"}");
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.TOKEN).candidates())
                .last()
                .extracting(Candidate::cause)
                .isEqualTo("the clock of this machine is wrong");
    }
}
