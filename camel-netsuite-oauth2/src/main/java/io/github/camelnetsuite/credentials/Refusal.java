package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteConfigurationException;

/** Turns unusable key material into the error a user sees: the setting it came from, then what is wrong with it. */
final class Refusal {

    private Refusal() {}

    /** Of key material that came from no option. */
    static NetSuiteConfigurationException of(String what, UnusableKeyException reason) {
        return new NetSuiteConfigurationException(
                what + " " + reason.getMessage(), ErrorFacts.none(), reason.getCause());
    }

    static NetSuiteConfigurationException of(KeyPart part, UnusableKeyException reason) {
        return of(part, part.option(), reason);
    }

    /** @param place the option and where its content comes from */
    static NetSuiteConfigurationException of(KeyPart part, String place, UnusableKeyException reason) {
        return NetSuiteConfigurationException.ofOption(
                part.option(), place + " " + reason.getMessage(), reason.getCause());
    }
}
