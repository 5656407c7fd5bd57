package io.github.camelnetsuite.simulator.store;

/** A record operation NetSuite would not carry out. */
public final class RecordRefused extends RuntimeException {

    /** What kind of refusal it is, which decides status and code on the wire. */
    public enum Reason {
        NONEXISTENT_ID,
        /** A business rule. */
        USER_ERROR,
        DUPLICATE_EXTERNAL_ID,
        OTHER_SUBSIDIARY,
        /** Somebody else changed it meanwhile. */
        RECORD_CHANGED,
        /** The period a transaction lies in is closed. */
        CLOSED_PERIOD,
        /** A value that cannot be; the path names it. */
        INVALID_CONTENT
    }

    private final Reason reason;
    private final String path;

    RecordRefused(Reason reason, String detail, String path) {
        super(detail, null, false, false);
        this.reason = reason;
        this.path = path;
    }

    static RecordRefused userError(String detail) {
        return new RecordRefused(Reason.USER_ERROR, "Error while accessing a resource. " + detail, "");
    }

    static RecordRefused nonexistentId() {
        return new RecordRefused(
                Reason.NONEXISTENT_ID, "The record instance does not exist. Provide a valid record instance ID.", "");
    }

    static RecordRefused invalidValue(String path) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        return new RecordRefused(
                Reason.INVALID_CONTENT,
                "Invalid value for the resource or sub-resource field '" + field + "'. Provide a valid value.",
                path);
    }

    static RecordRefused unknownField(String path) {
        return new RecordRefused(
                Reason.INVALID_CONTENT,
                "Invalid content in the request. The property '" + path + "' does not exist.",
                path);
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The field meant, as in {@code item.items[0].item}; empty when none is. */
    public String path() {
        return path;
    }
}
