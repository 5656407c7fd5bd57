package io.github.camelnetsuite.examples.flows.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubsidiariesTest {

    @Test
    void eachStoreHasItsSubsidiaryInAnyCase() {
        Subsidiaries subsidiaries = Subsidiaries.parse("uk=1, EU=12");

        assertThat(subsidiaries.of("UK")).isEqualTo("1");
        assertThat(subsidiaries.of("eu")).isEqualTo("12");
    }

    @Test
    void anUnknownStoreIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Subsidiaries.parse("uk=1,eu=2").of("us"))
                .isInstanceOf(UnmappableOrder.class)
                .hasMessage(
                        "No subsidiary is set for the store 'us'. Add it to orders.subsidiaries (eu, uk are there), then replay.");
    }

    @Test
    void anEntryOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> Subsidiaries.parse("uk=1,eu"))
                .hasMessage("orders.subsidiaries has the entry 'eu'. Write store=internal ID, as in uk=1,eu=2.");
    }
}
