package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts of a running component: opened when first used, replaced when their settings change, closed at the end. */
final class Accounts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteComponent.class);

    private final NetSuiteComponent component;
    private final AccountListeners listeners;
    private final ExecutorService threads;
    private final Clock clock;
    private final Map<String, NetSuiteAccount> open = new ConcurrentHashMap<>();
    /** Replaced accounts whose calls may still be under way. */
    private final Collection<NetSuiteAccount> replaced = new ConcurrentLinkedQueue<>();

    private final Collection<HealthCheck> healthChecks = new ConcurrentLinkedQueue<>();
    private final AccountManagement management;

    Accounts(NetSuiteComponent component, AccountListeners listeners, ExecutorService threads, Clock clock) {
        this.component = component;
        this.listeners = listeners;
        this.threads = threads;
        this.clock = clock;
        this.management = new AccountManagement(component.getCamelContext());
    }

    NetSuiteAccount account(@Nullable String name) {
        String key = name == null || name.isBlank() ? NetSuiteComponent.DEFAULT_ACCOUNT : name;
        NetSuiteAccount account = open.get(key);
        return account != null ? account : open.computeIfAbsent(key, this::open);
    }

    @Nullable
    NetSuiteAccount ownerOf(URI host) {
        List<NetSuiteAccount> owners = new ArrayList<>();
        for (String name : configured()) {
            NetSuiteAccount account = account(name);
            if (account.urls().own(host)) {
                if (name.equals(NetSuiteComponent.DEFAULT_ACCOUNT)) {
                    return account;
                }
                owners.add(account);
            }
        }
        if (owners.size() > 1) {
            throw new NetSuiteConfigurationException("The accounts "
                    + owners.stream().map(NetSuiteAccount::name).toList() + " share the host " + host.getHost()
                    + ", so netsuiteHttp cannot tell which is meant. Bind one that says so, such as netsuiteHttp(\""
                    + owners.get(0).name() + "\"), and use it as httpClientConfigurer.");
        }
        return owners.isEmpty() ? null : owners.get(0);
    }

    /** What can be seen from outside of each account that was opened, ordered by name. */
    List<AccountFacts> facts() {
        return new TreeMap<>(open)
                .values().stream()
                        .map(account -> AccountFacts.of(account, clock.instant()))
                        .toList();
    }

    /** Opens every configured account, so that wrong settings show now, and says in the log what it is. */
    void check() {
        if (component.getAccounts().containsKey(NetSuiteComponent.DEFAULT_ACCOUNT)) {
            throw NetSuiteConfigurationException.ofOption(
                    "accounts[" + NetSuiteComponent.DEFAULT_ACCOUNT + "]",
                    "An account cannot be named '" + NetSuiteComponent.DEFAULT_ACCOUNT
                            + "': that is the name of the component's own settings. Write camel.component.netsuite.accountId and so on"
                            + " for those, or give the account another name.");
        }
        for (String name : configured()) {
            account(name).announce();
        }
    }

    /**
     * Takes over settings that have changed. An account whose new settings are wrong goes on with the old ones; one whose settings
     * are the same asks for a token at the next call even if NetSuite had refused it before.
     */
    void reload() {
        open.replaceAll((name, account) -> {
            NetSuiteConfiguration settings = component.settings(name);
            if (settings == null || account.hasSettings(settings)) {
                account.rearm();
                return account;
            }
            try {
                NetSuiteAccount fresh = started(name, settings);
                fresh.announce();
                replaced.add(account);
                return fresh;
            } catch (NetSuiteConfigurationException e) {
                LOG.warn("The new settings are not used, the old ones stay. {}", e.getMessage());
                return account;
            }
        });
    }

    @Override
    public void close() {
        HealthCheckRegistry health = HealthCheckRegistry.get(component.getCamelContext());
        if (health != null) {
            healthChecks.forEach(health::unregister);
        }
        management.close();
        open.values().forEach(this::close);
        replaced.forEach(this::close);
    }

    private NetSuiteAccount open(String name) {
        NetSuiteConfiguration settings = component.settings(name);
        if (settings == null) {
            throw new NetSuiteConfigurationException(
                    "There is no NetSuite account '" + printable(name) + "'. Configured: "
                            + configured()
                            + ". Set camel.component.netsuite.accountId, consumerKey, certificateId and privateKey, or"
                            + " camel.component.netsuite.accounts[NAME].accountId and so on for a named account.");
        }
        NetSuiteAccount account = started(name, settings);
        HealthCheckRegistry health = HealthCheckRegistry.get(component.getCamelContext());
        if (component.isHealthCheckEnabled() && health != null) {
            register(health, new AccountHealthCheck(name, () -> account(name), clock));
            register(health, new CertificateHealthCheck(name, () -> account(name), clock));
        }
        management.show(name, () -> AccountFacts.of(account(name), clock.instant()));
        return account;
    }

    private NetSuiteAccount started(String name, NetSuiteConfiguration settings) {
        NetSuiteAccount account = NetSuiteAccount.open(name, settings.copy(), component, listeners, threads, clock);
        listeners.opened(account);
        return account;
    }

    private void close(NetSuiteAccount account) {
        account.close();
        listeners.closed(account);
    }

    private void register(HealthCheckRegistry health, HealthCheck check) {
        health.register(check);
        healthChecks.add(check);
    }

    private SortedSet<String> configured() {
        SortedSet<String> names = new TreeSet<>(component.getAccounts().keySet());
        if (component.settings(NetSuiteComponent.DEFAULT_ACCOUNT) != null) {
            names.add(NetSuiteComponent.DEFAULT_ACCOUNT);
        }
        return names;
    }

    /** The name may come from a header, and ends in a log. */
    private static String printable(String name) {
        String safe = name.replaceAll("[^\\w.-]", "?");
        return safe.length() > 64 ? safe.substring(0, 64) + "…" : safe;
    }
}
