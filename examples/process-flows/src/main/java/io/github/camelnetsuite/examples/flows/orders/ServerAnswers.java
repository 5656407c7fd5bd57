package io.github.camelnetsuite.examples.flows.orders;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Gives the reasons for what the server itself refuses while a body comes in, so that no sender can fill the memory or hold a
 * connection for ever: 413 beyond {@code camel.server.max-body-size}, 503 after {@code orders.receive-timeout}. No route sees such a
 * message as a whole.
 */
public final class ServerAnswers {

    private static final int TOO_LARGE = 413;
    private static final int TIMED_OUT = 503;

    private ServerAnswers() {}

    /** Has the server answer so. */
    public static void install(VertxPlatformHttpRouter router, CamelContext context) {
        String mostBytes = context.resolvePropertyPlaceholders("{{camel.server.max-body-size}}");
        String mostMillis = context.resolvePropertyPlaceholders("{{orders.receive-timeout}}");
        router.route().failureHandler(failure -> {
            if (failure.statusCode() == TOO_LARGE) {
                answer(failure, TOO_LARGE, "The body is larger than " + mostBytes + " bytes.");
            } else if (failure.statusCode() == TIMED_OUT) {
                answer(
                        failure,
                        TIMED_OUT,
                        "The message did not arrive, or could not be stored, within " + mostMillis
                                + " ms. Send it again.");
            } else {
                failure.next();
            }
        });
    }

    private static void answer(RoutingContext failure, int status, String reason) {
        HttpServerRequest request = failure.request();
        // In HTTP/2 other messages share the connection, and flow control holds the rest of the body back.
        boolean alone = request.version() != HttpVersion.HTTP_2;
        HttpServerResponse response =
                failure.response().setStatusCode(status).putHeader("Content-Type", "application/json");
        if (alone) {
            response.putHeader("Connection", "close");
        }
        response.end("{\"status\":" + status + ",\"reason\":\"" + reason + "\"}")
                .onComplete(ended -> {
                    if (alone) {
                        // The server would wait for the rest of the body.
                        request.connection().close();
                    }
                });
    }
}
