package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.credentials.ServiceUrls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of a running component: opened when first used, replaced when their settings change, closed when they are no longer
 * configured or the component stops.
 */
final class Accounts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NetSuiteComponent.class);

    /** How long calls that are under way may go on with an account that a reload has replaced: longer than a call, or a token. */
    private static final Duration LONGEST_USE = Duration.ofHours(1);

    private final NetSuiteComponent component;
    private final AccountListeners listeners;
    private final Clock clock;
    private final Limiters limiters = new Limiters();
    private final NetSuiteAccount.Surroundings around;
    private final Map<String, NetSuiteAccount> open = new ConcurrentHashMap<>();
    private final AccountHealthChecks healthChecks;
    private final AccountManagement management;

    /** Replaced or removed, with calls under way when last looked at. */
    private final Collection<NetSuiteAccount> retired = new ConcurrentLinkedQueue<>();

    /** The hosts of accounts that are no longer configured, by name. */
    private final Map<String, ServiceUrls> removed = new ConcurrentHashMap<>();

    private volatile boolean closed;

    Accounts(NetSuiteComponent component, AccountListeners listeners, ExecutorService threads, Clock clock) {
        this.component = component;
        this.listeners = listeners;
        this.clock = clock;
        this.around = new NetSuiteAccount.Surroundings(component, listeners, threads, clock, limiters);
        this.healthChecks = new AccountHealthChecks(component, clock);
        this.management = new AccountManagement(component.getCamelContext());
    }

    NetSuiteAccount account(@Nullable String name) {
        String key = name == null || name.isBlank() ? NetSuiteComponent.DEFAULT_ACCOUNT : name;
        NetSuiteAccount account = open.get(key);
        if (account == null) {
            account = open.computeIfAbsent(key, this::open);
            if (closed) {
                // The component stopped while it was opened.
                account.close();
            }
        }
        return account;
    }

    AccountUse use(@Nullable String name) {
        while (true) {
            NetSuiteAccount account = account(name);
            if (account.uses().begin()) {
                return new AccountUse(account);
            }
            // A reload has put another in its place meanwhile.
        }
    }

    @Nullable
    AccountUse useOf(URI host) {
        while (true) {
            NetSuiteAccount owner = ownerOf(host);
            if (owner == null) {
                return null;
            }
            if (owner.uses().begin()) {
                return new AccountUse(owner);
            }
        }
    }

    private @Nullable NetSuiteAccount ownerOf(URI host) {
        List<String> owners =
                configured().stream().filter(name -> owns(name, host)).toList();
        if (owners.contains(NetSuiteComponent.DEFAULT_ACCOUNT)) {
            return account(NetSuiteComponent.DEFAULT_ACCOUNT);
        }
        if (owners.size() > 1) {
            throw new NetSuiteConfigurationException("The accounts " + owners + " share the host " + host.getHost()
                    + ", so netsuiteHttp cannot tell which is meant. Bind one that says so, such as netsuiteHttp(\""
                    + owners.get(0) + "\"), and use it as httpClientConfigurer.");
        }
        if (owners.isEmpty()) {
            removed.forEach((name, urls) -> {
                if (urls.own(host)) {
                    throw noLongerConfigured(name);
                }
            });
        }
        return owners.isEmpty() ? null : account(owners.get(0));
    }

    /** Told without opening the account, so that a mistake in one does not stop the calls of others. */
    private boolean owns(String name, URI host) {
        NetSuiteAccount account = open.get(name);
        if (account != null) {
            return account.urls().own(host);
        }
        NetSuiteConfiguration settings = component.settings(name);
        try {
            return settings != null && AccountSettings.urls(settings).own(host);
        } catch (NetSuiteConfigurationException e) {
            // Without hosts it owns none. Start or reload has told what is wrong with it.
            return false;
        }
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
     * are the same asks for a token at the next call even if NetSuite had refused it before; one that has none any more ends.
     */
    synchronized void reload() {
        for (Map.Entry<String, NetSuiteAccount> entry : List.copyOf(open.entrySet())) {
            String name = entry.getKey();
            NetSuiteAccount account = entry.getValue();
            NetSuiteConfiguration settings = component.settings(name);
            if (settings == null) {
                remove(name, account);
            } else if (account.hasSettings(settings)) {
                account.rearm();
            } else {
                replace(name, account, settings);
            }
        }
        configured().stream().filter(name -> !open.containsKey(name)).forEach(this::add);
    }

    private void replace(String name, NetSuiteAccount account, NetSuiteConfiguration settings) {
        NetSuiteAccount fresh;
        try {
            fresh = started(name, settings);
        } catch (RuntimeException e) {
            // A mistake in one account keeps no other from its new settings.
            LOG.warn("The new settings are not used, the old ones stay. {}", e.getMessage());
            return;
        }
        open.put(name, fresh);
        retire(account);
        fresh.announce();
    }

    private void add(String name) {
        try {
            account(name).announce();
        } catch (RuntimeException e) {
            LOG.warn("An account that is new in the settings cannot be used. {}", e.getMessage());
        }
    }

    private void remove(String name, NetSuiteAccount account) {
        LOG.info("NetSuite account '{}' is no longer configured: calls with it fail from now on.", name);
        removed.put(name, account.urls());
        open.remove(name);
        healthChecks.remove(name);
        management.hide(name);
        retire(account);
    }

    private void retire(NetSuiteAccount account) {
        retired.removeIf(NetSuiteAccount::closed);
        retired.add(account);
        account.retire(LONGEST_USE);
    }

    /** Ends the pauses between attempts: the context is stopping. */
    void endPauses() {
        open.values().forEach(NetSuiteAccount::endPauses);
        retired.forEach(NetSuiteAccount::endPauses);
    }

    @Override
    public void close() {
        closed = true;
        limiters.close();
        healthChecks.removeAll();
        management.close();
        open.values().forEach(NetSuiteAccount::close);
        retired.forEach(NetSuiteAccount::close);
    }

    private NetSuiteAccount open(String name) {
        NetSuiteConfiguration settings = component.settings(name);
        if (settings == null) {
            throw removed.containsKey(name) ? noLongerConfigured(name) : notConfigured(name);
        }
        NetSuiteAccount account = started(name, settings);
        removed.remove(name);
        healthChecks.add(name, () -> account(name));
        management.show(name, () -> AccountFacts.of(account(name), clock.instant()));
        return account;
    }

    private NetSuiteAccount started(String name, NetSuiteConfiguration settings) {
        NetSuiteAccount account = NetSuiteAccount.open(name, settings.copy(), around);
        listeners.opened(account);
        return account;
    }

    private NetSuiteConfigurationException notConfigured(String name) {
        return new NetSuiteConfigurationException("There is no NetSuite account '" + printable(name) + "'. Configured: "
                + configured()
                + ". Set camel.component.netsuite.accountId, consumerKey, certificateId and privateKey, or"
                + " camel.component.netsuite.accounts[NAME].accountId and so on for a named account.");
    }

    private NetSuiteConfigurationException noLongerConfigured(String name) {
        return new NetSuiteConfigurationException("The NetSuite account '" + printable(name)
                + "' is no longer configured: the settings were reloaded, and do not have it any more. Configured: "
                + configured() + ". Configure it again and reload, or take it out of the route.");
    }

    SortedSet<String> configured() {
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
