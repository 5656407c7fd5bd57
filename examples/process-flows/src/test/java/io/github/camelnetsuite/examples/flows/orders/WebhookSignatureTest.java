package io.github.camelnetsuite.examples.flows.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.examples.flows.FakeClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final WebhookSecret SECRET = WebhookSecret.of("the-secret-of-the-shop");
    private static final WebhookSecret NEXT = WebhookSecret.of("the-secret-after-it");
    private static final byte[] BODY = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);

    private final FakeClock clock = new FakeClock();
    private final String now = String.valueOf(clock.instant().getEpochSecond());
    private final WebhookSignature signature = new WebhookSignature(List.of(SECRET, NEXT), clock);

    @Test
    void theSignatureIsWhatAnyoneCanComputeWithOpenssl() {
        // printf '%s.%s' 1772366400 '{"id": 1}' | openssl dgst -sha256 -hmac the-secret-of-the-shop
        assertThat(SECRET.sign("1772366400", BODY))
                .isEqualTo("bd37baf7dd0f3678e13e9388f474b21dbc1d967cc7287dabfc8881405258f707");
    }

    @Test
    void eitherSecretAndEitherOfTwoSignaturesWillDo() {
        String first = SECRET.sign(now, BODY);
        String wrong = WebhookSecret.random().sign(now, BODY);

        assertThatCode(() -> signature.verify(now, first, BODY)).doesNotThrowAnyException();
        assertThatCode(() -> signature.verify(now, NEXT.sign(now, BODY), BODY)).doesNotThrowAnyException();
        assertThatCode(() -> signature.verify(now, wrong + ", " + first, BODY)).doesNotThrowAnyException();
    }

    @Test
    void aChangedTimeStampOrBodyIsNoticed() {
        String right = SECRET.sign(now, BODY);
        String later = String.valueOf(clock.instant().getEpochSecond() + 1);

        assertRefused("The signature is wrong.", () -> signature.verify(later, right, BODY));
        assertRefused("The signature is wrong.", () -> signature.verify(now, right, new byte[0]));
        assertRefused("The signature is wrong.", () -> signature.verify(now, right, null));
    }

    @Test
    void theWindowIsFiveMinutesBothWays() {
        String signed = SECRET.sign(now, BODY);

        clock.advance(Duration.ofMinutes(5));
        assertThatCode(() -> signature.verify(now, signed, BODY)).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(1));
        assertRefused("The time stamp is 301 s from our time", () -> signature.verify(now, signed, BODY));
        clock.advance(Duration.ofMinutes(-10).minusSeconds(2));
        assertRefused("The time stamp is 301 s from our time", () -> signature.verify(now, signed, BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1772366400.5", "9999999999999"})
    void aTimeStampOfAnotherFormIsRefused(String timestamp) {
        assertRefused(
                "The header X-Shop-Timestamp is missing",
                () -> signature.verify(timestamp, SECRET.sign(timestamp, BODY), BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=abc", ",", "00"})
    void aSignatureOfAnotherFormIsRefused(String given) {
        assertRefused("The header X-Shop-Signature is missing", () -> signature.verify(now, given, BODY));
    }

    @Test
    void threeSignaturesAreRefusedSoThatNobodyCanHaveUsTryManyAtOnce() {
        String one = SECRET.sign(now, BODY);

        assertRefused(
                "The header X-Shop-Signature is missing",
                () -> signature.verify(now, one + "," + one + "," + one, BODY));
    }

    @Test
    void moreThanTwoSecretsAreRefused() {
        assertThatThrownBy(() -> new WebhookSignature(List.of(SECRET, NEXT, WebhookSecret.random()), clock))
                .hasMessage("One or two webhook secrets are needed, not 3");
    }

    private static void assertRefused(String start, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(WebhookRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(401))
                .hasMessageStartingWith(start);
    }
}
