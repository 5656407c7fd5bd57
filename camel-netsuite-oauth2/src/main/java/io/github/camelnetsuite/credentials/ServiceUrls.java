package io.github.camelnetsuite.credentials;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's services are. Nothing but these two origins ever gets an assertion or a token. Immutable.
 *
 * @see "NetSuite help: URLs for Account-Specific Domains"
 */
public final class ServiceUrls {

    private static final String TOKEN_PATH = "/services/rest/auth/oauth2/v1/token";

    private final URI suiteTalk;
    private final URI restlets;
    private final URI tokenUrl;

    private ServiceUrls(URI suiteTalk, URI restlets) {
        this.suiteTalk = suiteTalk;
        this.restlets = restlets;
        this.tokenUrl = suiteTalk.resolve(TOKEN_PATH);
    }

    /**
     * The URLs of an account: built from its ID, or as given. A given one must be the account's own origin of that service, or
     * a loopback one ({@code http} or {@code https} on {@code localhost}, {@code 127.0.0.0/8} or {@code [::1]}, any port), so
     * that no setting can send credentials elsewhere. One trailing slash is dropped.
     *
     * @param suiteTalkUrl null or blank to build it from the account ID
     * @param restletsUrl null or blank to build it from the account ID
     * @throws io.github.camelnetsuite.NetSuiteConfigurationException when a given URL is anything else
     */
    public static ServiceUrls of(AccountId account, @Nullable String suiteTalkUrl, @Nullable String restletsUrl) {
        return new ServiceUrls(
                ServiceOrigin.SUITE_TALK.of(account, suiteTalkUrl), ServiceOrigin.RESTLETS.of(account, restletsUrl));
    }

    /** Origin of REST web services and of the token endpoint: scheme, host and perhaps a port, without a path. */
    public URI suiteTalk() {
        return suiteTalk;
    }

    /** Origin of RESTlets and of certificate management: scheme, host and perhaps a port, without a path. */
    public URI restlets() {
        return restlets;
    }

    /** The token endpoint, which is also the audience of the client assertion. */
    public URI tokenUrl() {
        return tokenUrl;
    }

    /**
     * Whether a request to this target stays with the account: scheme, host and port are those of one of the two origins, and
     * no user information blurs which host is meant. False for everything that has no such host.
     */
    public boolean own(@Nullable URI target) {
        return target != null && (sameOrigin(suiteTalk, target) || sameOrigin(restlets, target));
    }

    private static boolean sameOrigin(URI origin, URI target) {
        return target.getRawUserInfo() == null
                && origin.getScheme().equalsIgnoreCase(target.getScheme())
                && origin.getHost().equalsIgnoreCase(target.getHost())
                && port(origin) == port(target);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceUrls urls && suiteTalk.equals(urls.suiteTalk) && restlets.equals(urls.restlets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(suiteTalk, restlets);
    }

    @Override
    public String toString() {
        return "ServiceUrls[" + suiteTalk + ", " + restlets + "]";
    }
}
