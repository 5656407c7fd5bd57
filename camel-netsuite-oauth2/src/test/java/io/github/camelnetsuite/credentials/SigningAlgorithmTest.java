package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningAlgorithmTest {

    @ParameterizedTest
    @EnumSource
    void itsNameIsReadInAnyCase(SigningAlgorithm algorithm) {
        assertThat(SigningAlgorithm.parse(" " + algorithm.jwaName().toLowerCase(Locale.ROOT) + "\n"))
                .isEqualTo(algorithm);
    }

    @Test
    void rs256IsAnsweredWithTheReasonAndWhatToUse() {
        assertThatThrownBy(() -> SigningAlgorithm.parse("RS256"))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "signatureAlgorithm 'RS256' is refused: NetSuite no longer accepts RSA signatures with PKCS#1 v1.5 "
                                + "padding. With the same RSA key use PS256, or leave signatureAlgorithm out.");
        assertThatThrownBy(() -> SigningAlgorithm.parse("rs512")).hasMessageContaining("use PS512,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "EdDSA", "ES256K", "", "PS256,ES256"})
    void everyOtherNameIsAnsweredWithTheList(String name) {
        assertThatThrownBy(() -> SigningAlgorithm.parse(name))
                .hasMessage("signatureAlgorithm '" + name
                        + "' is refused: NetSuite accepts PS256, PS384, PS512, ES256, ES384, "
                        + "ES512. Leave signatureAlgorithm out to use the one that fits the key.");
    }

    @Test
    void eachKindOfKeySignsWithWhatFitsIt() {
        assertThat(fitting(KeyType.RSA_3072)).isEqualTo("PS256 PS384 PS512");
        assertThat(fitting(KeyType.RSA_4096)).isEqualTo("PS256 PS384 PS512");
        assertThat(fitting(KeyType.P_256)).isEqualTo("ES256");
        assertThat(fitting(KeyType.P_384)).isEqualTo("ES384");
        assertThat(fitting(KeyType.P_521)).isEqualTo("ES512");
    }

    private static String fitting(KeyType type) {
        return Arrays.stream(SigningAlgorithm.values())
                .filter(type::fits)
                .map(SigningAlgorithm::jwaName)
                .collect(Collectors.joining(" "));
    }
}
