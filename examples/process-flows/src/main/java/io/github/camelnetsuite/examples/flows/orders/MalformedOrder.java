package io.github.camelnetsuite.examples.flows.orders;

/** A message that is not an order; the message says where and why. */
public final class MalformedOrder extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedOrder(String message) {
        super(message);
    }
}
