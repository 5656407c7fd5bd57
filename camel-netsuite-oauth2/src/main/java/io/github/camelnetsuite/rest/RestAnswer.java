package io.github.camelnetsuite.rest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A successful answer of REST web services. Immutable, but for the map it holds. */
public final class RestAnswer {

    private final int status;
    private final @Nullable String location;
    private final @Nullable Map<String, Object> body;

    RestAnswer(int status, @Nullable String location, @Nullable Map<String, Object> body) {
        this.status = status;
        this.location = location;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The JSON object of the body; empty when the answer had none (204). */
    public Optional<Map<String, Object>> body() {
        return Optional.ofNullable(body);
    }

    /** The internal ID of the record the {@code Location} header names; empty when there is no such header. */
    public Optional<String> recordId() {
        if (location == null) {
            return Optional.empty();
        }
        String path = location.split("[?#]", 2)[0];
        String id = path.substring(path.lastIndexOf('/') + 1);
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
