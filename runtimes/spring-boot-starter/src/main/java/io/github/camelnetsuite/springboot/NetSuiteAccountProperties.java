package io.github.camelnetsuite.springboot;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import io.github.camelnetsuite.token.AssertionSigner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one NetSuite account, as Spring binds them; what is not set leaves the component's default. A bean for Spring to
 * fill, not thread-safe. {@code toString} shows no value.
 */
public class NetSuiteAccountProperties {

    /**
     * Account ID, as NetSuite shows it on the page Company Information: 1234567, 1234567_SB1. Upper or lower case, with _
     * or -.
     */
    private @Nullable String accountId;

    /**
     * The most requests to the NetSuite account that are under way at once, by all endpoints and routes of this context.
     * Fewer while NetSuite throttles. Every account serves 5; set what yours is licensed for, less what other programs
     * need.
     */
    private @Nullable Integer maxConcurrentRequests;

    /**
     * Whether operations that write are refused before any call.
     */
    private @Nullable Boolean readOnly;

    /**
     * The most a call waits in all: for its turn, and before it is sent again after NetSuite throttled it or did not
     * answer. 0 waits for nothing and sends nothing again.
     */
    private @Nullable Duration retryTimeout;

    /**
     * URL of RESTlets, as Company URLs shows it. By default it is built from the account ID.
     */
    private @Nullable String restletsUrl;

    /**
     * URL of REST web services, as Company URLs shows it. By default it is built from the account ID.
     */
    private @Nullable String suiteTalkUrl;

    /**
     * Options handed to the HTTP component; in properties the name stands in square brackets. Allowed are proxyHost,
     * proxyPort, proxyAuthMethod, proxyAuthUsername, proxyAuthPassword, proxyAuthDomain, proxyAuthNtHost, connectTimeout,
     * responseTimeout, connectionRequestTimeout, maxTotalConnections, connectionsPerRoute, connectionTimeToLive,
     * sslContextParameters.
     */
    private Map<String, Object> http = new LinkedHashMap<>();

    /**
     * Whether netsuite:token and netsuite:assertion may hand out the access token and the client assertion.
     */
    private @Nullable Boolean allowTokenExport;

    /**
     * Certificate that was uploaded to NetSuite: PEM text or a resource. Gives the certificate ID and the expiry date,
     * and is checked against the private key.
     */
    private @Nullable String certificate;

    /**
     * Certificate ID that NetSuite shows on the OAuth 2.0 client credentials page, or a file: that holds it. May be left
     * out when certificate is set: it is derived from it.
     */
    private @Nullable String certificateId;

    /**
     * Consumer key of the integration record, which NetSuite also calls client ID.
     */
    private @Nullable String consumerKey;

    /**
     * Alias of the key in the key store. Needed only when the store holds more than one key.
     */
    private @Nullable String keyAlias;

    /**
     * Key store (PKCS#12, JKS, PKCS#11) that holds private key and certificate, instead of privateKey.
     */
    private @Nullable KeyStoreParameters keyStoreParameters;

    /**
     * Private key that belongs to the certificate: PEM text (PKCS#8, PKCS#1, SEC1, encrypted or not), or a file:,
     * classpath:, base64: or ref: resource that holds it.
     */
    private @Nullable String privateKey;

    /**
     * Password of an encrypted private key, or of the key in a key store.
     */
    private @Nullable String privateKeyPassword;

    /**
     * Scopes to ask for, separated by commas. Each must be ticked on the integration record.
     */
    private @Nullable String scopes;

    /**
     * Lifetime of a client assertion, less than 60 minutes.
     */
    private @Nullable Duration assertionLifetime;

    /**
     * Signs the client assertion in place of the private key, for keys that never leave their home, such as those of a
     * cloud key service.
     */
    private @Nullable AssertionSigner assertionSigner;

    /**
     * Claims added to the client assertion, for servers that want sub; in properties the name stands in square brackets.
     * Not iss, aud, exp, iat, jti or scope.
     */
    private Map<String, Object> claims = new LinkedHashMap<>();

    /**
     * Signature algorithm of the client assertion. By default what fits the key: PS256 for RSA, ES256, ES384 or ES512 by
     * curve.
     */
    private @Nullable String signatureAlgorithm;

    /**
     * Sets on the target what is set here, each text as the function gives it back.
     *
     * @param place what stands before an option's name in an error; empty for the component's own settings
     */
    void applyTo(NetSuiteConfiguration target, String place, UnaryOperator<String> values) {
        text(accountId, values, target::setAccountId);
        set(maxConcurrentRequests, target::setMaxConcurrentRequests);
        set(readOnly, target::setReadOnly);
        set(retryTimeout == null ? null : retryTimeout.toMillis(), target::setRetryTimeout);
        text(restletsUrl, values, target::setRestletsUrl);
        text(suiteTalkUrl, values, target::setSuiteTalkUrl);
        set(allowTokenExport, target::setAllowTokenExport);
        text(certificate, values, target::setCertificate);
        text(certificateId, values, target::setCertificateId);
        text(consumerKey, values, target::setConsumerKey);
        text(keyAlias, values, target::setKeyAlias);
        object(place + "keyStoreParameters", keyStoreParameters, target::setKeyStoreParameters);
        text(privateKey, values, target::setPrivateKey);
        text(privateKeyPassword, values, target::setPrivateKeyPassword);
        text(scopes, values, target::setScopes);
        set(assertionLifetime == null ? null : assertionLifetime.toMillis(), target::setAssertionLifetime);
        object(place + "assertionSigner", assertionSigner, target::setAssertionSigner);
        text(signatureAlgorithm, values, target::setSignatureAlgorithm);
        // Spring's users write connect-timeout.
        http.forEach(
                (name, value) -> target.getHttp().put(StringHelper.dashToCamelCase(name), resolved(value, values)));
        claims.forEach((name, value) -> target.getClaims().put(name, resolved(value, values)));
    }

