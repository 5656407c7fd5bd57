package io.github.camelnetsuite.examples.flows.orders;

/** A well-formed order that cannot become a record as things are; the message says why and what to do. */
public final class UnmappableOrder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnmappableOrder(String message) {
        super(message);
    }
}
