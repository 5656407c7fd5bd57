package io.github.camelnetsuite.examples.boot;

/** A message that is no order of the shop's. The sender is told the status and the message. */
public final class OrderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    OrderRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }
}
