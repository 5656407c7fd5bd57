package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Checks {@code iat} and {@code exp} of a client assertion. */
final class AssertionTimes {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final Conduct conduct;
    private final Clock clock;

    AssertionTimes(Conduct conduct, Clock clock) {
        this.conduct = conduct;
        this.clock = clock;
    }

    void check(ObjectNode claims, String certificateId) throws LoginRefused {
        BigDecimal issued = seconds(claims, "iat", certificateId);
        BigDecimal expires = seconds(claims, "exp", certificateId);
        Instant instant = clock.instant();
        BigDecimal now = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
        if (expires.compareTo(now) <= 0) {
            throw refused("TokenExpired", "The assertion expired at " + expires + ", it is " + now, certificateId);
        }
        if (issued.compareTo(now) > 0) {
            BigDecimal skew = conduct.is(Quirk.CLOCK_SKEW, "0 s") ? BigDecimal.ZERO : MINUTE;
            if (issued.compareTo(now.add(skew)) > 0) {
                throw refused(
                        "TokenNotAcceptable",
                        "The assertion was issued in the future, at " + issued + ", it is " + now,
                        certificateId);
            }
        }
        BigDecimal lifetime = expires.subtract(issued);
        if (tooBroad(lifetime)) {
            throw refused(
                    "TokenValidityTooBroad", "The assertion is valid for " + lifetime + " seconds", certificateId);
        }
        if (lifetime.signum() <= 0) {
            throw refused("TokenNotAcceptable", "The assertion expires before it was issued", certificateId);
        }
    }

    private boolean tooBroad(BigDecimal lifetime) {
        if (lifetime.compareTo(HOUR) < 0) {
            return false;
        }
        return conduct.is(Quirk.ASSERTION_LIFETIME, "under 3600 s") || lifetime.compareTo(HOUR.add(BigDecimal.ONE)) > 0;
    }

    private BigDecimal seconds(ObjectNode claims, String name, String certificateId) throws LoginRefused {
        JsonNode claim = claims.get(name);
        if (claim == null || !claim.isNumber()) {
            throw refused("TokenNotAcceptable", "Claim " + name + " is not a number of seconds", certificateId);
        }
        if (!claim.isIntegralNumber() && conduct.is(Quirk.NUMERIC_DATES, "integers")) {
            throw refused("TokenNotAcceptable", "Claim " + name + " is not whole seconds", certificateId);
        }
        return claim.decimalValue();
    }

    private LoginRefused refused(String detail, String explanation, String certificateId) {
        return new LoginRefused(conduct.mode(Quirk.TIMES_REFUSED), detail, explanation, Optional.of(certificateId));
    }
}
