package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUrlsTest {

    private final AccountId account = AccountId.parse("1234567_SB1");
    private final ServiceUrls urls = ServiceUrls.of(account, null, null);

    @Test
    void theyAreBuiltFromTheAccountId() {
        assertThat(urls.suiteTalk()).hasToString("https://1234567-sb1.suitetalk.api.netsuite.com");
        assertThat(urls.restlets()).hasToString("https://1234567-sb1.restlets.api.netsuite.com");
        assertThat(urls.tokenUrl())
                .hasToString("https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token");
    }

    @Test
    void thoseOfDifferentServicesAreDifferent() {
        assertThat(urls)
                .isNotEqualTo(ServiceUrls.of(AccountId.parse("1234567"), null, null))
                .isNotEqualTo(ServiceUrls.of(account, null, "http://localhost"))
                .isNotEqualTo(ServiceUrls.of(account, "http://localhost", null))
                .hasToString("ServiceUrls[https://1234567-sb1.suitetalk.api.netsuite.com, "
                        + "https://1234567-sb1.restlets.api.netsuite.com]");
    }

    @Test
    void aBlankSettingCountsAsNotSet() {
        assertThat(ServiceUrls.of(account, "", "  ")).isEqualTo(urls).hasSameHashCodeAs(urls);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://1234567-sb1.suitetalk.api.netsuite.com",
                "https://1234567-sb1.suitetalk.api.netsuite.com/",
                " HTTPS://1234567-SB1.SuiteTalk.API.NetSuite.com\n"
            })
    void theAccountsOwnAddressIsTakenInItsCanonicalForm(String configured) {
        assertThat(ServiceUrls.of(account, configured, null)).isEqualTo(urls);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080",
        "http://localhost:8080/, http://localhost:8080",
        "https://localhost, https://localhost",
        "HTTP://LocalHost:1, http://localhost:1",
        "http://127.0.0.1:65535, http://127.0.0.1:65535",
        "http://127.255.3.44:9, http://127.255.3.44:9",
        "https://[::1]:8443, https://[::1]:8443",
    })
    void loopbackAddressesAreTaken(String configured, String origin) {
        var loopback = ServiceUrls.of(account, configured, configured);

        assertThat(loopback.suiteTalk()).hasToString(origin);
        assertThat(loopback.restlets()).hasToString(origin);
        assertThat(loopback.tokenUrl()).hasToString(origin + "/services/rest/auth/oauth2/v1/token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1234567-sb1.suitetalk.api.netsuite.com",
                "https://1234567-sb1.suitetalk.api.netsuite.com:443",
                "https://user@1234567-sb1.suitetalk.api.netsuite.com",
                "https://1234567-sb1.suitetalk.api.netsuite.com//",
                "https://1234567-sb1.suitetalk.api.netsuite.com/services",
                "https://1234567-sb1.suitetalk.api.netsuite.com?x=1",
                "https://1234567-sb1.suitetalk.api.netsuite.com#x",
                "https://1234567-sb1.suitetalk.api.netsuite.com.",
                "https://1234567-sb1.suitetalk.api.netsuite.com.evil.tld",
                "https://evil.tld/1234567-sb1.suitetalk.api.netsuite.com",
                "https://evil.tld#.suitetalk.api.netsuite.com",
                "https://x.1234567-sb1.suitetalk.api.netsuite.com",
                "https://1234567_SB1.suitetalk.api.netsuite.com",
                "https://1234567-sb1.suitetal\u212a.api.netsuite.com",
                "https://1234567-sb1.\u017fuitetalk.api.netsuite.com",
                "https://1234567-sb1\n.suitetalk.api.netsuite.com",
                "1234567-sb1.suitetalk.api.netsuite.com",
                "ftp://localhost",
                "http://localhost.evil.tld",
                "http://localhost@evil.tld",
                "http://evil.tld@localhost",
                "http://localhost:0",
                "http://localhost:65536",
                "http://localhost:99999",
                "http://localhost:8080/services",
                "http://127.0.0.1.evil.tld",
                "http://127.0.0.256",
                "http://127.1",
                "http://127.0.0.01",
                "http://2130706433",
                "http://0.0.0.0",
                "http://[::2]",
                "http://[::ffff:127.0.0.1]",
                "http://192.168.0.1",
                "javascript:alert(1)",
                "\\\\localhost"
            })
    void everythingElseIsRefused(String hostile) {
        assertThatThrownBy(() -> ServiceUrls.of(account, hostile, null))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageStartingWith("suiteTalkUrl '")
                .hasMessageContaining(
                        "is refused: credentials go to NetSuite's own hosts only, by https and without port, user, "
                                + "path, query or fragment. Leave suiteTalkUrl out, or set it to "
                                + "https://1234567-sb1.suitetalk.api.netsuite.com. For the simulator use plain http or https on localhost, "
                                + "127.0.0.1 or [::1] with its port.")
                .hasMessageMatching("[ -~]+");
    }

    @Test
    void theAddressOfAnotherServiceIsNamedAsThat() {
        assertThatThrownBy(() -> ServiceUrls.of(account, null, "https://1234567-sb1.suitetalk.api.netsuite.com"))
                .hasMessageStartingWith("restletsUrl 'https://1234567-sb1.suitetalk.api.netsuite.com' is refused: "
                        + "it is the address of the service 'suitetalk', not of 'restlets'.");
    }

    @Test
    void theAddressOfAnotherAccountIsNamedAsThat() {
        assertThatThrownBy(() -> ServiceUrls.of(account, "https://1234567.suitetalk.api.netsuite.com", null))
                .hasMessageContaining("is refused: it belongs to another account than accountId 1234567_SB1.");
    }

    @Test
    void aPasswordInTheAddressIsNotShown() {
        assertThatThrownBy(() -> ServiceUrls.of(account, "http://u:secret@h/?t=hidden#more", null))
                .hasMessageStartingWith("suiteTalkUrl 'http://***@h/?***' is refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://1234567-sb1.suitetalk.api.netsuite.com",
                "https://1234567-sb1.suitetalk.api.netsuite.com:443/services/rest/record/v1/customer/1?x=y#z",
                "HTTPS://1234567-SB1.SUITETALK.API.NETSUITE.COM/x",
                "https://1234567-sb1.restlets.api.netsuite.com/app/site/hosting/restlet.nl"
            })
    void requestsToTheTwoServicesStayHome(String target) {
        assertThat(urls.own(URI.create(target))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1234567-sb1.suitetalk.api.netsuite.com/",
                "https://1234567-sb1.suitetalk.api.netsuite.com:8443/",
                "https://1234567-sb1.suitetalk.api.netsuite.com:80/",
                "https://user@1234567-sb1.suitetalk.api.netsuite.com/",
                "https://1234567-sb1.suitetalk.api.netsuite.com./",
                "https://1234567-sb1.app.netsuite.com/",
                "https://1234567.suitetalk.api.netsuite.com/",
                "https://1234567_sb1.suitetalk.api.netsuite.com/",
                "https://x.1234567-sb1.suitetalk.api.netsuite.com/",
                "https://1234567-sb1.suitetalk.api.netsuite.com.evil.tld/",
                "https://evil.tld/?https://1234567-sb1.suitetalk.api.netsuite.com",
                "//1234567-sb1.suitetalk.api.netsuite.com/",
                "/services/rest",
                "mailto:1234567-sb1.suitetalk.api.netsuite.com",
                "https:///x",
                ""
            })
    void everyOtherTargetIsNotOwn(String target) {
        assertThat(urls.own(URI.create(target))).isFalse();
    }

    @Test
    void noTargetIsNotOwn() {
        assertThat(urls.own(null)).isFalse();
    }

    @Test
    void onLoopbackThePortDecides() {
        var simulator = ServiceUrls.of(account, "http://localhost:4711", "http://localhost:4712");

        assertThat(simulator.own(URI.create("http://localhost:4711/x"))).isTrue();
        assertThat(simulator.own(URI.create("http://localhost:4712/x"))).isTrue();
        assertThat(simulator.own(URI.create("http://localhost:4713/x"))).isFalse();
        assertThat(simulator.own(URI.create("http://localhost/x"))).isFalse();
        assertThat(simulator.own(URI.create("http://127.0.0.1:4711/x"))).isFalse();
        assertThat(ServiceUrls.of(account, "http://[::1]", null).own(URI.create("http://[::1]:80/")))
                .isTrue();
    }
}
