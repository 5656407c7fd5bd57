package io.github.camelnetsuite.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String SECRET = "the-secret-of-the-shop";

    @Test
    void anEnvironmentWithoutTheFourSettingsStandsForTheSimulator() {
        assertThat(AccountSettings.of(Map.of("PATH", "/bin"))).isEmpty();
    }

    @Test
    void aSettingThatIsBlankDoesNotStandForTheSimulator() {
        assertThatThrownBy(() -> AccountSettings.of(Map.of(
                        "NETSUITE_ACCOUNT_ID", "",
                        "NETSUITE_CONSUMER_KEY", " ",
                        "NETSUITE_CERTIFICATE_ID", "",
                        "NETSUITE_PRIVATE_KEY", "")))
                .hasMessage(
                        "NETSUITE_ACCOUNT_ID, NETSUITE_CONSUMER_KEY, NETSUITE_CERTIFICATE_ID, NETSUITE_PRIVATE_KEY are set"
                                + " but blank. Set all four settings of a NetSuite account to run against that account, or unset all four"
                                + " to run against the simulator.");
        assertThatThrownBy(() -> AccountSettings.of(Map.of("NETSUITE_ACCOUNT_ID", " ")))
                .hasMessageStartingWith("NETSUITE_ACCOUNT_ID is set but blank.");
    }

    @Test
    void aShopUrlThatIsBlankDoesNotStandForTheStandIn() {
        assertThatThrownBy(() -> ShopSettings.of(Map.of("SHOP_URL", " ", "WEBHOOK_SECRET", SECRET)))
                .hasMessage(
                        "SHOP_URL is set but blank. Set it to the address of the shop, or unset it to send products to a"
                                + " stand-in.");
    }

    @Test
    void theFourSettingsBecomeOptionsOfTheComponent() {
        AccountSettings account = AccountSettings.of(Map.of(
                        "NETSUITE_ACCOUNT_ID", "1234567_SB1",
                        "NETSUITE_CONSUMER_KEY", "key",
                        "NETSUITE_CERTIFICATE_ID", "id",
                        "NETSUITE_PRIVATE_KEY", "file:key.pem"))
                .orElseThrow();

        assertThat(account.properties())
                .containsOnly(
                        Map.entry("camel.component.netsuite.accountId", "1234567_SB1"),
                        Map.entry("camel.component.netsuite.consumerKey", "key"),
                        Map.entry("camel.component.netsuite.certificateId", "id"),
                        Map.entry("camel.component.netsuite.privateKey", "file:key.pem"));
        assertThat(account).hasToString("AccountSettings[1234567_SB1, simulated=false]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567_SB1", "1234567_sb1", "1234567-sb1", " 1234567_SB1 "})
    void anAccountHasOneFolderHoweverItsIdIsSpelled(String accountId) {
        AccountSettings account = new AccountSettings(accountId, false, Map.of());
        FlowSettings settings =
                new FlowSettings(RouteForm.JAVA, Path.of("data"), 0, account, ShopSettings.of(Map.of()), Map.of());

        assertThat(settings.accountFolder()).isEqualTo(Path.of("data", "1234567_SB1"));
    }

    @Test
    void oneMissingSettingIsNamed() {
        assertThatThrownBy(() -> AccountSettings.of(Map.of(
                        "NETSUITE_ACCOUNT_ID", "1234567",
                        "NETSUITE_CONSUMER_KEY", "key",
                        "NETSUITE_CERTIFICATE_ID", "id")))
                .hasMessage("Of the four settings of a NetSuite account NETSUITE_ACCOUNT_ID, NETSUITE_CONSUMER_KEY,"
                        + " NETSUITE_CERTIFICATE_ID are set, but NETSUITE_PRIVATE_KEY is missing. Set all four to run against"
                        + " that account, or none to run against the simulator.");
    }

    @Test
    void withoutAShopASecretIsMadeUpForTheStandIn() {
        ShopSettings shop = ShopSettings.of(Map.of());

        assertThat(shop.url()).isEmpty();
        assertThat(shop.secrets()).hasSize(1);
        assertThat(shop.knownToNobody()).isTrue();
        assertThat(shop.toString()).contains("WebhookSecret[<redacted>]");
    }

    @Test
    void aShopNeedsASecretOrTwo() {
        ShopSettings shop = ShopSettings.of(Map.of(
                "SHOP_URL", "https://shop.example.com/api/",
                "WEBHOOK_SECRET", SECRET,
                "WEBHOOK_SECRET_OLD", "the-secret-before-it"));

        assertThat(shop.url()).contains(URI.create("https://shop.example.com/api"));
        assertThat(shop.secrets()).hasSize(2);
        assertThat(shop.knownToNobody()).isFalse();
        assertThatThrownBy(() -> ShopSettings.of(Map.of("SHOP_URL", "https://shop.example.com")))
                .hasMessage(
                        "SHOP_URL is set but WEBHOOK_SECRET is missing, so no order of that shop could be told from a"
                                + " forged one. Set WEBHOOK_SECRET to the secret the shop signs with.");
        assertThatThrownBy(() -> ShopSettings.of(Map.of("WEBHOOK_SECRET_OLD", SECRET)))
                .hasMessage(
                        "WEBHOOK_SECRET_OLD is set but WEBHOOK_SECRET is missing. Set WEBHOOK_SECRET to the secret in use;"
                                + " the old one only serves while the shop still signs with it.");
        assertThatThrownBy(() -> ShopSettings.of(Map.of("WEBHOOK_SECRET", "short")))
                .hasMessage(
                        "A webhook secret has 5 characters; at least 16 are needed. Make one: openssl rand -hex 32");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Shop.example.com/api/, shop.example.com/api",
        "https://shop.example.com:443, shop.example.com",
        "http://shop.example.com:80/API, shop.example.com/API",
        "https://shop.example.com:8443, shop.example.com:8443"
    })
    void aShopIsKnownByItsHostAndPath(String url, String identity) {
        assertThat(ShopSettings.of(Map.of("SHOP_URL", url, "WEBHOOK_SECRET", SECRET))
                        .identity())
                .isEqualTo(identity);
        assertThat(ShopSettings.of(Map.of()).identity()).isEqualTo("stand-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example.com",
                "ftp://shop.example.com",
                "https://user:secret@shop.example.com",
                "https://shop.example.com?x=1",
                "https:///path",
                "http://a b"
            })
    void aShopUrlOfAnotherFormIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> ShopSettings.of(Map.of("SHOP_URL", url, "WEBHOOK_SECRET", SECRET)))
                .hasMessage(
                        "SHOP_URL is not of the form https://shop.example.com/api, without user name, query or fragment.");
    }
}
