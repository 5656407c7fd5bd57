package io.github.camelnetsuite.examples.quarkus;

import io.github.camelnetsuite.examples.flows.AccountSettings;
import io.github.camelnetsuite.examples.flows.FlowParts;
import io.github.camelnetsuite.examples.flows.HostedFlows;
import io.github.camelnetsuite.examples.flows.console.FirstRound;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
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
    private final Optional<String> devService;
    private @Nullable HostedFlows flows;

    /** @param devService account ID of the Dev Service, which is there in dev and test mode only */
    Flows(
            @ConfigProperty(name = "flows.folder") String data,
            @ConfigProperty(name = "camel.component.netsuite.accountId") Optional<String> devService) {
        this.data = Path.of(data);
        this.devService = devService;
    }

    void add(@Observes BeforeConfigure event) throws IOException {
        Optional<AccountSettings> simulated = devService.map(id -> new AccountSettings(id, true, Map.of()));
        flows = HostedFlows.open(System.getenv(), simulated, data, FlowParts.standard());
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
