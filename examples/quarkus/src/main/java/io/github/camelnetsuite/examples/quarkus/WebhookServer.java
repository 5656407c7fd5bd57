package io.github.camelnetsuite.examples.quarkus;

import io.github.camelnetsuite.examples.flows.orders.ServerAnswers;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.quarkus.main.events.BeforeConfigure;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves {@code platform-http:} routes on Quarkus' own HTTP server, as the extension camel-quarkus-platform-http does: with that on the
 * class path this class is not needed.
 */
@Singleton
public final class WebhookServer {

    private final Vertx vertx;
    private final Router routes;
    private final long mostBytes;

    WebhookServer(Vertx vertx, @ConfigProperty(name = "camel.server.max-body-size") long mostBytes) {
        this.vertx = vertx;
        this.routes = Router.router(vertx);
        this.mostBytes = mostBytes;
    }

    void offer(@Observes BeforeConfigure event) {
        CamelContext context = event.getCamelContext();
        String name = VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO;
        VertxPlatformHttpRouter router = new VertxPlatformHttpRouter(null, vertx, routes, name) {
            @Override
            public Handler<RoutingContext> bodyHandler() {
                return BodyHandler.create(false).setBodyLimit(mostBytes);
            }
        };
        ServerAnswers.install(router, context);
        context.getRegistry().bind(name, router);
    }

    void open(@Observes Router router) {
        router.route().subRouter(routes);
    }
}
