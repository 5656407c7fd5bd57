package io.github.camelnetsuite.examples.flows.orders;

import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/** Judges NetSuite's refusal to create a record, once it has been looked up whether the record is there. Stateless. */
public final class Refusal {

    /** Forgets the refusal when the record is there, for then there was nothing to create; else raises it. */
    public void judge(@Variable("recordId") @Nullable String recordId, @Variable("refusal") Exception refusal)
            throws Exception {
        if (recordId == null) {
            throw refusal;
        }
    }
}
