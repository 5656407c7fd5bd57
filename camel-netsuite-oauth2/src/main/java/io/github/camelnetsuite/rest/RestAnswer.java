package io.github.camelnetsuite.rest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A successful answer of REST web services or of a RESTlet. Immutable, but for what it holds. */
public final class RestAnswer {

    private final int status;
    private final @Nullable String location;
    private final @Nullable Object content;
    private final CallOutcome outcome;

    RestAnswer(int status, @Nullable String location, @Nullable Object content) {
        this(status, location, content, CallOutcome.ANSWERED);
    }

    private RestAnswer(int status, @Nullable String location, @Nullable Object content, CallOutcome outcome) {
        this.status = status;
        this.location = location;
        this.content = content;
        this.outcome = outcome;
    }

    /** Says how the success is known. */
    RestAnswer by(CallOutcome how) {
        return new RestAnswer(status, location, content, how);
    }

    public int status() {
        return status;
    }

    /** How it is known that the call succeeded: by an answer to it, or otherwise. */
    public CallOutcome outcome() {
        return outcome;
    }

    /** The JSON object of the body; empty when the answer had none (204), or something else. */
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> body() {
        return content instanceof Map<?, ?> ? Optional.of((Map<String, Object>) content) : Optional.empty();
    }

    /** What the request's reader made of the body; null when there was none. */
    @Nullable
    Object content() {
        return content;
    }

    /** Where the job or the record is, as the answer says it; empty when it does not. */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    /**
     * The internal ID of the record the {@code Location} header names, or else the body; empty when neither does.
     */
    public Optional<String> recordId() {
        if (location == null) {
            return body().map(record -> record.get("id")).map(Object::toString).filter(id -> !id.isEmpty());
        }
        String path = location.split("[?#]", 2)[0];
        String id = path.substring(path.lastIndexOf('/') + 1);
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
