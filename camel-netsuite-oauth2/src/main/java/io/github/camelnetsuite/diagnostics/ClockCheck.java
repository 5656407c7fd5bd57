package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.token.ClockOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Does this machine's clock agree with NetSuite's, as the connector judges it when it asks for tokens? */
final class ClockCheck implements Check {

    @Override
    public CheckStep step() {
        return CheckStep.CLOCK;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        if (!known.connected) {
            return Optional.of("NetSuite did not answer.");
        }
        return Check.unless(known.serverTime != null, "The answer named no time.");
    }

    @Override
    public Finding run(Knowledge known) {
        ClockOffset offset =
                ClockOffset.between(Objects.requireNonNull(known.localTime), Objects.requireNonNull(known.serverTime));
        if (offset.right()) {
            known.unlikely.addAll(List.of("TokenNotAcceptable", "TokenExpired", "TokenValidityTooBroad"));
            return Finding.ok(step(), "This machine's clock agrees with NetSuite's to within 30 seconds.");
        }
        String seen = "This machine's clock is " + offset.amount() + " " + offset.side()
                + (offset.value().isNegative() ? " of" : "") + " the server's (" + known.serverTime + ").";
        boolean corrected = offset.correctable();
        if (corrected) {
            known.clockCorrection = offset.value();
        }
        known.suspect(
                "this machine's clock is " + offset.amount() + " " + offset.side(),
                "TokenNotAcceptable",
                "TokenExpired",
                "TokenValidityTooBroad");
        return corrected
                ? Finding.of(step(), Level.WARN, seen)
                        .means("The connector makes up for up to 10 minutes; other programs do not.")
                        .act("Set the clock (NTP).")
                : Finding.of(step(), Level.FAIL, seen)
                        .means(
                                "This is too far to make up for: to NetSuite every assertion looks expired or issued in the future. "
                                        + "If this machine is right, a proxy answers with a wrong time.")
                        .act("Set the clock (NTP), then run this again.");
    }
}
