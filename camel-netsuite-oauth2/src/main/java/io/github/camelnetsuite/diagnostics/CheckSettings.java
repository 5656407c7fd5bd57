package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.credentials.KeyStoreSettings;
import io.github.camelnetsuite.token.TokenSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings to check, as somebody typed them: nothing is refused here, for that is what the check is for. Immutable; prints
 * no value.
 */
public final class CheckSettings {

    final @Nullable String accountId;
    final @Nullable String consumerKey;
    final @Nullable String certificateId;
    final @Nullable KeyMaterial privateKey;
    final @Nullable String privateKeyPassword;
    final @Nullable KeyStoreSettings keyStore;
    final @Nullable KeyMaterial certificate;
    final @Nullable String signatureAlgorithm;
    final Set<String> scopes;
    final Map<String, Object> claims;
    final @Nullable String suiteTalkUrl;
    final @Nullable String restletsUrl;
    final @Nullable String proxy;
    final Duration timeout;

    private CheckSettings(Builder from) {
        this.accountId = from.accountId;
        this.consumerKey = from.consumerKey;
        this.certificateId = from.certificateId;
        this.privateKey = from.privateKey;
        this.privateKeyPassword = from.privateKeyPassword;
        this.keyStore = from.keyStore;
        this.certificate = from.certificate;
        this.signatureAlgorithm = from.signatureAlgorithm;
        this.scopes = Collections.unmodifiableSet(new LinkedHashSet<>(from.scopes));
        this.claims = Collections.unmodifiableMap(new TreeMap<>(from.claims));
        this.suiteTalkUrl = from.suiteTalkUrl;
        this.restletsUrl = from.restletsUrl;
        this.proxy = from.proxy;
        this.timeout = from.timeout;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return "CheckSettings[<redacted>]";
    }

    /** Collects the settings. Null and blank mean not set. Not thread-safe. */
    public static final class Builder {

        private @Nullable String accountId;
        private @Nullable String consumerKey;
        private @Nullable String certificateId;
        private @Nullable KeyMaterial privateKey;
        private @Nullable String privateKeyPassword;
        private @Nullable KeyStoreSettings keyStore;
        private @Nullable KeyMaterial certificate;
        private @Nullable String signatureAlgorithm;
        private Collection<String> scopes = TokenSettings.DEFAULT_SCOPES;
        private Map<String, Object> claims = Map.of();
        private @Nullable String suiteTalkUrl;
        private @Nullable String restletsUrl;
        private @Nullable String proxy;
        private Duration timeout = Duration.ofSeconds(15);

        private Builder() {}

        public Builder accountId(@Nullable String value) {
            accountId = present(value);
            return this;
        }

        public Builder consumerKey(@Nullable String value) {
            consumerKey = present(value);
            return this;
        }

        /** May be left out when the certificate is given. */
        public Builder certificateId(@Nullable String value) {
            certificateId = present(value);
            return this;
        }

        public Builder privateKey(@Nullable KeyMaterial value) {
            privateKey = value;
            return this;
        }

        public Builder privateKeyPassword(@Nullable String value) {
            privateKeyPassword = value;
            return this;
        }

        /** Instead of {@link #privateKey}. */
        public Builder keyStore(@Nullable KeyStoreSettings value) {
            keyStore = value;
            return this;
        }

        /** Optional; with it, expiry, certificate ID and the match with the key can be checked offline. */
        public Builder certificate(@Nullable KeyMaterial value) {
            certificate = value;
            return this;
        }

        public Builder signatureAlgorithm(@Nullable String value) {
            signatureAlgorithm = present(value);
            return this;
        }

        /** {@code rest_webservices} and {@code restlets} unless set. */
        public Builder scopes(Collection<String> value) {
            scopes = Objects.requireNonNull(value);
            return this;
        }

        /** Added to the assertion; none unless set. */
        public Builder claims(Map<String, Object> value) {
            claims = Objects.requireNonNull(value);
            return this;
        }

        public Builder suiteTalkUrl(@Nullable String value) {
            suiteTalkUrl = present(value);
            return this;
        }

        public Builder restletsUrl(@Nullable String value) {
            restletsUrl = present(value);
            return this;
        }

        /**
         * Host and port of the proxy the HTTP client goes through, for the report; null when it goes straight. The proxy
         * looks up host names then, so that this machine need not.
         */
        public Builder proxy(@Nullable String value) {
            proxy = present(value);
            return this;
        }

        /** The most each of the at most six network steps may take; 15 seconds unless set. */
        public Builder timeout(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("The time-out must be longer than nothing: " + value);
            }
            timeout = value;
            return this;
        }

        public CheckSettings build() {
            return new CheckSettings(this);
        }

        private static @Nullable String present(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }
    }
}
