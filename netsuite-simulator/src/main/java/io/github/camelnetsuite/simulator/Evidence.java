package io.github.camelnetsuite.simulator;

/** How sure it is that NetSuite behaves so. */
public enum Evidence {
    /** NetSuite's help or a sample in it says so. */
    DOCUMENTED,
    /** Somebody reported it from a real account. */
    OBSERVED,
    /** Nobody published it; the simulator had to choose. */
    ASSUMED
}
