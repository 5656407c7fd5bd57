package io.github.camelnetsuite.simulator;

/**
 * An error of a RESTlet call, thrown to end it; which form it takes depends on the request's content type.
 *
 * @see "NetSuite help: SuiteScript 2.x RESTlet Error Handling"
 */
final class RestletError extends RuntimeException {

    private final int status;
    private final String code;

    RestletError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
