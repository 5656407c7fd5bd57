package io.github.camelnetsuite.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrivateKeyFormsTest {

    private final Clock clock = Clock.fixed(TestKeys.NOT_BEFORE, ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("formsAndKinds")
    void everyFormOfEveryKindOfKeySigns(KeyForm form, KeyType type) throws Exception {
        var pair = TestKeys.pair(type);

        var key = SigningKeySource.of(form.settings(pair).build(), clock).current();

        assertThat(key.algorithm()).isEqualTo(type.defaultAlgorithm());
        assertThat(key.certificate()).isPresent();
        Signatures.assertSigns(
                key, key.certificate().orElseThrow().certificate().getPublicKey());
    }

    static Stream<Arguments> formsAndKinds() {
        return Arrays.stream(KeyForm.values())
                .flatMap(form -> Arrays.stream(KeyType.values()).map(type -> Arguments.of(form, type)));
    }
}