    /** Blank is what an optional variable leaves behind: {@code ${NETSUITE_CERTIFICATE:}}. */
    private static void text(@Nullable String value, UnaryOperator<String> values, Consumer<String> setter) {
        String resolved = value == null ? "" : values.apply(value);
        if (!resolved.isBlank()) {
            setter.accept(resolved);
        }
    }

    /** @throws NetSuiteConfigurationException when the option names no bean */
    static <T> void object(String option, @Nullable T value, Consumer<T> setter) {
        if (value instanceof BeanReferenceConverter.NoReference) {
            throw NetSuiteConfigurationException.ofOption(
                    option,
                    "The option " + option
                            + " is an object, and its text names none (it is not shown). Write #bean: and"
                            + " the name of a bean of this type.");
        }
        set(value, setter);
    }

    static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static Object resolved(Object value, UnaryOperator<String> values) {
        return value instanceof String text ? values.apply(text) : value;
    }

    public @Nullable String getAccountId() {
        return accountId;
    }

    public void setAccountId(@Nullable String accountId) {
        this.accountId = accountId;
    }

    public @Nullable Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(@Nullable Integer maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public @Nullable Duration getRetryTimeout() {
        return retryTimeout;
    }

    public void setRetryTimeout(@Nullable Duration retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public @Nullable Boolean getReadOnly() {
        return readOnly;
    }

    public void setReadOnly(@Nullable Boolean readOnly) {
        this.readOnly = readOnly;
    }

    public @Nullable String getRestletsUrl() {
        return restletsUrl;
    }

    public void setRestletsUrl(@Nullable String restletsUrl) {
        this.restletsUrl = restletsUrl;
    }

    public @Nullable String getSuiteTalkUrl() {
        return suiteTalkUrl;
    }

    public void setSuiteTalkUrl(@Nullable String suiteTalkUrl) {
        this.suiteTalkUrl = suiteTalkUrl;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    public void setHttp(Map<String, Object> http) {
        this.http = http;
    }

    public @Nullable Boolean getAllowTokenExport() {
        return allowTokenExport;
    }

    public void setAllowTokenExport(@Nullable Boolean allowTokenExport) {
        this.allowTokenExport = allowTokenExport;
    }

    public @Nullable String getCertificate() {
        return certificate;
    }

    public void setCertificate(@Nullable String certificate) {
        this.certificate = certificate;
    }

    public @Nullable String getCertificateId() {
        return certificateId;
    }

    public void setCertificateId(@Nullable String certificateId) {
        this.certificateId = certificateId;
    }

    public @Nullable String getConsumerKey() {
        return consumerKey;
    }

    public void setConsumerKey(@Nullable String consumerKey) {
        this.consumerKey = consumerKey;
    }

    public @Nullable String getKeyAlias() {
        return keyAlias;
    }

    public void setKeyAlias(@Nullable String keyAlias) {
        this.keyAlias = keyAlias;
    }

    public @Nullable KeyStoreParameters getKeyStoreParameters() {
        return keyStoreParameters;
    }

    public void setKeyStoreParameters(@Nullable KeyStoreParameters keyStoreParameters) {
        this.keyStoreParameters = keyStoreParameters;
    }

    public @Nullable String getPrivateKey() {
        return privateKey;
    }

    public void setPrivateKey(@Nullable String privateKey) {
        this.privateKey = privateKey;
    }

    public @Nullable String getPrivateKeyPassword() {
        return privateKeyPassword;
    }

    public void setPrivateKeyPassword(@Nullable String privateKeyPassword) {
        this.privateKeyPassword = privateKeyPassword;
    }

    public @Nullable String getScopes() {
        return scopes;
    }

    public void setScopes(@Nullable String scopes) {
        this.scopes = scopes;
    }

    public @Nullable Duration getAssertionLifetime() {
        return assertionLifetime;
    }

    public void setAssertionLifetime(@Nullable Duration assertionLifetime) {
        this.assertionLifetime = assertionLifetime;
    }

    public @Nullable AssertionSigner getAssertionSigner() {
        return assertionSigner;
    }

    public void setAssertionSigner(@Nullable AssertionSigner assertionSigner) {
        this.assertionSigner = assertionSigner;
    }

    public Map<String, Object> getClaims() {
        return claims;
    }

    public void setClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    public @Nullable String getSignatureAlgorithm() {
        return signatureAlgorithm;
    }

    public void setSignatureAlgorithm(@Nullable String signatureAlgorithm) {
        this.signatureAlgorithm = signatureAlgorithm;
    }

    @Override
    public String toString() {
        return "NetSuiteAccountProperties[<redacted>]";
    }
}
