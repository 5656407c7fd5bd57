package io.github.camelnetsuite.examples.flows.orders;

import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Gives the reason for a 413. The server itself refuses a body beyond {@code camel.server.max-body-size} while it comes in, so that
 * no sender can fill the memory; no route ever sees such a message.
 */
public final class OversizeAnswer {

    private OversizeAnswer() {}

    /** Has the server answer so. */
    public static void install(VertxPlatformHttpRouter router, CamelContext context) {
        String limit = context.resolvePropertyPlaceholders("{{camel.server.max-body-size}}");
        router.route().failureHandler(failure -> {
            if (failure.statusCode() == 413) {
                answer(failure, limit);
            } else {
                failure.next();
            }
        });
    }

    private static void answer(RoutingContext failure, String limit) {
        failure.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/json")
                // The rest of the body is not read, so this connection is of no further use.
                .putHeader("Connection", "close")
                .end("{\"status\":413,\"reason\":\"The body is larger than " + limit + " bytes.\"}");
    }
}
