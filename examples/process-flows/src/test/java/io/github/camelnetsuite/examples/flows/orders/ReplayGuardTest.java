package io.github.camelnetsuite.examples.flows.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.examples.flows.FakeClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final FakeClock clock = new FakeClock();
    private final ReplayGuard guard = new ReplayGuard(clock);

    @Test
    void theSameTimeStampAndBodyPassOnce() {
        guard.stored(guard.admit("100", BODY));

        assertReplay("100");
        assertThat(guard.admit("101", BODY)).isNotEqualTo(guard.admit("102", BODY));
    }

    @Test
    void aForgottenMessageMayComeAgain() {
        guard.forget(guard.admit("100", BODY));

        guard.stored(guard.admit("100", BODY));
        assertReplay("100");
    }

    @Test
    void aCopyOfAMessageThatIsNotStoredYetIsNotCalledSafe() {
        String message = guard.admit("100", BODY);

        assertThatThrownBy(() -> guard.admit("100", BODY))
                .isInstanceOfSatisfying(WebhookRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(503))
                .hasMessage(
                        "A copy of this message is being stored just now. Send it again to learn what became of it.");
        guard.stored(message);
        assertReplay("100");
    }

    @Test
    void whatIsStoredIsNotForgottenWhenOnlyTheAnswerFailed() {
        String message = guard.admit("100", BODY);
        guard.stored(message);

        guard.forget(message);

        assertReplay("100");
    }

    @Test
    void memoryOutlastsEveryTimeStampThatIsStillAccepted() {
        guard.stored(guard.admit("100", BODY));

        // Signed by a clock five minutes ahead, a message is accepted for ten.
        clock.advance(Duration.ofMinutes(10));
        assertReplay("100");
        clock.advance(Duration.ofSeconds(1));
        guard.admit("100", BODY);
    }

    private void assertReplay(String timestamp) {
        assertThatThrownBy(() -> guard.admit(timestamp, BODY))
                .isInstanceOfSatisfying(WebhookRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(409));
    }
}
