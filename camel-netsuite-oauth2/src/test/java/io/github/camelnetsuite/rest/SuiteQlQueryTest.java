package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteDataException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteQlQueryTest {

    static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of("O'Brien", "'O''Brien'"),
                Arguments.of("' OR 1=1 --", "''' OR 1=1 --'"),
                Arguments.of("$1 \\ {x}", "'$1 \\ {x}'"),
                Arguments.of(42, "42"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(-0.5, "(-0.5)"),
                Arguments.of(true, "'T'"),
                Arguments.of(false, "'F'"),
                Arguments.of(LocalDate.of(2026, 1, 2), "TO_DATE('2026-01-02', 'YYYY-MM-DD')"),
                Arguments.of(
                        LocalDateTime.of(2026, 1, 2, 3, 4, 5),
                        "TO_TIMESTAMP('2026-01-02 03:04:05', 'YYYY-MM-DD HH24:MI:SS')"),
                Arguments.of(List.of(1, "a"), "(1, 'a')"));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void aParameterBecomesALiteralOfItsType(Object value, String literal) {
        assertThat(SuiteQlQuery.bind("SELECT id FROM item WHERE x = :#x", Map.of("x", value))
                        .text())
                .isEqualTo("SELECT id FROM item WHERE x = " + literal);
    }

    @Test
    void aNegativeNumberBehindAMinusBeginsNoComment() {
        assertThat(SuiteQlQuery.bind("SELECT id FROM item WHERE id > 5-:#delta AND id < 10", Map.of("delta", -3))
                        .text())
                .doesNotContain("--");
    }

    @Test
    void nullBecomesNull() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("x", null);

        assertThat(SuiteQlQuery.bind("SELECT :#x FROM dual", parameters).text()).isEqualTo("SELECT NULL FROM dual");
    }

    @Test
    void whatLooksLikeAParameterInTextOrCommentIsLeftAlone() {
        String query = "SELECT ':#x', \":#x\", 'it''s :#x' -- :#x\n FROM item /* :#x \n :#x */ WHERE id = :#id";

        assertThat(SuiteQlQuery.bind(query, Map.of("id", 7)).text()).isEqualTo(query.replace(":#id", "7"));
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThatThrownBy(() -> SuiteQlQuery.bind("SELECT :#since FROM dual", Map.of("until", 1)))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessage(
                        "The query has a parameter :#since but no value was given for it. Put it into the Map in the body or"
                                + " in the header CamelNetSuiteParameters. Given: [until].");
    }

    @Test
    void ofTheParametersThatWereGivenOnlySomeNamesAreShownAndNothingThatBreaksALog() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("a\u001b[2J\r\n2026-01-01 ERROR forged\u2028\u202e", 1);
        given.put("b".repeat(100_000), 1);
        IntStream.range(0, 1000).forEach(i -> given.put("n" + i, 1));

        assertThatThrownBy(() -> SuiteQlQuery.bind("SELECT :#x FROM dual", given))
                .message()
                .matches("[\\x20-\\x7e…]+")
                .contains("Given: [a [2J 2026-01-01 ERROR forged, " + "b".repeat(64) + "…, n0, n1, ")
                .endsWith(", n17, and 982 more].");
    }

    @Test
    void theNameOfAParameterIsShownUpToALength() {
        String name = "x".repeat(100_000);

        assertThatThrownBy(() -> SuiteQlQuery.bind("SELECT :#" + name + " FROM dual", Map.of()))
                .hasMessageStartingWith("The query has a parameter :#" + "x".repeat(64) + "… but no value");
        assertThatThrownBy(() -> SuiteQlQuery.bind("SELECT :#" + name + " FROM dual", Map.of(name, new Object())))
                .hasMessageStartingWith("The query parameter :#" + "x".repeat(64) + "… cannot be used");
    }

    @Test
    void aPointInTimeIsRefusedSinceSuiteQlLiteralsCarryNoZone() {
        assertThatThrownBy(() -> SuiteQlQuery.bind("SELECT :#t FROM dual", Map.of("t", Instant.EPOCH)))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageContaining("a LocalDateTime in the account's time zone (SuiteQL literals carry no zone)");
    }

    static Stream<Object> unusable() {
        return Stream.of(
                Double.NaN,
                Float.POSITIVE_INFINITY,
                new BigDecimal("1E+2000000000"),
                new BigDecimal("1E-2000000000"),
                "a\0b",
                List.of(),
                Collections.nCopies(1001, 1),
                new Object(),
                Map.of());
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatIsNoLiteralIsRefusedWithTheNameOfTheParameter(Object value) {
        assertThatThrownBy(() -> SuiteQlQuery.bind("SELECT :#x FROM dual", Map.of("x", value)))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The query parameter :#x cannot be used: it ");
    }

    @Test
    void anEmptyQueryIsRefusedWithThePlacesItCanComeFrom() {
        assertThatThrownBy(() -> SuiteQlQuery.of(" \n"))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessage(
                        "There is no SuiteQL query: the text is empty. Set the option query, the header CamelNetSuiteQuery or"
                                + " the message body.");
    }
}
