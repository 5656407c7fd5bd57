package io.github.camelnetsuite.examples.flows.orders;

import java.io.IOException;

/** Where orders wait for NetSuite. */
@FunctionalInterface
public interface Inbox {

    /** Puts an order in. When this returns, the order survives a crash. */
    void put(String file, byte[] order) throws IOException;
}
