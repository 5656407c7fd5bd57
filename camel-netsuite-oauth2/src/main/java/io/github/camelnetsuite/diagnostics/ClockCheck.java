package io.github.camelnetsuite.diagnostics;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Does this machine's clock agree with NetSuite's, as the connector judges it when it asks for tokens? */
final class ClockCheck implements Check {

    /** Below this lie the whole seconds of the header and the way of the answer. */
    private static final Duration NOTICED = Duration.ofSeconds(30);

    /** Beyond this the connector does not correct, because the header may as well be wrong. */
    private static final Duration CORRECTED = Duration.ofMinutes(10);

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
        Duration offset =
                Duration.between(Objects.requireNonNull(known.localTime), Objects.requireNonNull(known.serverTime));
        Duration size = offset.abs();
        if (size.compareTo(NOTICED) < 0) {
            known.unlikely.addAll(List.of("TokenNotAcceptable", "TokenExpired", "TokenValidityTooBroad"));
            return Finding.ok(step(), "This machine's clock agrees with NetSuite's to within 30 seconds.");
        }
        String seen = "This machine's clock is " + amount(size) + (offset.isNegative() ? " ahead of" : " behind")
                + " the server's (" + known.serverTime + ").";
        boolean corrected = size.compareTo(CORRECTED) <= 0;
        if (corrected) {
            known.clockCorrection = offset;
        }
        known.suspect(
                "this machine's clock is " + amount(size) + (offset.isNegative() ? " ahead" : " behind"),
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

    private static String amount(Duration size) {
        return size.compareTo(Duration.ofMinutes(2)) < 0
                ? size.toSeconds() + " seconds"
                : size.toMinutes() + " minutes";
    }
}
