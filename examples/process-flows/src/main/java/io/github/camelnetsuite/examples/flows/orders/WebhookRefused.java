package io.github.camelnetsuite.examples.flows.orders;

/** A webhook message that is not taken, with the HTTP status and the reason its sender is told. */
public final class WebhookRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    WebhookRefused(int status, String reason) {
        super(reason);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
