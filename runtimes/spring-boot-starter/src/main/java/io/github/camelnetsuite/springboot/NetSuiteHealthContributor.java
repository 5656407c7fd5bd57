package io.github.camelnetsuite.springboot;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.actuate.health.Status;

/**
 * The health of each account as the component's own checks see it, by the account's name: {@code netsuite/eu/token} and {@code
 * netsuite/eu/certificate}. Asks NetSuite nothing. Accounts come and go with the component, so they are looked up each time.
 */
final class NetSuiteHealthContributor implements CompositeHealthContributor {

    private static final String GROUP = "netsuite";
    private static final String CERTIFICATE = ":certificate";

    private final CamelContext context;

    NetSuiteHealthContributor(CamelContext context) {
        this.context = context;
    }

    @Override
    public @Nullable HealthContributor getContributor(String account) {
        return accounts().get(account);
    }

    @Override
    public Iterator<NamedContributor<HealthContributor>> iterator() {
        return accounts().entrySet().stream()
                .map(account -> NamedContributor.of(account.getKey(), account.getValue()))
                .iterator();
    }

    private Map<String, HealthContributor> accounts() {
        Map<String, Map<String, HealthContributor>> checks = new TreeMap<>();
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null) {
            registry.stream().filter(check -> GROUP.equals(check.getGroup())).forEach(check -> {
                String name = check.getId().substring(GROUP.length() + 1);
                boolean certificate = name.endsWith(CERTIFICATE);
                String account = certificate ? name.substring(0, name.length() - CERTIFICATE.length()) : name;
                checks.computeIfAbsent(account, absent -> new LinkedHashMap<>())
                        .put(certificate ? "certificate" : "token", (HealthIndicator) () -> health(check));
            });
        }
        Map<String, HealthContributor> accounts = new LinkedHashMap<>();
        checks.forEach((account, ofAccount) -> accounts.put(account, CompositeHealthContributor.fromMap(ofAccount)));
        return accounts;
    }

    private static Health health(HealthCheck check) {
        HealthCheck.Result result = check.call();
        Health.Builder health = Health.status(new Status(result.getState().name()));
        result.getDetails().forEach((name, value) -> {
            if (name.startsWith(GROUP + ".") && value != null) {
                health.withDetail(name.substring(GROUP.length() + 1), value);
            }
        });
        result.getMessage().ifPresent(message -> health.withDetail("message", message));
        return health.build();
    }
}
