package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.token.AssertionSigner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one NetSuite account: who is calling, and where. They belong to the component and to named accounts, never to
 * an endpoint URI or a message. Not thread-safe; read once, when the account is first used. {@code toString} shows no value.
 */
@UriParams
@Configurer
public class NetSuiteConfiguration implements Cloneable {

    @UriParam(
            label = "common",
            description = "Account ID, as NetSuite shows it on the page Company Information: `1234567`, `1234567_SB1`. "
                    + "Upper or lower case, with `_` or `-`.")
    private @Nullable String accountId;

    @UriParam(
            label = "security",
            description = "Consumer key of the integration record, which NetSuite also calls client ID.")
    private @Nullable String consumerKey;

    @UriParam(
            label = "security",
            description =
                    "Certificate ID that NetSuite shows on the OAuth 2.0 client credentials page, or a `file:` that "
                            + "holds it. May be left out when `certificate` is set: it is derived from it.")
    private @Nullable String certificateId;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Private key that belongs to the certificate: PEM text (PKCS#8, PKCS#1, SEC1, encrypted or not), "
                            + "or a `file:`, `classpath:`, `base64:` or `ref:` resource that holds it.")
    private @Nullable String privateKey;

    @UriParam(
            label = "security",
            secret = true,
            description = "Password of an encrypted private key, or of the key in a key store.")
    private @Nullable String privateKeyPassword;

    @UriParam(
            label = "security",
            description =
                    "Certificate that was uploaded to NetSuite: PEM text or a resource. Gives the certificate ID and "
                            + "the expiry date, and is checked against the private key.")
    private @Nullable String certificate;

    @UriParam(
            label = "security",
            description = "Key store (PKCS#12, JKS, PKCS#11) that holds private key and certificate, instead of "
                    + "`privateKey`.")
    private @Nullable KeyStoreParameters keyStoreParameters;

    @UriParam(
            label = "security",
            description = "Alias of the key in the key store. Needed only when the store holds more than one key.")
    private @Nullable String keyAlias;

    @UriParam(
            label = "security",
            defaultValue = "rest_webservices,restlets",
            description = "Scopes to ask for, separated by commas. Each must be ticked on the integration record.")
    private String scopes = "rest_webservices,restlets";

    @UriParam(
            label = "common",
            description =
                    "URL of REST web services, as Company URLs shows it. By default it is built from the account ID.")
    private @Nullable String suiteTalkUrl;

    @UriParam(
            label = "common",
            description = "URL of RESTlets, as Company URLs shows it. By default it is built from the account ID.")
    private @Nullable String restletsUrl;

    @UriParam(label = "common", description = "Whether operations that write are refused before any call.")
    private boolean readOnly;

    @UriParam(
            label = "common",
            defaultValue = "5",
            description =
                    "The most requests to the NetSuite account that are under way at once, by all endpoints and routes of this context. "
                            + "Fewer while NetSuite throttles. Every account serves 5; set what yours is licensed for, less "
                            + "what other programs need.")
    private int maxConcurrentRequests = 5;

    @UriParam(
            label = "common",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "The most a call waits in all: for its turn, and before it is sent again after NetSuite throttled it or did not "
                            + "answer. 0 waits for nothing and sends nothing again.")
    private long retryTimeout = 60_000;

    @UriParam(
            label = "security",
            description =
                    "Whether `netsuite:token` and `netsuite:assertion` may hand out the access token and the client "
                            + "assertion.")
    private boolean allowTokenExport;

    @UriParam(
            label = "security,advanced",
            enums = "PS256,PS384,PS512,ES256,ES384,ES512",
            description = "Signature algorithm of the client assertion. By default what fits the key: PS256 for RSA, "
                    + "ES256, ES384 or ES512 by curve.")
    private @Nullable String signatureAlgorithm;

    @UriParam(
            label = "security,advanced",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description = "Lifetime of a client assertion, less than 60 minutes.")
    private long assertionLifetime = 300_000;

    @UriParam(
            label = "security,advanced",
            description =
                    "Signs the client assertion in place of the private key, for keys that never leave their home, "
                            + "such as those of a cloud key service.")
    private @Nullable AssertionSigner assertionSigner;

    @UriParam(
            label = "security,advanced",
            description =
                    "Claims added to the client assertion, for servers that want `sub`; in properties the name stands in square brackets. "
                            + "Not `iss`, `aud`, `exp`, `iat`, `jti` or `scope`.")
    private Map<String, Object> claims = new LinkedHashMap<>();

