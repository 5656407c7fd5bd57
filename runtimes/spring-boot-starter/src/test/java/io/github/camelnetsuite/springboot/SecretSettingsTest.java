package io.github.camelnetsuite.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;

/** Which values Actuator shows and which it masks. */
class SecretSettingsTest {

    private final NetSuiteComponentConfiguration settings = new NetSuiteComponentConfiguration();
    private final SecretSettings function = new SecretSettings(() -> settings);

    @Test
    void everySecretOptionOfTheComponentIsMasked() throws IOException {
        List<String> secret = new ArrayList<>();
        for (var option : component().properties()) {
            if (option.getValue().path("secret").asBoolean()) {
                secret.add(option.getKey());
            }
        }

        assertThat(secret).isNotEmpty().allSatisfy(option -> {
            assertThat(masked("camel.component.netsuite." + option, "x")).isTrue();
            assertThat(masked("camel.component.netsuite." + StringHelper.camelCaseToDash(option), "x"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.netsuite.privateKey",
                "camel.component.netsuite.accounts[eu].private-key-password",
                "camel.component.netsuite.accounts.eu.private_key",
                "camel.component.netsuite.http[proxyAuthPassword]",
                "camel.component.netsuite.http.proxy-auth-password",
                "camel.component.netsuite.key-store-parameters.password",
                "camel.component.netsuite.configuration.privateKey",
                "camel.component.netsuite.assertionSigner.credentials",
                "CAMEL_COMPONENT_NETSUITE_PRIVATEKEY",
                "CAMEL_COMPONENT_NETSUITE_PRIVATE_KEY",
                "CAMEL_COMPONENT_NETSUITE_ACCOUNTS_EU_PRIVATEKEYPASSWORD"
            })
    void secretNamesAreKnownInEachForm(String name) {
        assertThat(masked(name, "x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.netsuite.accountId",
                "camel.component.netsuite.consumer-key",
                "camel.component.netsuite.certificate-id",
                "camel.component.http.proxy-host",
                "spring.application.name"
            })
    void otherValuesAreShown(String name) {
        assertThat(masked(name, "x")).isFalse();
    }

    @Test
    void aPrivateKeyIsMaskedWhereverItStands() {
        assertThat(masked("NETSUITE_PRIVATE_KEY", "-----BEGIN PRIVATE KEY-----\\nMIG..."))
                .isTrue();
        assertThat(masked("my.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----")).isTrue();
        assertThat(masked("my.key", "-----BEGIN EC PRIVATE KEY-----")).isTrue();
        assertThat(masked("my.certificate", "-----BEGIN CERTIFICATE-----")).isFalse();
    }

    @Test
    void configuredSecretsAreMaskedWhereverTheyStand() {
        settings.setPrivateKey("base64:MIGHAgEAMBMGByqGSM49");
        settings.setPrivateKeyPassword("pass-phrase");
        settings.getHttp().put("proxy-auth-password", "proxy-secret");
        NetSuiteAccountProperties eu = new NetSuiteAccountProperties();
        KeyStoreParameters store = new KeyStoreParameters();
        store.setPassword("store-secret");
        eu.setKeyStoreParameters(store);
        settings.getAccounts().put("eu", eu);

        assertThat(masked("NETSUITE_PRIVATE_KEY", "base64:MIGHAgEAMBMGByqGSM49"))
                .isTrue();
        assertThat(masked("sun.java.command", "app.jar --password=pass-phrase --once"))
                .isTrue();
        assertThat(masked("PROXY", "proxy-secret")).isTrue();
        assertThat(masked("STORE", "store-secret")).isTrue();
    }

    @Test
    void aShortSecretMasksOnlyWhatIsEqualToIt() {
        settings.setPrivateKeyPassword("jar");

        assertThat(masked("KEY_PASSWORD", "jar")).isTrue();
        assertThat(masked("sun.java.command", "app.jar")).isFalse();
    }

    @Test
    void thePlaceOfAKeyIsNoSecret() {
        settings.setPrivateKey("file:/etc/netsuite/auth-key.pem");

        assertThat(masked("NETSUITE_PRIVATE_KEY", "file:/etc/netsuite/auth-key.pem"))
                .isFalse();
    }

    private boolean masked(String name, String value) {
        return SanitizableData.SANITIZED_VALUE.equals(
                function.apply(new SanitizableData(null, name, value)).getValue());
    }

    private static JsonNode component() throws IOException {
        return new ObjectMapper()
                .readTree(NetSuiteComponent.class.getResource("/META-INF/io/github/camelnetsuite/camel/netsuite.json"))
                .path("componentProperties");
    }
}
