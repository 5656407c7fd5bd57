package io.github.camelnetsuite.simulator;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last logins, good and bad. Thread-safe. */
final class LoginAuditTrail {

    private static final int MAX_ROWS = 100_000;

    private final Clock clock;
    private final Deque<LoginAttempt> rows = new ArrayDeque<>();

    LoginAuditTrail(Clock clock) {
        this.clock = clock;
    }

    void succeeded(String explanation, String certificateId) {
        add(LoginAttempt.Outcome.SUCCESS, "", explanation, Optional.of(certificateId));
    }

    void failed(String detail, String explanation, Optional<String> certificateId) {
        add(LoginAttempt.Outcome.FAILURE, detail, explanation, certificateId);
    }

    synchronized List<LoginAttempt> rows() {
        return List.copyOf(rows);
    }

    synchronized void clear() {
        rows.clear();
    }

    private synchronized void add(
            LoginAttempt.Outcome outcome, String detail, String explanation, Optional<String> certificateId) {
        if (rows.size() == MAX_ROWS) {
            rows.removeFirst();
        }
        rows.addLast(new LoginAttempt(clock.instant(), outcome, detail, explanation, certificateId));
    }
}
