package io.github.camelnetsuite.simulator.http;

import java.util.Locale;

/** The two NetSuite hosts the simulator stands in for, each on a port of its own. */
public enum Service {
    /** {@code <account>.suitetalk.api.netsuite.com}: token, records, SuiteQL, system. */
    SUITETALK,
    /** {@code <account>.restlets.api.netsuite.com}: RESTlets and certificate rotation. */
    RESTLETS;

    /** Host name NetSuite gives this service for an account, as in {@code 1234567.suitetalk.api.netsuite.com}. */
    public String host(String hostLabel) {
        return hostLabel + "." + name().toLowerCase(Locale.ROOT) + ".api.netsuite.com";
    }
}
