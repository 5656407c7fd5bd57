package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.ServiceUrls;
import io.github.camelnetsuite.credentials.SigningCertificate;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.token.TokenAnswer;
import io.github.camelnetsuite.token.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one run has found out so far. Used by one thread. */
final class Knowledge {

    final CheckSettings settings;
    final Clock clock;

    @Nullable
    AccountId account;

    @Nullable
    ServiceUrls urls;

    /** The private key with a stand-in for its certificate ID; null when it is unusable. */
    @Nullable
    SigningKey bareKey;

    /** Null when none was given, or it is unusable. */
    @Nullable
    SigningCertificate certificate;

    /** Null when key, certificate and certificate ID do not make one that can sign. */
    @Nullable
    SigningKey key;

    /** Null when a token cannot be asked for with what is set. */
    @Nullable
    TokenSettings tokenSettings;

    boolean hostFound;
    boolean connected;

    /** The time of the answer by its own header, and here; null when it had none. */
    @Nullable
    Instant serverTime;

    @Nullable
    Instant localTime;

    /** What an assertion's times are corrected by. */
    Duration clockCorrection = Duration.ZERO;

    /** Null until one was granted; a secret. */
    TokenAnswer.@Nullable Granted token;

    /** Whether NetSuite accepted the token in a call. */
    boolean tokenAccepted;

    /** Causes that were seen here, offline, and would explain a refusal. */
    final List<Candidate> suspicions = new ArrayList<>();

    /** Audit trail codes of causes that were looked for here and not found. */
    final Set<String> unlikely = new HashSet<>();

    Knowledge(CheckSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void suspect(String cause, String... auditTrailCodes) {
        suspicions.add(Candidate.of(cause, List.of(auditTrailCodes)));
    }
}
