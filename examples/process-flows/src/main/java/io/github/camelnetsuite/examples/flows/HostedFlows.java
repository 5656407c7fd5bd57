package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.github.camelnetsuite.examples.flows.orders.OrderFlow;
import io.github.camelnetsuite.examples.flows.products.ProductFlow;
import io.github.camelnetsuite.examples.flows.shop.SampleOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Both flows for a Camel context that somebody else runs, such as Quarkus: what the routes need, without a runtime. To be closed
 * after the context has stopped.
 */
public final class HostedFlows implements AutoCloseable {

    private final FlowParts parts;
    private final Surroundings surroundings;
    private final DataFolders folders;
    private final JdbcConnectionPool pool;
    private final FirstRound firstRound;

    private HostedFlows(
            FlowParts parts,
            Surroundings surroundings,
            DataFolders folders,
            JdbcConnectionPool pool,
            FirstRound firstRound) {
        this.parts = parts;
        this.surroundings = surroundings;
        this.folders = folders;
        this.pool = pool;
        this.firstRound = firstRound;
    }

    /**
     * Opens the data folder, and finds NetSuite and the shop: those of the environment, else the host's account, else stand-ins in
     * this JVM.
     *
     * @param host the account the host has configured
     * @param simulate whether a shop of one's own may be connected to a simulator
     * @param data folder for what has to outlive a restart; with stand-ins each run has a new one in it
     * @throws IllegalArgumentException when a setting is missing or wrong
     * @throws IllegalStateException when the flows run already with the same data
     */
    public static HostedFlows open(
            Map<String, String> environment,
            Optional<AccountSettings> host,
            SimulatorSwitch simulate,
            Path data,
            FlowParts parts)
            throws IOException {
        Surroundings surroundings = Surroundings.open(environment, host, simulate, parts);
        try {
            Path folder = surroundings.standIns() ? DataFolders.fresh(data, parts.clock()) : data;
            FlowSettings settings =
                    new FlowSettings(RouteForm.JAVA, folder, 0, surroundings.account(), surroundings.shop(), Map.of());
            parts.narrator()
                    .say("Data in " + settings.accountFolder().toAbsolutePath().normalize() + ".");
            DataFolders folders = DataFolders.open(settings.accountFolder());
            FirstRound firstRound = new FirstRound(parts.narrator());
            // Orders that a crash has left: their senders were told they are safe.
            folders.inbox().names("").forEach(firstRound::orderTaken);
            return new HostedFlows(parts, surroundings, folders, folders.sentProducts(), firstRound);
        } catch (IOException | RuntimeException e) {
            surroundings.close();
            throw e;
        }
    }

    /** The Camel properties the routes and the component want, beside those of {@code application.properties}. */
    public Map<String, String> properties() {
        Map<String, String> properties =
                new LinkedHashMap<>(surroundings.account().properties());
        properties.put("flows.data", folders.root().toString());
        properties.put("shop.url", surroundings.shopUrl().toString());
        properties.put("products.by-cron", "true");
        return properties;
    }

    /** Binds the beans the routes name; {@link #properties()} must be there already. */
    public void bindBeans(CamelContext context) {
        new FlowBeans(parts, firstRound, folders, pool, surroundings.shop()).configure(context);
    }

    /** Both flows, in Java. */
    public List<RoutesBuilder> routes() {
        return List.of(new ProductFlow(), new OrderFlow());
    }

    /** What the flows have done so far. */
    public FirstRound firstRound() {
        return firstRound;
    }

    /** Says where the webhook is, and has the stand-in shop send a few orders to it, unless NetSuite or the shop is a real one. */
    public void sendSampleOrders(URI webhook) throws IOException, InterruptedException {
        parts.narrator().say("Webhook: " + webhook + ".");
        if (surroundings.standIns()) {
            new SampleOrders(webhook, surroundings.shop().secrets().get(0), parts.clock(), parts.narrator()).send();
        }
    }

    @Override
    public void close() {
        pool.dispose();
        try (surroundings) {
            folders.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder could not be released", e);
        }
    }
}
