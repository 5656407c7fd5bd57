package io.github.camelnetsuite.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * How long an account's certificate is still good for: down once it has expired, unknown when the expiry is not known because only
 * the private key is configured. No part of readiness or liveness: the access token is what calls depend on.
 */
final class CertificateHealthCheck extends AbstractHealthCheck {

    private final Supplier<NetSuiteAccount> current;
    private final Clock clock;

    CertificateHealthCheck(String name, Supplier<NetSuiteAccount> current, Clock clock) {
        super(AccountHealthCheck.GROUP, AccountHealthCheck.GROUP + "-" + name + ":certificate");
        this.current = current;
        this.clock = clock;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public boolean isReadiness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        NetSuiteAccount account = current.get();
        result.detail("netsuite.account", account.accountId().value());
        result.detail("netsuite.certificate.id", account.signingKey().certificateId());
        account.signingKey().expiresAt().ifPresentOrElse(expiry -> judge(result, expiry), () -> unknown(result));
    }

    private void judge(HealthCheckResultBuilder result, Instant expiry) {
        Duration left = Duration.between(clock.instant(), expiry);
        result.detail("netsuite.certificate.expires", expiry.toString());
        result.detail("netsuite.certificate.daysLeft", Math.max(0, left.toDays()));
        if (left.isNegative()) {
            result.down();
            result.message("The certificate expired at " + expiry
                    + ", so NetSuite grants no access token for it. Upload a new one and configure its key.");
        } else {
            result.up();
        }
    }

    private static void unknown(HealthCheckResultBuilder result) {
        result.unknown();
        result.message(
                "The expiry is not known. Set the option certificate to the certificate that was uploaded to NetSuite.");
    }
}
