package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.orders.OrderFlow;
import io.github.camelnetsuite.examples.flows.orders.ServerAnswers;
import io.github.camelnetsuite.examples.flows.products.ProductFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;
import org.h2.jdbcx.JdbcConnectionPool;

/** Both flows at work in a Camel Main. Closing it stops them in order and is harmless the second time. */
public final class RunningFlows implements AutoCloseable {

    private final Main main;
    private final DataFolders folders;
    private final JdbcConnectionPool pool;
    private final FirstRound firstRound;
    private boolean closed;

    private RunningFlows(Main main, DataFolders folders, JdbcConnectionPool pool, FirstRound firstRound) {
        this.main = main;
        this.folders = folders;
        this.pool = pool;
        this.firstRound = firstRound;
    }

    /**
     * Starts the flows.
     *
     * @param shop where products are sent
     * @throws IllegalStateException when they run already with the same data, or the port of the webhook is in use
     */
    public static RunningFlows start(FlowSettings settings, URI shop, FlowParts parts) throws Exception {
        DataFolders folders = DataFolders.open(settings.accountFolder());
        JdbcConnectionPool pool = folders.sentProducts();
        FirstRound firstRound = new FirstRound(parts.narrator());
        Main main = new Main();
        RunningFlows flows = new RunningFlows(main, folders, pool, firstRound);
        try {
            // Orders that a crash has left: their senders were told they are safe.
            folders.inbox().names("").forEach(firstRound::orderTaken);
            main.configure().addConfiguration(new WebhookPort(settings.port()));
            main.configure().addConfiguration(new FlowBeans(parts, firstRound, folders, pool, settings.shop()));
            flows.addRoutes(settings.routes());
            flows.addProperties(settings, shop);
            main.start();
            ServerAnswers.install(flows.router(), main.getCamelContext());
            return flows;
        } catch (Exception e) {
            flows.close();
            throw e;
        }
    }

    private void addRoutes(RouteForm form) {
        if (form == RouteForm.JAVA) {
            main.configure().addRoutesBuilder(new ProductFlow());
            main.configure().addRoutesBuilder(new OrderFlow());
        } else {
            main.configure().withRoutesIncludePattern("classpath:routes/*.yaml");
        }
    }

    private void addProperties(FlowSettings settings, URI shop) {
        main.addOverrideProperty("flows.data", folders.root().toString());
        main.addOverrideProperty("shop.url", shop.toString());
        main.addOverrideProperty("camel.server.port", String.valueOf(settings.port()));
        for (Map<String, String> properties : List.of(settings.account().properties(), settings.properties())) {
            properties.forEach(main::addOverrideProperty);
        }
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    public FirstRound firstRound() {
        return firstRound;
    }

    /** Where the shop sends its orders. */
    public URI webhook() {
        int port = router().getServer().getServer().actualPort();
        return URI.create("http://127.0.0.1:" + port + "/orders");
    }

    /** The one server this context has. */
    private VertxPlatformHttpRouter router() {
        return context()
                .getRegistry()
                .findByType(VertxPlatformHttpRouter.class)
                .iterator()
                .next();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (folders) {
            main.stop();
            pool.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder could not be released", e);
        }
    }
}
