package io.github.camelnetsuite.token;

import static io.github.camelnetsuite.token.RefreshFailureTest.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySource;
import io.github.camelnetsuite.credentials.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefusedCredentialsTest {

    private static final String REFUSED =
            "The token endpoint test.example answered HTTP 401 invalid_client. The client "
                    + "assertion was signed with ES256 for certificate ID cert-1. Likely causes, in this order: (1) the certificate ID "
                    + "is mistyped, or its certificate was revoked, has expired or was wiped by a sandbox refresh [MissingKey, "
                    + "MissingKeyId]; (2) the private key is not the one of that certificate [SignatureValidation, InvalidSignature]; "
                    + "(3) the consumer key is not the integration record's Client ID (an Application ID is a common mix-up) "
                    + "[UnknownIntegration, InvalidIssuer, ClientIdMismatch]; (4) the integration record is blocked or not enabled "
                    + "[IntegrationBlocked, InvalidIntegration]. Next step: run netsuite check, and look in NetSuite under Setup > Users/Roles > User "
                    + "Management > View Login Audit Trail; the Detail column shows the code in brackets.";

    private final FakeClock clock = new FakeClock();
    private final FakeKeys keys = new FakeKeys();
    private final Events events = new Events();
    private final List<String> tried = new ArrayList<>();

    @Test
    void theMessageNamesTheCausesInOrderAndTheNextStep() {
        RefreshAheadTokens tokens = refusing(401, "invalid_client");

        assertThatThrownBy(tokens::get)
                .isInstanceOf(NetSuiteAccessException.class)
                .hasMessage(REFUSED);
    }

    @Test
    void callersInThePauseGetTheRememberedAnswerAndWhenTheNextTryComes() {
        RefreshAheadTokens tokens = refusing(401, "invalid_client");
        failureOf(tokens);
        clock.advance(Duration.ofSeconds(30));

        NetSuiteException remembered = failureOf(tokens);

        assertThat(remembered)
                .isInstanceOf(NetSuiteAccessException.class)
                .hasMessage(REFUSED
                        + " The next token request is made at 2026-03-01T12:01:30Z; until then this answer stands.");
        assertThat(remembered.retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(remembered.errorCode()).contains("invalid_client");
        assertThat(tokens.status().pausedUntil()).isEqualTo(Instant.parse("2026-03-01T12:01:30Z"));
        assertThat(tried).hasSize(1);
    }

    @Test
    void aWrongCredentialCostsThreeRequestsInTenMinutesWhateverTheNumberOfCalls() {
        assertThat(requestsInTenMinutes(refusing(401, "invalid_client"))).isEqualTo(3);
    }

    @Test
    void aWrongCredentialHiddenInServerErrorsCostsSixRequestsInTenMinutes() {
        assertThat(requestsInTenMinutes(refusing(500, "server_error"))).isEqualTo(6);
    }

    @Test
    void aWrongCredentialWithANewKeyAndAWrongClockStillCostsSixRequestsInTenMinutes() {
        Instant serverTime = clock.instant().plus(Duration.ofMinutes(5));
        keys.appear(TestKeys.p256("cert-2"));
        RefreshAheadTokens tokens =
                source(n -> Answers.refused(500, "server_error", clock.instant().plus(Duration.ofMinutes(5))));

        assertThat(requestsInTenMinutes(tokens)).isLessThanOrEqualTo(6);
        assertThat(tokens.assertion().issuedAt()).isAfter(serverTime);
    }

    @Test
    void serverErrorPassesThreeTimesAndIsThenTakenForWrongCredentials() {
        RefreshAheadTokens tokens = refusing(500, "server_error");
        List<NetSuiteException> failures = new ArrayList<>();
        while (tried.size() < 4) {
            clock.advance(Duration.ofSeconds(1));
            int before = tried.size();
            NetSuiteException failure = failureOf(tokens);
            if (tried.size() > before) {
                failures.add(failure);
            }
        }

        assertThat(failures.subList(0, 3)).hasOnlyElementsOfType(NetSuiteUnavailableException.class);
        assertThat(failures.get(3))
                .isInstanceOf(NetSuiteAccessException.class)
                .hasMessage(
                        "The token endpoint test.example answered HTTP 500 server_error. The client assertion was signed "
                                + "with ES256 for certificate ID cert-1. Likely causes, in this order: (1) NetSuite has a passing "
                                + "fault; (2) the certificate ID is unknown to this account, or was never uploaded [MissingKey, "
                                + "MissingKeyId]; (3) an Application ID was set as consumer key [UnknownIntegration, InvalidIssuer]; "
                                + "(4) the signature algorithm is not accepted [UnsupportedAlgo]. Next step: run netsuite check, and look in NetSuite under "
                                + "Setup > Users/Roles > User Management > View Login Audit Trail; the Detail column shows the code "
                                + "in brackets. Such an answer may leave no row there.");
        assertThat(tokens.status().credentialsRefused()).isTrue();
    }

    @Test
    void thePauseGrowsToHalfAnHour() {
        RefreshAheadTokens tokens = refusing(401, "invalid_client");
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            failureOf(tokens);
            Duration pause = failureOf(tokens).retryAfter().orElseThrow();
            pauses.add(pause);
            clock.advance(pause);
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(90L, 180L, 360L, 720L, 1440L, 1800L, 1800L);
    }

    @Test
    void aNewKeyEndsThePauseAtOnce() {
        RefreshAheadTokens tokens =
                source(n -> n == 1 ? Answers.refused(401, "invalid_client") : Answers.granted("t2"));
        failureOf(tokens);
        keys.appear(TestKeys.p256("cert-2"));

        assertThat(tokens.get().value()).isEqualTo("t2");

        assertThat(tried).containsExactly("cert-1", "cert-2");
        assertThat(keys.granted()).containsExactly("cert-2");
        assertThat(tokens.status().certificateId()).isEqualTo("cert-2");
    }

    @Test
    void rearmingEndsThePauseAtOnce() {
        RefreshAheadTokens tokens =
                source(n -> n == 1 ? Answers.refused(401, "invalid_client") : Answers.granted("t2"));
        failureOf(tokens);

        tokens.rearm();

        assertThat(tokens.get().value()).isEqualTo("t2");
    }

    @Test
    void aRefusalThatWasUnderWayWhenASettingChangedIsAskedAgain() {
        RefreshAheadTokens[] tokens = new RefreshAheadTokens[1];
        tokens[0] = source(n -> {
            if (n == 1) {
                tokens[0].rearm();
                return Answers.refused(401, "invalid_client");
            }
            return Answers.granted("t2");
        });

        assertThat(tokens[0].get().value()).isEqualTo("t2");
    }

    @Test
    void aNewKeyIsTriedFirstAndTakesOver() {
        keys.appear(TestKeys.p256("cert-2"));
        RefreshAheadTokens tokens = source(n -> Answers.granted("t" + n));

        tokens.get();

        assertThat(tried).containsExactly("cert-2");
        assertThat(keys.granted()).containsExactly("cert-2");
    }

    @Test
    void aRefusedNewKeyLeavesTheOldOneServing() {
        keys.appear(TestKeys.p256("cert-2"));
        RefreshAheadTokens tokens = sourceByKey("cert-2");

        assertThat(tokens.get().value()).isEqualTo("t2");

        assertThat(tried).containsExactly("cert-2", "cert-1");
        assertThat(keys.granted()).containsExactly("cert-1");
        assertThat(tokens.status().credentialsRefused()).isFalse();
    }

    @Test
    void aRefusedNewKeyIsNotTriedAgainForTenMinutesAndThenOnlyWhenATokenIsDue() {
        keys.appear(TestKeys.p256("cert-2"));
        RefreshAheadTokens tokens = sourceByKey("cert-2");
        tokens.get();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(100));
            tokens.invalidate(tokens.get().value());
            tokens.get();
        }
        assertThat(tried).containsExactly("cert-2", "cert-1", "cert-1", "cert-1", "cert-1", "cert-1", "cert-1");

        clock.advance(Duration.ofMinutes(50));
        tokens.get();

        assertThat(tried.subList(7, tried.size())).containsExactly("cert-2", "cert-1");
    }

    @Test
    void aCorrectedKeyOfTheSameCertificateIdIsANewKey() {
        keys.appear(TestKeys.p256("cert-2"));
        RefreshAheadTokens tokens =
                source(n -> n < 3 ? Answers.refused(401, "invalid_client") : Answers.granted("t" + n));
        failureOf(tokens);
        clock.advance(Duration.ofSeconds(1));

        keys.appear(new SigningKey(TestKeys.ec("secp256r1").getPrivate(), "cert-2", SigningAlgorithm.ES256, null));

        assertThat(tokens.get().value()).isEqualTo("t3");
        assertThat(tried).containsExactly("cert-2", "cert-1", "cert-2");
    }

    @Test
    void aHandleMadeAnewEachTimeIsNotANewKey() {
        TokenEndpoint endpoint = assertion -> {
            tried.add(assertion.certificateId());
            return Answers.refused(401, "invalid_client");
        };
        SigningKeySource making = new SigningKeySource() {
            @Override
            public SigningKey current() {
                return handle("cert-1");
            }

            @Override
            public Optional<SigningKey> candidate() {
                return Optional.of(handle("cert-2"));
            }

            @Override
            public void granted(SigningKey key) {}
        };
        RefreshAheadTokens tokens = RefreshAheadTokens.builder(TokenWorld.SETTINGS, making, endpoint, Runnable::run)
                .signer(new JcaAssertionSigner(new HandleProvider()))
                .clock(clock)
                .nanoTime(clock::nanoTime)
                .random(() -> 0.0)
                .build();

        assertThat(requestsInTenMinutes(tokens)).isEqualTo(4);
    }

    @Test
    void aRefusedNewKeyDoesNotEndThePauseOfTheOldOne() {
        keys.appear(TestKeys.p256("cert-2"));

        assertThat(requestsInTenMinutes(refusing(401, "invalid_client"))).isEqualTo(4);
    }

    @Test
    void aBrokenConnectionSaysNothingAboutTheNewKey() {
        keys.appear(TestKeys.p256("cert-2"));
        RefreshAheadTokens tokens = source(n -> n == 1 ? Answers.noAnswer() : Answers.granted("t" + n));
        failureOf(tokens);

        assertThat(tokens.get().value()).isEqualTo("t2");

        assertThat(tried).containsExactly("cert-2", "cert-2");
    }

    @Test
    void aKeyThatCannotBeReadIsAConfigurationErrorAndIsReadAgainByTheNextCaller() {
        var endpoint = new AnsweringTokenEndpoint(n -> Answers.granted("t1"));
        var broken = new BrokenOnceKeys(keys);
        RefreshAheadTokens tokens = RefreshAheadTokens.builder(TokenWorld.SETTINGS, broken, endpoint, Runnable::run)
                .clock(clock)
                .nanoTime(clock::nanoTime)
                .build();

        assertThatThrownBy(tokens::get)
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("privateKey is gone.");
        assertThat(tokens.get().value()).isEqualTo("t1");
    }

    private int requestsInTenMinutes(RefreshAheadTokens tokens) {
        for (int call = 0; call < 10_000; call++) {
            failureOf(tokens);
            clock.advance(Duration.ofMillis(60));
        }
        return tried.size();
    }

    private static SigningKey handle(String certificateId) {
        return new SigningKey(
                HandleProvider.handle(TestKeys.p256(certificateId).privateKey()),
                certificateId,
                SigningAlgorithm.ES256,
                null);
    }

    private RefreshAheadTokens refusing(int status, String error) {
        return source(n -> Answers.refused(status, error));
    }

    private RefreshAheadTokens source(IntFunction<TokenAnswer> answers) {
        TokenEndpoint endpoint = assertion -> {
            tried.add(assertion.certificateId());
            return answers.apply(tried.size());
        };
        return TokenWorld.inline(endpoint, keys, clock, events);
    }

    private RefreshAheadTokens sourceByKey(String refusedCertificateId) {
        TokenEndpoint endpoint = assertion -> {
            tried.add(assertion.certificateId());
            return assertion.certificateId().equals(refusedCertificateId)
                    ? Answers.refused(401, "invalid_client")
                    : Answers.granted("t" + tried.size());
        };
        return TokenWorld.inline(endpoint, keys, clock, events);
    }
}
