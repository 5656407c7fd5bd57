package io.github.camelnetsuite.quarkus;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of all NetSuite accounts, as Camel's own health checks of the component see them. Asks NetSuite nothing. Thread-safe.
 *
 * <p>An account whose state is unknown, as before its first call, does not count as down: a service that got no calls because of
 * it would never make that first call.
 */
@Readiness
@Singleton
public final class NetSuiteReadiness implements HealthCheck {

    private static final String PREFIX = "netsuite-";
    private static final String GROUP = "netsuite";

    private final CamelContext context;

    NetSuiteReadiness(CamelContext context) {
        this.context = context;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("NetSuite accounts").up();
        HealthCheckRegistry checks = HealthCheckRegistry.get(context);
        if (checks != null) {
            checks.stream()
                    .filter(check -> GROUP.equals(check.getGroup()))
                    .sorted(Comparator.comparing(org.apache.camel.health.HealthCheck::getId))
                    .forEach(check -> report(check, response));
        }
        return response.build();
    }

    private static void report(org.apache.camel.health.HealthCheck check, HealthCheckResponseBuilder response) {
        org.apache.camel.health.HealthCheck.Result result =
                check.call(Map.of(org.apache.camel.health.HealthCheck.CHECK_KIND, "READINESS"));
        String name = check.getId().substring(check.getId().startsWith(PREFIX) ? PREFIX.length() : 0);
        if (check.isReadiness() && result.getState() == org.apache.camel.health.HealthCheck.State.DOWN) {
            response.down();
        }
        response.withData(name + ".state", result.getState().name());
        result.getMessage().ifPresent(message -> response.withData(name + ".message", message));
        result.getDetails().forEach((key, value) -> {
            if (key.startsWith(GROUP + ".")) {
                response.withData(name + key.substring(GROUP.length()), String.valueOf(value));
            }
        });
    }
}
