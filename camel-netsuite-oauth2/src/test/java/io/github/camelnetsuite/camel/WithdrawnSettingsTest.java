package io.github.camelnetsuite.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawnSettingsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final NetSuiteComponent component = context.getComponent("netsuite", NetSuiteComponent.class);
    private final NetSuiteConfiguration own = component.getConfiguration();
    private final NetSuiteConfiguration eu = new NetSuiteConfiguration();

    WithdrawnSettingsTest() {
        component.getAccounts().put("eu", eu);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"privateKeyPassword", "privatekeypassword", "private-key-password"})
    void anOptionHasItsDefaultAgain(String name) {
        own.setPrivateKeyPassword("secret");
        eu.setPrivateKeyPassword("other");

        withdraw(name);

        assertThat(own.getPrivateKeyPassword()).isNull();
        assertThat(eu.getPrivateKeyPassword()).isEqualTo("other");
    }

    @Test
    void everyKindOfOptionHas() {
        eu.setReadOnly(true);
        eu.setAssertionLifetime(1000);
        eu.setScopes("restlets");
        eu.setConsumerKey("key");

        withdraw("accounts[eu].readOnly", "accounts[eu].assertionLifetime", "accounts[eu].scopes");

        assertThat(eu.isReadOnly()).isFalse();
        assertThat(eu.getAssertionLifetime()).isEqualTo(300_000);
        assertThat(eu.getScopes()).isEqualTo("rest_webservices,restlets");
        assertThat(eu.getConsumerKey()).isEqualTo("key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"accounts[eu].http[proxyHost]", "accounts[eu].http.proxyHost", "accounts[eu].HTTP[proxyHost]"})
    void anEntryOfAMapIsGone(String name) {
        eu.getHttp().put("proxyHost", "proxy.example");
        eu.getHttp().put("proxyPort", "3128");

        withdraw(name);

        assertThat(eu.getHttp()).containsOnlyKeys("proxyPort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts[eu].consumerKey", "accounts[eu]"})
    void anAccountOfWhichNothingIsLeftIsGone(String name) {
        new WithdrawnSettings(component).withdraw(Set.of(name), Set.of("accountId"));

        assertThat(component.getAccounts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guardAuthorization", "accounts[us].readOnly", "accounts", "[", "accounts[eu].x[y].z"})
    void whatIsNoSettingOfAnAccountChangesNothing(String name) {
        withdraw(name);

        assertThat(component.getAccounts()).containsOnlyKeys("eu");
        assertThat(eu.sameAs(new NetSuiteConfiguration())).isTrue();
        assertThat(component.isGuardAuthorization()).isTrue();
    }

    /** Account eu and us are still there with another option. */
    private void withdraw(String... names) {
        new WithdrawnSettings(component)
                .withdraw(Set.of(names), Set.of("accounts[eu].accountId", "accounts[us].accountId"));
    }
}
