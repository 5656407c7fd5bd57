package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePathTest {

    @ParameterizedTest
    @CsvSource({
        "customer/42, customer/42",
        "customer/eid:SHOP-7, customer/eid:SHOP-7",
        "salesOrder/7/item/1, salesOrder/7/item/1",
        "customer/a b, customer/a%20b",
        "customer/50%, customer/50%25",
        "customer/%2e%2e, customer/%252e%252e",
        "customer/ü, customer/%C3%BC",
        "customer/a|b, customer/a%7Cb"
    })
    void segmentsArePercentEncodedOneByOne(String resource, String encoded) {
        assertThat(ResourcePath.parse(resource).encoded()).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "customer/",
                "/customer",
                "customer//42",
                "customer/../employee",
                "customer/./42",
                "..",
                "customer/..;/employee",
                "customer/.;x=1/42",
                "customer/42?expandSubResources=true",
                "customer/42#x",
                "customer\\42",
                "customer/4\n2",
                "customer/\u0000",
                "customer/\u0085"
            })
    void whatCouldReachAnotherRecordIsRefused(String resource) {
        assertThatThrownBy(() -> ResourcePath.parse(resource))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The resource was refused before any call: ");
    }

    @Test
    void whatIsLongerThanAnyRecordIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> ResourcePath.parse("customer/" + "x".repeat(100_000)))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The resource was refused before any call: it has more than 2000 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer/4\u202e2", "customer/\u200b42", "customer/42\u2028ERROR", "customer/4\u20292"})
    void charactersThatChangeHowALogReadsAreRefused(String resource) {
        assertThatThrownBy(() -> ResourcePath.parse(resource))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("The resource was refused before any call: it holds a control character.");
    }

    @Test
    void theMessageShowsNothingThatBreaksALog() {
        assertThatThrownBy(() -> ResourcePath.parse("..;\u001b[2J\n" + "x".repeat(1000)))
                .message()
                .matches("[\\x20-\\x7e…]+")
                .hasSizeLessThan(400);
    }

    @Test
    void theMessageSaysWhatWasSeenAndWhatIsWanted() {
        assertThatThrownBy(() -> ResourcePath.parse("customer/../employee/1"))
                .hasMessage(
                        "The resource was refused before any call: '..' would lead to another resource. Expected a record"
                                + " type and an ID, such as customer/42 or customer/eid:SHOP-7; query parameters are options of the"
                                + " endpoint.");
    }
}
