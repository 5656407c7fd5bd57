package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.token.TokenStatus;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Readiness of one account: down when NetSuite refuses its credentials or no token can be had, unknown until the first token was
 * asked for. Looks at what is known and asks NetSuite nothing.
 */
final class AccountHealthCheck extends AbstractHealthCheck {

    private final Supplier<NetSuiteAccount> current;

    AccountHealthCheck(String name, Supplier<NetSuiteAccount> current) {
        super("netsuite", "netsuite-" + name);
        this.current = current;
    }

    @Override
    public boolean isLiveness() {
        // Starting the process again would not help against refused credentials.
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        NetSuiteAccount account = current.get();
        TokenStatus status = account.tokenStatus();
        result.detail("netsuite.account", account.accountId().value());
        result.detail("netsuite.certificateId", account.signingKey().certificateId());
        result.detail("netsuite.token.state", status.state().name());
        account.signingKey()
                .expiresAt()
                .ifPresent(expiry -> result.detail("netsuite.certificate.expires", expiry.toString()));
        if (!status.healthy()) {
            result.down();
            result.message(status.lastFailure());
        } else if (status.state() == TokenStatus.State.NONE && status.refreshes() == 0) {
            result.unknown();
            result.message("No access token was asked for yet.");
        } else {
            result.up();
        }
    }
}
