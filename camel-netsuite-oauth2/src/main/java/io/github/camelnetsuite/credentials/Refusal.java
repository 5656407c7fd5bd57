package io.github.camelnetsuite.credentials;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteConfigurationException;

/** Turns unusable key material into the error a user sees: the setting it came from, then what is wrong with it. */
final class Refusal {

    private Refusal() {}

    static NetSuiteConfigurationException of(String setting, UnusableKeyException reason) {
        return new NetSuiteConfigurationException(
                setting + " " + reason.getMessage(), ErrorFacts.none(), reason.getCause());
    }
}
