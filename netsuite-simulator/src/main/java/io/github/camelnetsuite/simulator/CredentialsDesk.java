package io.github.camelnetsuite.simulator;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes key pairs with uploaded certificates, as an administrator and an integrator would together. Thread-safe. */
final class CredentialsDesk {

    /** The mapping of a new certificate: a custom role, and the user who set it up. */
    static final String ROLE = "1000";

    static final String ENTITY = "-5";

    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(365);

    private final Clock clock;
    private final String accountId;
    private final String consumerKey;
    private final Certificates certificates;
    private final Consumer<String> secrets;
    private @Nullable Credentials standing;

    CredentialsDesk(
            Clock clock, String accountId, String consumerKey, Certificates certificates, Consumer<String> secrets) {
        this.clock = clock;
        this.accountId = accountId;
        this.consumerKey = consumerKey;
        this.certificates = certificates;
        this.secrets = secrets;
    }

    synchronized Credentials standing() {
        if (standing == null) {
            standing = issue(KeyKind.P_256);
        }
        return standing;
    }

    Credentials issue(KeyKind kind) {
        Instant now = clock.instant();
        return issue(kind, now.minus(BACK), now.plus(AHEAD));
    }

    Credentials issue(KeyKind kind, Instant notBefore, Instant notAfter) {
        KeyPair pair = kind.newKeyPair();
        X509Certificate certificate = SelfSignedCertificate.of(pair, kind, notBefore, notAfter);
        String pem = Pem.of(certificate);
        String id = certificates.upload(pem, ROLE, ENTITY).id();
        String privateKey = Pem.of(pair.getPrivate());
        secrets.accept(privateKey);
        return new Credentials(accountId, consumerKey, id, privateKey, pem);
    }

    /** Forgets every certificate but the one handed out first, so that it need not be made again. */
    synchronized void reset() {
        certificates.clear();
        if (standing != null) {
            UploadedCertificate again = certificates.upload(standing.certificatePem(), ROLE, ENTITY);
            if (!again.usableAt(clock.instant())) {
                certificates.clear();
                standing = null;
            }
        }
    }
}
