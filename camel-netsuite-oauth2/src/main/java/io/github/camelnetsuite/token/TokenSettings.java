package io.github.camelnetsuite.token;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a token is asked for with, apart from the signing key. Two equal settings used with the same certificate ID get
 * interchangeable tokens, so this is also what tells tokens apart. Immutable; {@link #toString()} leaves out the consumer key and
 * the values of the claims.
 *
 * @param tokenUrl where the assertion is posted to, and its audience: {@code https}, or {@code http} to a literal loopback
 *     address
 * @param consumerKey the integration record's Consumer Key / Client ID, the assertion's {@code iss}: visible ASCII
 * @param scopes at least one; the order given is kept, and does not matter when two settings are compared
 * @param assertionLifetime from {@code iat} to {@code exp}, in whole seconds: at least one second, less than 60 minutes
 * @param claims added to the assertion for servers that want more, such as {@code sub}; values are text, numbers or booleans
 * @see "NetSuite help: The Request Token Structure"
 */
public record TokenSettings(
        URI tokenUrl, String consumerKey, Set<String> scopes, Duration assertionLifetime, Map<String, Object> claims) {

    /** REST web services and RESTlets, which is what the integration record offers besides analytics. */
    public static final Set<String> DEFAULT_SCOPES =
            Collections.unmodifiableSet(new LinkedHashSet<>(List.of("rest_webservices", "restlets")));

    /** Long enough for a slow network, short enough that a stolen assertion is soon worthless. */
    public static final Duration DEFAULT_ASSERTION_LIFETIME = Duration.ofMinutes(5);

    private static final Set<String> KNOWN_SCOPES = Set.of("rest_webservices", "restlets", "suite_analytics");
    private static final Set<String> OWN_CLAIMS = Set.of("iss", "aud", "exp", "iat", "jti", "scope");
    private static final Duration LIFETIME_LIMIT = Duration.ofMinutes(60);
    private static final int LONGEST_CONSUMER_KEY = 512;

    public TokenSettings {
        checkUrl(tokenUrl);
        if (consumerKey.isEmpty() || consumerKey.length() > LONGEST_CONSUMER_KEY || !visibleAscii(consumerKey)) {
            throw NetSuiteConfigurationException.ofOption(
                    "consumerKey",
                    "consumerKey is not a consumer key: it is empty, too long, or holds a "
                            + "space, a line break or a character outside ASCII. Copy the Consumer Key / Client ID of the integration "
                            + "record again; NetSuite shows it once, when the record is saved or its credentials are reset.");
        }
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
        if (scopes.isEmpty() || !scopes.stream().allMatch(TokenSettings::scopeToken)) {
            throw NetSuiteConfigurationException.ofOption(
                    "scopes",
                    "scopes must name at least one scope, each without spaces or quotes, such "
                            + "as rest_webservices,restlets. Seen: " + scopes + ".");
        }
        if (assertionLifetime.toSeconds() < 1 || assertionLifetime.compareTo(LIFETIME_LIMIT) >= 0) {
            throw NetSuiteConfigurationException.ofOption(
                    "assertionLifetime",
                    "assertionLifetime is " + assertionLifetime
                            + ", but NetSuite takes assertions that live less than 60 minutes, and one second is the least that "
                            + "makes sense. Leave it out for the default of 5 minutes.");
        }
        claims = Collections.unmodifiableMap(new TreeMap<>(claims));
        claims.forEach(TokenSettings::checkClaim);
    }

    /** Settings with the default assertion lifetime and no further claims. */
    public static TokenSettings of(URI tokenUrl, String consumerKey, Collection<String> scopes) {
        return new TokenSettings(
                tokenUrl, consumerKey, new LinkedHashSet<>(scopes), DEFAULT_ASSERTION_LIFETIME, Map.of());
    }

    /**
     * The scopes whose names NetSuite does not document: perhaps mistyped, perhaps new. A hint for a check, never a reason to
     * refuse.
     */
    public Set<String> unfamiliarScopes() {
        return scopes.stream()
                .filter(scope -> !KNOWN_SCOPES.contains(scope))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void checkUrl(URI url) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean local = "http".equalsIgnoreCase(url.getScheme()) && loopback(url.getHost());
        if (url.getHost() == null
                || !(secure || local)
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new NetSuiteConfigurationException(
                    "The token URL must be https, or http to localhost, 127.0.0.0/8 or ::1, "
                            + "with a host and a path and nothing else: an assertion sent elsewhere could be used by whoever reads it.");
        }
    }

    private static boolean loopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("[::1]")
                        || host.matches("127(?:\\.\\d{1,3}){3}"));
    }

    private static void checkClaim(String name, Object value) {
        if (name.isBlank() || OWN_CLAIMS.contains(name)) {
            throw NetSuiteConfigurationException.ofOption(
                    "claims[" + name + "]",
                    "claims[" + name + "] cannot be set: the connector makes iss, aud, exp, iat, "
                            + "jti and scope itself. Remove it; scopes has its own option.");
        }
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw NetSuiteConfigurationException.ofOption(
                    "claims[" + name + "]",
                    "claims[" + name + "] must be text, a number or true or false. Write it as plain text.");
        }
    }

    private static boolean scopeToken(String scope) {
        return !scope.isEmpty()
                && visibleAscii(scope)
                && scope.chars().noneMatch(c -> c == '"' || c == '\\' || c == ',');
    }

    private static boolean visibleAscii(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    @Override
    public String toString() {
        return "TokenSettings[" + tokenUrl + ", consumer key <redacted>, scopes " + scopes + ", assertion lifetime "
                + assertionLifetime + ", claims " + claims.keySet() + "]";
    }
}
