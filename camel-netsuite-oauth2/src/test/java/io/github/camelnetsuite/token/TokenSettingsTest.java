package io.github.camelnetsuite.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    private static final URI URL =
            URI.create("https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token");

    @Test
    void theDefaultsAreFiveMinutesAndNoFurtherClaims() {
        TokenSettings settings = TokenSettings.of(URL, "key", TokenSettings.DEFAULT_SCOPES);

        assertThat(settings.scopes()).containsExactly("rest_webservices", "restlets");
        assertThat(settings.assertionLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.claims()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "ké", "\u0000"})
    void aConsumerKeyIsVisibleAscii(String consumerKey) {
        assertThatThrownBy(() -> TokenSettings.of(URL, consumerKey, List.of("restlets")))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "consumerKey is not a consumer key: it is empty, too long, or holds a space, a line break or a "
                                + "character outside ASCII. Copy the Consumer Key / Client ID of the integration record again; NetSuite "
                                + "shows it once, when the record is saved or its credentials are reset.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rest webservices", "rest_webservices,restlets", "a\"b", "ü"})
    void aScopeIsOneWord(String scope) {
        assertThatThrownBy(() -> TokenSettings.of(URL, "key", List.of(scope)))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("scopes must name at least one scope, each without spaces or quotes, such as "
                        + "rest_webservices,restlets. Seen: [" + scope + "].");
    }

    @Test
    void atLeastOneScopeIsNeeded() {
        assertThatThrownBy(() -> TokenSettings.of(URL, "key", List.of()))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageContaining("Seen: [].");
    }

    @Test
    void anUnfamiliarScopeIsAHintAndNotRefused() {
        TokenSettings settings = TokenSettings.of(URL, "key", List.of("restlets", "rest_webservice"));

        assertThat(settings.unfamiliarScopes()).containsExactly("rest_webservice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.9S", "PT-1S", "PT60M", "PT61M"})
    void anAssertionLivesLessThanAnHourAndMoreThanNothing(String lifetime) {
        assertThatThrownBy(() -> settings(Duration.parse(lifetime), Map.of()))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageStartingWith("assertionLifetime is ")
                .hasMessageEndingWith(
                        ", but NetSuite takes assertions that live less than 60 minutes, and one second is the "
                                + "least that makes sense. Leave it out for the default of 5 minutes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "iat", "jti", "scope", ""})
    void theClaimsWeMakeCannotBeReplaced(String name) {
        assertThatThrownBy(() -> settings(Duration.ofMinutes(5), Map.of(name, "x")))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage("claims[" + name + "]"
                        + " cannot be set: the connector makes iss, aud, exp, iat, jti and scope itself. "
                        + "Remove it; scopes has its own option.");
    }

    @Test
    void aClaimIsAPlainValue() {
        assertThatThrownBy(() -> settings(Duration.ofMinutes(5), Map.of("sub", new Object())))
                .hasMessage("claims[sub] must be text, a number or true or false. Write it as plain text.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1234567.suitetalk.api.netsuite.com/token",
                "http://127.evil.example/token",
                "http://localhost.evil.example/token",
                "ftp://localhost/token",
                "https:///token",
                "https://user@host/token",
                "https://host/token?x",
                "https://host/token#x",
                "/token"
            })
    void anAssertionTravelsOverTlsOrStaysOnThisMachine(String url) {
        assertThatThrownBy(() -> TokenSettings.of(URI.create(url), "key", List.of("restlets")))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "The token URL must be https, or http to localhost, 127.0.0.0/8 or ::1, with a host and a path and "
                                + "nothing else: an assertion sent elsewhere could be used by whoever reads it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/t", "http://127.0.0.1/t", "http://127.9.9.9/t", "http://[::1]:1/t"})
    void loopbackNeedsNoTls(String url) {
        assertThat(TokenSettings.of(URI.create(url), "key", List.of("restlets")).tokenUrl())
                .hasToString(url);
    }

    @Test
    void theOrderOfScopesAndClaimsDoesNotTellTokensApart() {
        TokenSettings one = TokenSettings.of(URL, "key", List.of("restlets", "rest_webservices"));
        TokenSettings other = TokenSettings.of(URL, "key", List.of("rest_webservices", "restlets"));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(TokenSettings.of(URL, "key2", List.of("rest_webservices", "restlets")));
    }

    @Test
    void printingThemShowsNeitherConsumerKeyNorClaimValues() {
        TokenSettings settings = new TokenSettings(
                URL,
                "consumer-key",
                new LinkedHashSet<>(Set.of("restlets")),
                Duration.ofMinutes(5),
                Map.of("sub", "3;-5"));

        assertThat(settings)
                .hasToString(
                        "TokenSettings[https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token, "
                                + "consumer key <redacted>, scopes [restlets], assertion lifetime PT5M, claims [sub]]");
    }

    private static TokenSettings settings(Duration lifetime, Map<String, Object> claims) {
        return new TokenSettings(URL, "key", Set.of("restlets"), lifetime, claims);
    }
}
