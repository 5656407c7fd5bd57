package io.github.camelnetsuite.camel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;

/** The health checks of the accounts in the registry of the context, if it has one and the component wants them. Thread-safe. */
final class AccountHealthChecks {

    private final Map<String, List<HealthCheck>> registered = new ConcurrentHashMap<>();
    private final @Nullable HealthCheckRegistry registry;
    private final Clock clock;

    AccountHealthChecks(NetSuiteComponent component, Clock clock) {
        this.registry = component.isHealthCheckEnabled() ? HealthCheckRegistry.get(component.getCamelContext()) : null;
        this.clock = clock;
    }

    /** @param current gives the account that serves under this name now */
    void add(String name, Supplier<NetSuiteAccount> current) {
        HealthCheckRegistry into = registry;
        if (into != null) {
            List<HealthCheck> checks = List.of(
                    new AccountHealthCheck(name, current, clock), new CertificateHealthCheck(name, current, clock));
            checks.forEach(into::register);
            registered.put(name, checks);
        }
    }

    void remove(String name) {
        List<HealthCheck> checks = registered.remove(name);
        HealthCheckRegistry from = registry;
        if (checks != null && from != null) {
            checks.forEach(from::unregister);
        }
    }

    void removeAll() {
        List.copyOf(registered.keySet()).forEach(this::remove);
    }
}
