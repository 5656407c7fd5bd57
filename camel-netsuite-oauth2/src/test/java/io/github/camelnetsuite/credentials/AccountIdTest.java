package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    private static final String FORM =
            " Expected a form like 1234567, 1234567_SB1 or TSTDRV1234567, at most 63 letters, digits "
                    + "and _; NetSuite shows it under Setup > Company > Company Information.";

    @ParameterizedTest
    @CsvSource({
        "1234567, 1234567, 1234567, PRODUCTION",
        "1234567_SB1, 1234567_SB1, 1234567-sb1, SANDBOX",
        "1234567-sb1, 1234567_SB1, 1234567-sb1, SANDBOX",
        "1234567_sb12, 1234567_SB12, 1234567-sb12, SANDBOX",
        "1234567-SB2, 1234567_SB2, 1234567-sb2, SANDBOX",
        "1234567_RP, 1234567_RP, 1234567-rp, RELEASE_PREVIEW",
        "1234567-rp2, 1234567_RP2, 1234567-rp2, RELEASE_PREVIEW",
        "TSTDRV1234567, TSTDRV1234567, tstdrv1234567, TEST_DRIVE",
        "tstdrv1234567, TSTDRV1234567, tstdrv1234567, TEST_DRIVE",
        "TD1234567, TD1234567, td1234567, TEST_DRIVE",
        "td1234567_SB1, TD1234567_SB1, td1234567-sb1, SANDBOX",
        "ACCT42, ACCT42, acct42, PRODUCTION",
        "1234567_SBX, 1234567_SBX, 1234567-sbx, PRODUCTION",
    })
    void everyFormPeoplePasteIsRead(String pasted, String value, String hostLabel, AccountKind kind) {
        var account = AccountId.parse(pasted);

        assertThat(account.value()).isEqualTo(value);
        assertThat(account.hostLabel()).isEqualTo(hostLabel);
        assertThat(account.kind()).isEqualTo(kind);
        assertThat(account).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 1234567_SB1 ",
                "\t1234567_SB1\r\n",
                "\u00a01234567_SB1\u00a0",
                "\ufeff1234567_SB1",
                "1234567_SB1\u200b"
            })
    void whiteSpaceAroundItIsDropped(String pasted) {
        assertThat(AccountId.parse(pasted)).isEqualTo(new AccountId("1234567_SB1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.evil.tld/",
                "a@evil#",
                "a:b",
                "a/b",
                "a\\b",
                "a?b",
                "1234567 SB1",
                "1234567\n_SB1",
                "1234567__SB1",
                "1234567_",
                "_1234567",
                "-1234567",
                "12.34",
                "1234567%2e",
                "\u0661\u0662\u0663",
                "1234567_\u017fb1",
                "1234567_r\u0131",
                "\uff11\uff12",
                "a\u0000b",
                "stra\u00dfe",
                "\ud835\udfd81"
            })
    void whatCouldLeadElsewhereIsRefused(String hostile) {
        assertThatThrownBy(() -> AccountId.parse(hostile))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageStartingWith("accountId '")
                .hasMessageEndingWith("is not an account ID." + FORM)
                .hasMessageMatching("[ -~]+");
    }

    @Test
    void theMessageShowsTheOffendingValueOnOneSafeLine() {
        assertThatThrownBy(() -> AccountId.parse("12\n34\u202e\u001b[31m"))
                .hasMessage("accountId '12\\u000a34\\u202e\\u001b[31m' is not an account ID." + FORM);
    }

    @Test
    void theMessageShowsNoMoreThanFortyCharacters() {
        assertThatThrownBy(() -> AccountId.parse("1".repeat(64)))
                .hasMessage("accountId '" + "1".repeat(40) + "'... (64 characters) is not an account ID." + FORM);
    }

    @Test
    void sixtyThreeCharactersAreTheLongest() {
        assertThat(AccountId.parse("1".repeat(63)).hostLabel()).hasSize(63);
        assertThatThrownBy(() -> new AccountId("1".repeat(64))).isInstanceOf(NetSuiteConfigurationException.class);
    }

    @Test
    void aVeryLongOneIsRefusedLikeAnyOther() {
        assertThatThrownBy(() -> AccountId.parse("1_".repeat(1_000_000) + "1"))
                .isInstanceOf(NetSuiteConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyOneIsCalledEmpty(String empty) {
        assertThatThrownBy(() -> AccountId.parse(empty)).hasMessage("accountId is empty." + FORM);
    }

    @Test
    void aPastedAddressIsAnsweredWithWhereTheAccountIdIsInIt() {
        assertThatThrownBy(() -> AccountId.parse("https://user:secret@1234567.app.netsuite.com/?x=secret"))
                .hasMessage("accountId 'https://***@1234567.app.netsuite.com/?***' is not an account ID. "
                        + "It looks like an address: the account ID is its first part." + FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg",
                "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgabc+/ghijk",
                "eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2ln"
            })
    void aKeyOrTokenInTheWrongPlaceIsNotShown(String secret) {
        assertThatThrownBy(() -> AccountId.parse(secret))
                .hasMessage("accountId (" + secret.length()
                        + " characters that look like a key or a token, not shown) is not an account ID." + FORM);
    }

    @Test
    void theConstructorTakesTheCanonicalFormOnly() {
        assertThatThrownBy(() -> new AccountId("1234567-sb1")).isInstanceOf(NetSuiteConfigurationException.class);
    }

    @Test
    void theLocaleOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
        try {
            assertThat(AccountId.parse("tdi1_title").value()).isEqualTo("TDI1_TITLE");
            assertThat(AccountId.parse("TDI1_TITLE").hostLabel()).isEqualTo("tdi1-title");
            assertThatThrownBy(() -> AccountId.parse("\n")).hasMessageContaining("empty");
            assertThatThrownBy(() -> AccountId.parse("a\nb")).hasMessageContaining("'a\\u000ab'");
        } finally {
            Locale.setDefault(before);
        }
    }
}
