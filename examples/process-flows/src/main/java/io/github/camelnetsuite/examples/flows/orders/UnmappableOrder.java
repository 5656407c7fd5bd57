package io.github.camelnetsuite.examples.flows.orders;

/** A well-formed order for which NetSuite, or the configuration, lacks something; the message says what. */
public final class UnmappableOrder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnmappableOrder(String message) {
        super(message);
    }
}
