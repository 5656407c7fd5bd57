package io.github.camelnetsuite.token;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try to get a token: with the key that is to follow, if there is one, else with the key in use. A new key that is refused
 * leaves the one in use in place. An answer that reveals a wrong clock is followed at once by one more request with the right time.
 * Thread-safe.
 */
final class TokenRequests {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRequests.class);

    /** A refused new key is tried again, in case its certificate was uploaded late, but not at every turn. */
    private static final Duration REFUSED_KEY_RESTS = Duration.ofMinutes(10);

    private static final int SERVER_ERRORS_THAT_PASS = 3;

    private final SigningKeySource keys;
    private final ClientAssertions assertions;
    private final TokenEndpoint endpoint;
    private final Timekeeper time;
    private final DoubleSupplier random;
    private final ClockCorrection correction = new ClockCorrection();
    private final AtomicInteger serverErrors = new AtomicInteger();
    private volatile @Nullable RefusedKey refused;
    private volatile @Nullable SigningKey lastTried;

    private record RefusedKey(SigningKey key, Timekeeper.Moment since) {}

    TokenRequests(
            SigningKeySource keys,
            ClientAssertions assertions,
            TokenEndpoint endpoint,
            Timekeeper time,
            DoubleSupplier random) {
        this.keys = keys;
        this.assertions = assertions;
        this.endpoint = endpoint;
        this.time = time;
        this.random = random;
    }

    Outcome once() {
        Optional<SigningKey> next = candidate().filter(this::due);
        if (next.isPresent()) {
            Outcome outcome = tryNext(next.get());
            if (outcome != null) {
                return outcome;
            }
        }
        return ask(keys.current());
    }

    /** Whether a key has appeared that NetSuite has not refused yet. */
    boolean newKeyAppeared() {
        return candidate().filter(key -> !sameAsRefused(key)).isPresent();
    }

    /** Something was changed: what was refused may now be accepted. */
    void forgetRefusals() {
        refused = null;
        serverErrors.set(0);
    }

    ClientAssertion assertion() {
        return assertions.make(keys.current(), correction.correct(time.now()));
    }

    ClockCorrection clock() {
        return correction;
    }

    @Nullable
    SigningKey lastTried() {
        return lastTried;
    }

    /** Null when NetSuite refuses this key, or it cannot sign: then the key in use stays. */
    private @Nullable Outcome tryNext(SigningKey key) {
        String reason;
        try {
            TokenAnswer answer = request(key);
            if (answer instanceof TokenAnswer.Granted granted) {
                refused = null;
                return token(granted, key);
            }
            TokenAnswer.Failed failed = (TokenAnswer.Failed) answer;
            if (!failed.fault().aboutCredentials()) {
                return Outcome.Failure.of(failure(failed, key));
            }
            reason = failed.seen();
        } catch (NetSuiteConfigurationException e) {
            reason = e.getMessage();
        }
        refused = new RefusedKey(key, time.moment());
        LOG.warn(
                "The new signing key with certificate ID {} is not accepted, so the key in use stays. Check that its certificate "
                        + "is uploaded under Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) "
                        + "Setup. {}",
                key.certificateId(),
                reason);
        return null;
    }

    private Outcome ask(SigningKey key) {
        TokenAnswer answer = request(key);
        return answer instanceof TokenAnswer.Granted granted
                ? token(granted, key)
                : Outcome.Failure.of(failure((TokenAnswer.Failed) answer, key));
    }

    private TokenAnswer request(SigningKey key) {
        lastTried = key;
        boolean clockLearnt = false;
        while (true) {
            TokenAnswer answer = endpoint.request(assertions.make(key, correction.correct(time.now())));
            count(answer);
            boolean moved = correction.observe(answer.serverTime(), time.now());
            if (!moved
                    || clockLearnt
                    || !(answer instanceof TokenAnswer.Failed f && f.fault().aboutCredentials())) {
                return answer;
            }
            clockLearnt = true;
        }
    }

    private void count(TokenAnswer answer) {
        if (answer instanceof TokenAnswer.Failed failed && failed.fault() == TokenFault.SERVER_ERROR) {
            serverErrors.incrementAndGet();
        } else if (!(answer instanceof TokenAnswer.Failed failed && failed.fault() == TokenFault.NO_ANSWER)) {
            serverErrors.set(0);
        }
    }

    private TokenFailure failure(TokenAnswer.Failed failed, SigningKey key) {
        boolean permanent =
                switch (failed.fault().verdict()) {
                    case PERMANENT -> true;
                    case PASSING -> false;
                    case PASSING_THREE_TIMES -> serverErrors.get() > SERVER_ERRORS_THAT_PASS;
                };
        String message =
                TokenFaultText.of(failed, key) + (failed.fault().aboutCredentials() ? correction.advice() : "");
        return new TokenFailure(permanent, failed.fault().remedy(), message, failed.facts(), failed.cause());
    }

    private Outcome token(TokenAnswer.Granted granted, SigningKey key) {
        HeldToken held =
                new HeldToken(granted.accessToken(), granted.lifetime(), key, time.moment(), random.getAsDouble());
        try {
            keys.granted(key);
        } catch (RuntimeException e) {
            LOG.warn("The key source did not take note of a grant for certificate ID {}.", key.certificateId(), e);
        }
        return new Outcome.Token(held);
    }

    private Optional<SigningKey> candidate() {
        try {
            return keys.candidate();
        } catch (RuntimeException e) {
            LOG.warn("The key source could not look for new key material; the key in use stays.", e);
            return Optional.empty();
        }
    }

    private boolean due(SigningKey key) {
        RefusedKey before = refused;
        return before == null || !sameAsRefused(key) || time.since(before.since).compareTo(REFUSED_KEY_RESTS) >= 0;
    }

    /** Sources may make a new handle for the same key each time they look, so handles are told apart by certificate ID only. */
    private boolean sameAsRefused(SigningKey key) {
        RefusedKey before = refused;
        return before != null
                && before.key.certificateId().equals(key.certificateId())
                && (key.privateKey().getFormat() == null
                        || before.key.privateKey().equals(key.privateKey()));
    }
}