    @UriParam(
            label = "advanced",
            description =
                    "Options handed to the HTTP component; in properties the name stands in square brackets. Allowed are "
                            + "`proxyHost`, `proxyPort`, `proxyAuthMethod`, "
                            + "`proxyAuthUsername`, `proxyAuthPassword`, `proxyAuthDomain`, `proxyAuthNtHost`, "
                            + "`connectTimeout`, `responseTimeout`, `connectionRequestTimeout`, `maxTotalConnections`, "
                            + "`connectionsPerRoute`, `connectionTimeToLive`, `sslContextParameters`.")
    private Map<String, Object> http = new LinkedHashMap<>();

    /** Whether every option has the value it has here. */
    boolean sameAs(NetSuiteConfiguration other) {
        return Objects.equals(accountId, other.accountId)
                && Objects.equals(consumerKey, other.consumerKey)
                && Objects.equals(certificateId, other.certificateId)
                && Objects.equals(privateKey, other.privateKey)
                && Objects.equals(privateKeyPassword, other.privateKeyPassword)
                && Objects.equals(certificate, other.certificate)
                && Objects.equals(keyStoreParameters, other.keyStoreParameters)
                && Objects.equals(keyAlias, other.keyAlias)
                && Objects.equals(scopes, other.scopes)
                && Objects.equals(suiteTalkUrl, other.suiteTalkUrl)
                && Objects.equals(restletsUrl, other.restletsUrl)
                && readOnly == other.readOnly
                && maxConcurrentRequests == other.maxConcurrentRequests
                && retryTimeout == other.retryTimeout
                && allowTokenExport == other.allowTokenExport
                && Objects.equals(signatureAlgorithm, other.signatureAlgorithm)
                && assertionLifetime == other.assertionLifetime
                && Objects.equals(assertionSigner, other.assertionSigner)
                && Objects.equals(claims, other.claims)
                && Objects.equals(http, other.http);
    }

    /** Whether anything here says who is calling. */
    boolean anyCredential() {
        return accountId != null
                || consumerKey != null
                || certificateId != null
                || privateKey != null
                || certificate != null
                || keyStoreParameters != null
                || assertionSigner != null;
    }

    /** A copy that shares no map with this one. */
    public NetSuiteConfiguration copy() {
        try {
            NetSuiteConfiguration copy = (NetSuiteConfiguration) clone();
            copy.claims = new LinkedHashMap<>(claims);
            copy.http = new LinkedHashMap<>(http);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getAccountId() {
        return accountId;
    }

    public void setAccountId(@Nullable String accountId) {
        this.accountId = accountId;
    }

    public @Nullable String getConsumerKey() {
        return consumerKey;
    }

    public void setConsumerKey(@Nullable String consumerKey) {
        this.consumerKey = consumerKey;
    }

    public @Nullable String getCertificateId() {
        return certificateId;
    }

    public void setCertificateId(@Nullable String certificateId) {
        this.certificateId = certificateId;
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

    public @Nullable String getCertificate() {
        return certificate;
    }

    public void setCertificate(@Nullable String certificate) {
        this.certificate = certificate;
    }

    public @Nullable KeyStoreParameters getKeyStoreParameters() {
        return keyStoreParameters;
    }

    public void setKeyStoreParameters(@Nullable KeyStoreParameters keyStoreParameters) {
        this.keyStoreParameters = keyStoreParameters;
    }

    public @Nullable String getKeyAlias() {
        return keyAlias;
    }

    public void setKeyAlias(@Nullable String keyAlias) {
        this.keyAlias = keyAlias;
    }

    public String getScopes() {
        return scopes;
    }

    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public @Nullable String getSuiteTalkUrl() {
        return suiteTalkUrl;
    }

    public void setSuiteTalkUrl(@Nullable String suiteTalkUrl) {
        this.suiteTalkUrl = suiteTalkUrl;
    }

    public @Nullable String getRestletsUrl() {
        return restletsUrl;
    }

    public void setRestletsUrl(@Nullable String restletsUrl) {
        this.restletsUrl = restletsUrl;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    public int getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(int maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public long getRetryTimeout() {
        return retryTimeout;
    }

    public void setRetryTimeout(long retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public boolean isAllowTokenExport() {
        return allowTokenExport;
    }

    public void setAllowTokenExport(boolean allowTokenExport) {
        this.allowTokenExport = allowTokenExport;
    }

    public @Nullable String getSignatureAlgorithm() {
        return signatureAlgorithm;
    }

    public void setSignatureAlgorithm(@Nullable String signatureAlgorithm) {
        this.signatureAlgorithm = signatureAlgorithm;
    }

    public long getAssertionLifetime() {
        return assertionLifetime;
    }

    public void setAssertionLifetime(long assertionLifetime) {
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

    public Map<String, Object> getHttp() {
        return http;
    }

    public void setHttp(Map<String, Object> http) {
        this.http = http;
    }

    @Override
    public String toString() {
        return "NetSuiteConfiguration[<redacted>]";
    }
}
