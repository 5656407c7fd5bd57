package io.github.camelnetsuite.simulator.restlet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script: an entry point for each method it knows; the others are answered 405. Immutable.
 *
 * <pre>{@code
 * simulator.restlets().deploy("customscript_stock", "customdeploy_stock",
 *         Restlet.get(call -> Map.of("item", call.parameter("item").orElseThrow(), "onHand", 5)));
 * }</pre>
 *
 * @see "NetSuite help: SuiteScript 2.x RESTlet Script Type"
 */
public final class Restlet {

    private final Map<String, EntryPoint> entryPoints;

    /** What a method does. Many threads call it at once. */
    @FunctionalInterface
    public interface EntryPoint {

        /**
         * The answer: text as it is, {@link CustomContent}, null for an empty body, and anything else as JSON, which
         * the request must have asked for by its content type.
         *
         * @throws ScriptError to be answered 400 with that code; any other exception becomes {@code UNEXPECTED_ERROR}
         */
        @Nullable
        Object answer(RestletCall call) throws Exception;
    }

    private Restlet(Map<String, EntryPoint> entryPoints) {
        this.entryPoints = Map.copyOf(entryPoints);
    }

    /** A script that knows GET. */
    public static Restlet get(EntryPoint entryPoint) {
        return new Restlet(Map.of("GET", entryPoint));
    }

    /** A script that knows POST. */
    public static Restlet post(EntryPoint entryPoint) {
        return new Restlet(Map.of("POST", entryPoint));
    }

    /** A script that does the same for all four methods. */
    public static Restlet any(EntryPoint entryPoint) {
        return new Restlet(Map.of("GET", entryPoint, "POST", entryPoint, "PUT", entryPoint, "DELETE", entryPoint));
    }

    /** The same, and it knows GET. */
    public Restlet andGet(EntryPoint entryPoint) {
        return with("GET", entryPoint);
    }

    /** The same, and it knows POST. */
    public Restlet andPost(EntryPoint entryPoint) {
        return with("POST", entryPoint);
    }

    /** The same, and it knows PUT. */
    public Restlet andPut(EntryPoint entryPoint) {
        return with("PUT", entryPoint);
    }

    /** The same, and it knows DELETE. */
    public Restlet andDelete(EntryPoint entryPoint) {
        return with("DELETE", entryPoint);
    }

    /** The entry point for a method; empty when the script has none. */
    public Optional<EntryPoint> entryPoint(String method) {
        return Optional.ofNullable(entryPoints.get(method));
    }

    private Restlet with(String method, EntryPoint entryPoint) {
        var more = new LinkedHashMap<>(entryPoints);
        more.put(method, entryPoint);
        return new Restlet(more);
    }
}
