package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.credentials.SigningCertificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** Is the certificate valid now, and how long? */
final class CertificateDatesCheck implements Check {

    /** When NetSuite mails its first warning to the administrators. */
    private static final Duration SOON = Duration.ofDays(60);

    private static final String REPLACE =
            "Make a new key and certificate (netsuite keygen), upload the certificate, and set both together.";

    @Override
    public CheckStep step() {
        return CheckStep.CERTIFICATE_DATES;
    }

    @Override
    public Optional<String> obstacle(Knowledge known) {
        return Check.unless(
                known.certificate != null,
                known.settings.certificate == null
                        ? "No certificate is given, so its expiry is not known here; NetSuite shows it as Valid Until."
                        : "The certificate was not taken, as said above; NetSuite shows its expiry as Valid Until.");
    }

    @Override
    public Finding run(Knowledge known) {
        SigningCertificate certificate = Objects.requireNonNull(known.certificate);
        Instant now = known.clock.instant();
        if (now.isBefore(certificate.notBefore())) {
            known.suspect("the certificate is not valid yet", "MissingKey");
            return Finding.of(
                            step(),
                            Level.FAIL,
                            "Valid from " + certificate.notBefore() + " only, and it is " + now + ".")
                    .means("NetSuite refuses the login until then, or this machine's clock is slow.")
                    .act("Check the clock of this machine; if it is right, wait.");
        }
        if (now.isAfter(certificate.notAfter())) {
            known.suspect("the certificate expired on " + day(certificate.notAfter()), "MissingKey");
            return Finding.of(step(), Level.FAIL, "Expired at " + certificate.notAfter() + ".")
                    .means("NetSuite refuses the login. An expired certificate cannot be prolonged.")
                    .act(REPLACE)
                    .at(NetSuitePlace.MAPPINGS);
        }
        return now.isAfter(certificate.expiresAt()) ? tooOld(known, certificate) : valid(certificate, now);
    }

    private Finding tooOld(Knowledge known, SigningCertificate certificate) {
        known.suspect("NetSuite ended the certificate two years after its start", "MissingKey");
        return Finding.of(
                        step(),
                        Level.WARN,
                        "Older than two years, although written until " + day(certificate.notAfter()) + ".")
                .means("NetSuite ends every certificate after two years without saying so.")
                .act("Look up Valid Until in its row. " + REPLACE)
                .at(NetSuitePlace.MAPPINGS);
    }

    private Finding valid(SigningCertificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.expiresAt());
        String seen = "Valid from " + day(certificate.notBefore()) + " until " + day(certificate.expiresAt()) + ", "
                + left.toDays() + " days from now.";
        if (left.compareTo(SOON) < 0) {
            return Finding.of(step(), Level.WARN, seen)
                    .means("After that NetSuite refuses every login.")
                    .act(REPLACE)
                    .at(NetSuitePlace.MAPPINGS);
        }
        return certificate.tooLong()
                ? Finding.of(step(), Level.HINT, seen + " It is written until " + day(certificate.notAfter()) + ".")
                        .means(
                                "NetSuite ends every certificate after two years without saying so, so the earlier day counts.")
                        .act("Put the earlier day into the calendar.")
                : Finding.ok(step(), seen);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
