package io.github.camelnetsuite.examples.quarkus;

import io.github.camelnetsuite.examples.flows.AccountSettings;
import io.github.camelnetsuite.examples.flows.FlowParts;
import io.github.camelnetsuite.examples.flows.HostedFlows;
import io.github.camelnetsuite.examples.flows.SimulatorSwitch;
import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.BeforeConfigure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts the product flow and the order flow of the example process-flows into this application's Camel context. */
@Singleton
public final class Flows {

    private final Path data;
    private final SimulatorSwitch simulate;
    private final Optional<AccountSettings> configured;
    private @Nullable HostedFlows flows;

    /**
     * The flows, to be opened with the Camel context.
     *
     * @param simulator whether a shop of one's own may be connected to a simulator
     * @param accountId of the account in the configuration, which in dev and test mode is the Dev Service's unless there is another
     */
    Flows(
            @ConfigProperty(name = "flows.folder") String data,
            @ConfigProperty(name = "flows.simulator") boolean simulator,
            @ConfigProperty(name = "camel.component.netsuite.accountId") Optional<String> accountId,
            @ConfigProperty(name = "camel.component.netsuite.suiteTalkUrl") Optional<URI> suiteTalkUrl) {
        this.data = Path.of(data);
        this.simulate = new SimulatorSwitch(simulator, "-Dflows.simulator=true");
        this.configured = account(accountId, suiteTalkUrl);
    }

    /** Only what listens on this machine passes for simulated: made-up orders must not reach an account that somebody has configured. */
    static Optional<AccountSettings> account(Optional<String> accountId, Optional<URI> suiteTalkUrl) {
        boolean simulated = suiteTalkUrl
                .map(URI::getHost)
                .filter(host -> host.equals("localhost") || host.equals("127.0.0.1"))
                .isPresent();
        return accountId.map(id -> new AccountSettings(id, simulated, Map.of()));
    }

    void add(@Observes BeforeConfigure event) throws IOException {
        flows = HostedFlows.open(System.getenv(), configured, simulate, data, FlowParts.standard());
        CamelContext context = event.getCamelContext();
        flows.properties().forEach(context.getPropertiesComponent()::addOverrideProperty);
        flows.bindBeans(context);
        flows.routes().forEach(event.getMain().configure()::addRoutesBuilder);
    }

    void sendSampleOrders(@ObservesAsync HttpServerStart started, HttpServer server)
            throws IOException, InterruptedException {
        opened().sendSampleOrders(server.getLocalBaseUri().resolve("/orders"));
    }

    /** What the flows have done so far. */
    FirstRound firstRound() {
        return opened().firstRound();
    }

    private HostedFlows opened() {
        if (flows == null) {
            throw new IllegalStateException(
                    "The flows are part of the Camel context, which has not been configured yet.");
        }
        return flows;
    }

    @PreDestroy
    void close() {
        if (flows != null) {
            flows.close();
        }
    }
}
