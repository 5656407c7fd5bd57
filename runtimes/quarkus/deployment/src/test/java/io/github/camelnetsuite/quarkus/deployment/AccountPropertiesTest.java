package io.github.camelnetsuite.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.netsuite.accountId",
                "camel.component.netsuite.account-id",
                "camel.component.netsuite.configuration.consumerKey",
                "camel.component.netsuite.suite-talk-url",
                "camel.component.netsuite.accounts[eu].accountId",
                "CAMEL_COMPONENT_NETSUITE_PRIVATE_KEY"
            })
    void whatSaysWhoCallsOrWhereIsAnAccount(String property) {
        assertThat(AccountProperties.isOne(property)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.netsuite.guardAuthorization",
                "camel.component.netsuite.http[proxyHost]",
                "camel.component.netsuite.readOnly",
                "camel.component.http.accountId",
                "quarkus.netsuite.devservices.enabled"
            })
    void whatSaysHowIsNone(String property) {
        assertThat(AccountProperties.isOne(property)).isFalse();
    }
}
