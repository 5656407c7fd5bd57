package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.token.TokenStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Readiness of one account: down when NetSuite refuses its credentials or no token can be had, unknown until the first token was
 * asked for. Looks at what is known and asks NetSuite nothing.
 */
final class AccountHealthCheck extends AbstractHealthCheck {

    static final String GROUP = "netsuite";

    private final Supplier<NetSuiteAccount> current;
    private final Clock clock;

    AccountHealthCheck(String name, Supplier<NetSuiteAccount> current, Clock clock) {
        super(GROUP, GROUP + "-" + name);
        this.current = current;
        this.clock = clock;
    }

    @Override
    public boolean isLiveness() {
        // Starting the process again would not help against refused credentials.
        return false;
    }

    /**
     * Not before there is something to judge. A probe takes UNKNOWN for "not ready" and keeps calls away; but the first call is
     * what asks for the first token.
     */
    @Override
    public boolean isReadiness() {
        return !unused(current.get().tokenStatus());
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        NetSuiteAccount account = current.get();
        TokenStatus status = account.tokenStatus();
        describe(result, account, status);
        if (!status.healthy()) {
            result.down();
            result.message(status.lastFailure());
        } else if (unused(status)) {
            result.unknown();
            result.message("No access token was asked for yet.");
        } else {
            result.up();
        }
    }

    private void describe(HealthCheckResultBuilder result, NetSuiteAccount account, TokenStatus status) {
        result.detail("netsuite.account", account.accountId().value());
        result.detail("netsuite.certificateId", account.signingKey().certificateId());
        result.detail("netsuite.token.state", status.state().name());
        if (status.obtainedAt() != null && status.expiresAt() != null) {
            Duration age = Duration.between(status.obtainedAt(), clock.instant());
            result.detail(
                    "netsuite.token.age", Duration.ofSeconds(age.toSeconds()).toString());
            result.detail("netsuite.token.expires", status.expiresAt().toString());
        }
        result.detail("netsuite.token.refreshes", status.refreshes());
        result.detail("netsuite.token.failures", status.failures());
        account.signingKey()
                .expiresAt()
                .ifPresent(expiry -> result.detail("netsuite.certificate.expires", expiry.toString()));
    }

    private static boolean unused(TokenStatus status) {
        return status.healthy() && status.state() == TokenStatus.State.NONE && status.refreshes() == 0;
    }
}
