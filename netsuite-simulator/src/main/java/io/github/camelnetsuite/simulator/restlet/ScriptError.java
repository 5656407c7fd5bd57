package io.github.camelnetsuite.simulator.restlet;

/**
 * An error a script lets out: the call is answered 400 with its name as the code. One that the script should handle itself is
 * no exception but an answer, with 200.
 *
 * @see "NetSuite help: N/error Module"
 */
public final class ScriptError extends RuntimeException {

    private final String name;

    /** As {@code error.create} makes it; a name is for example {@code SSS_USAGE_LIMIT_EXCEEDED}. */
    public ScriptError(String name, String message) {
        super(message, null, false, false);
        this.name = name;
    }

    /** The code of the answer. */
    public String name() {
        return name;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
