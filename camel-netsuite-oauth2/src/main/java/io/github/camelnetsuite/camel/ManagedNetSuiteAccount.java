package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.token.TokenStatus;
import java.util.function.Supplier;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.jspecify.annotations.Nullable;

/**
 * An account as JMX shows it. Times are in ISO 8601, UTC; null stands for what is not known or not there. Reading an attribute asks
 * NetSuite nothing. Thread-safe.
 */
@ManagedResource(description = "A NetSuite account and its access token, without secrets")
public final class ManagedNetSuiteAccount {

    private final Supplier<AccountFacts> facts;

    ManagedNetSuiteAccount(Supplier<AccountFacts> facts) {
        this.facts = facts;
    }

    @ManagedAttribute(description = "Name it is configured under; default for the component's own settings")
    public String getName() {
        return facts.get().name();
    }

    @ManagedAttribute(description = "Account ID")
    public String getAccountId() {
        return facts.get().accountId().value();
    }

    @ManagedAttribute(description = "What the account is for, as far as its ID tells: production, sandbox, ...")
    public String getKind() {
        return facts.get().accountId().kind().label();
    }

    @ManagedAttribute(description = "Whether writes are refused before any call")
    public boolean isReadOnly() {
        return facts.get().readOnly();
    }

    @ManagedAttribute(description = "Certificate ID of the signing key in use")
    public String getCertificateId() {
        return facts.get().certificateId();
    }

    @ManagedAttribute(description = "Algorithm that client assertions are signed with")
    public String getSignatureAlgorithm() {
        return facts.get().algorithm().name();
    }

    @ManagedAttribute(description = "When the certificate expires; null when the certificate is not configured")
    public @Nullable String getCertificateExpiresAt() {
        return text(facts.get().certificateExpiresAt());
    }

    @ManagedAttribute(
            description = "Whole days until the certificate expires, negative once it has; null when the certificate is"
                    + " not configured")
    public @Nullable Long getDaysToCertificateExpiry() {
        return facts.get().daysToCertificateExpiry();
    }

    @ManagedAttribute(description = "State of the access token: NONE, FRESH, STALE or EXPIRED")
    public String getTokenState() {
        return token().state().name();
    }

    @ManagedAttribute(description = "Seconds since the held access token was granted; null when none is held")
    public @Nullable Long getTokenAgeSeconds() {
        return facts.get().tokenAgeSeconds();
    }

    @ManagedAttribute(description = "When the held access token expires; null when none is held")
    public @Nullable String getTokenExpiresAt() {
        return text(token().expiresAt());
    }

    @ManagedAttribute(description = "Access tokens granted since the start, the first included")
    public long getTokensGranted() {
        return token().refreshes();
    }

    @ManagedAttribute(description = "Token requests since the start that brought no token")
    public long getTokenFailures() {
        return token().failures();
    }

    @ManagedAttribute(
            description = "Message of the latest token failure, kept after recovery; null when there was none")
    public @Nullable String getLastTokenFailure() {
        return token().lastFailure();
    }

    @ManagedAttribute(description = "When the latest token failure was; null when there was none")
    public @Nullable String getLastTokenFailureAt() {
        return text(token().lastFailureAt());
    }

    @ManagedAttribute(description = "Whether NetSuite refuses the credentials")
    public boolean isCredentialsRefused() {
        return token().credentialsRefused();
    }

    @ManagedAttribute(description = "No token request is made before this; null when one may be made at any time")
    public @Nullable String getTokenRequestsPausedUntil() {
        return text(token().pausedUntil());
    }

    @ManagedAttribute(description = "NetSuite's time minus local time, in seconds; 0 when they agree within 30 seconds")
    public long getClockOffsetSeconds() {
        return token().clockOffset().toSeconds();
    }

    private TokenStatus token() {
        return facts.get().token();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
