package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says ends in logs and terminals. */
class ErrorBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u0085", "\\u009b", "\\u2028", "\\u2029", "\\u202e", "\\ud800"})
    void whatCouldForgeALineOrCommandATerminalBecomesASpace(String escape) {
        ErrorBody error = ErrorBody.read("{\"title\": \"No record" + escape + "INFO all is well\"}");

        assertThat(error.detail()).isEqualTo("No record INFO all is well");
    }
}
