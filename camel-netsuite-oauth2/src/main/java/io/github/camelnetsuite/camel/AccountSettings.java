package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.AccountId;
import io.github.camelnetsuite.credentials.KeyMaterial;
import io.github.camelnetsuite.credentials.KeyStoreSettings;
import io.github.camelnetsuite.credentials.ServiceUrls;
import io.github.camelnetsuite.credentials.SigningAlgorithm;
import io.github.camelnetsuite.credentials.SigningKey;
import io.github.camelnetsuite.credentials.SigningKeySettings;
import io.github.camelnetsuite.credentials.SigningKeySource;
import io.github.camelnetsuite.token.AssertionSigner;
import io.github.camelnetsuite.token.TokenSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.jspecify.annotations.Nullable;

/** The options of an account, checked and turned into the values of the core. Reads the key, but makes no network call. */
record AccountSettings(
        AccountId accountId,
        ServiceUrls urls,
        TokenSettings token,
        SigningKeySource keys,
        Optional<AssertionSigner> signer) {

    /**
     * The settings that these options mean.
     *
     * @throws NetSuiteConfigurationException naming the option that is missing or wrong
     */
    static AccountSettings of(NetSuiteConfiguration options, CamelContext context, Clock clock) {
        AccountId accountId = accountId(options);
        if (options.getMaxConcurrentRequests() < 1) {
            throw NetSuiteConfigurationException.ofOption(
                    "maxConcurrentRequests",
                    "maxConcurrentRequests is " + options.getMaxConcurrentRequests()
                            + ", so no call could ever be made. Leave it out, or set what the account is licensed for.");
        }
        if (options.getRetryTimeout() < 0) {
            throw NetSuiteConfigurationException.ofOption(
                    "retryTimeout",
                    "retryTimeout is " + options.getRetryTimeout()
                            + " ms. Set 0 to wait for nothing, or leave it out for 60 seconds.");
        }
        ServiceUrls urls = urls(options);
        TokenSettings token = new TokenSettings(
                urls.tokenUrl(),
                required("consumerKey", options.getConsumerKey()).strip(),
                scopes(options.getScopes()),
                Duration.ofMillis(options.getAssertionLifetime()),
                options.getClaims());
        SigningKeySource keys = keys(options, context, clock);
        keys.current();
        return new AccountSettings(accountId, urls, token, keys, Optional.ofNullable(options.getAssertionSigner()));
    }

    /**
     * The hosts of the account.
     *
     * @throws NetSuiteConfigurationException naming the option that is missing or wrong
     */
    static ServiceUrls urls(NetSuiteConfiguration options) {
        return ServiceUrls.of(accountId(options), options.getSuiteTalkUrl(), options.getRestletsUrl());
    }

    private static AccountId accountId(NetSuiteConfiguration options) {
        return AccountId.parse(required("accountId", options.getAccountId()));
    }

    private static SigningKeySource keys(NetSuiteConfiguration options, CamelContext context, Clock clock) {
        SigningAlgorithm algorithm = options.getSignatureAlgorithm() == null
                ? null
                : SigningAlgorithm.parse(options.getSignatureAlgorithm());
        KeyStoreParameters store = options.getKeyStoreParameters();
        if (options.getAssertionSigner() != null && options.getPrivateKey() == null && store == null) {
            return SigningKeySource.of(new SigningKey(
                    new RemoteKey(),
                    required("certificateId", options.getCertificateId()).strip(),
                    SigningAlgorithm.parse(required("signatureAlgorithm", options.getSignatureAlgorithm())),
                    null));
        }
        KeyMaterial storeFile =
                store == null ? null : ResourceMaterial.of(context, resolved(context, store.getResource()));
        if (store != null && storeFile == null && options.getPrivateKey() == null) {
            return SigningKeySource.of(handle(store, options, algorithm));
        }
        return SigningKeySource.of(
                SigningKeySettings.builder()
                        .privateKey(ResourceMaterial.of(context, options.getPrivateKey()))
                        .privateKeyPassword(options.getPrivateKeyPassword())
                        .keyStore(
                                store == null || storeFile == null
                                        ? null
                                        : storeFile(storeFile, store, options, context))
                        .certificate(ResourceMaterial.of(context, options.getCertificate()))
                        .certificateId(ResourceMaterial.of(context, options.getCertificateId()))
                        .signatureAlgorithm(algorithm)
                        .build(),
                clock);
    }

    private static KeyStoreSettings storeFile(
            KeyMaterial file, KeyStoreParameters store, NetSuiteConfiguration options, CamelContext context) {
        return new KeyStoreSettings(
                file,
                resolved(context, store.getType()),
                resolved(context, store.getPassword()),
                options.getKeyAlias(),
                options.getPrivateKeyPassword());
    }

    /** A key store without a file, such as a PKCS#11 token: its key is a handle that signs where it is. */
    private static SigningKey handle(
            KeyStoreParameters store, NetSuiteConfiguration options, @Nullable SigningAlgorithm algorithm) {
        try {
            return SigningKey.of(
                    store.createKeyStore(),
                    options.getKeyAlias(),
                    options.getPrivateKeyPassword(),
                    options.getCertificateId(),
                    algorithm);
        } catch (GeneralSecurityException | IOException e) {
            throw NetSuiteConfigurationException.ofOption(
                    "keyStoreParameters",
                    "The key store of keyStoreParameters cannot be opened ("
                            + e.getClass().getSimpleName()
                            + "). Check its type, provider and password, and that its token is there and logged in.",
                    e);
        }
    }

    /** Key store parameters are a bean, whose placeholders Camel resolves only when it is used. */
    private static @Nullable String resolved(CamelContext context, @Nullable String value) {
        return value == null ? null : context.resolvePropertyPlaceholders(value);
    }

    private static Set<String> scopes(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String required(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw NetSuiteConfigurationException.ofOption(
                    option,
                    "The option " + option
                            + " is not set. NetSuite's four values are accountId, consumerKey, certificateId and privateKey.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "AccountSettings[" + accountId + ", " + urls + "]";
    }
}
