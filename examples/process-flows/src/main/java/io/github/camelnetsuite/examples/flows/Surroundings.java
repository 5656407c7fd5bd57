package io.github.camelnetsuite.examples.flows;

import io.github.camelnetsuite.examples.flows.console.Narrator;
import io.github.camelnetsuite.examples.flows.shop.ShopStandIn;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** NetSuite and the shop: those of the environment, or stand-ins in this JVM. */
final class Surroundings implements AutoCloseable {

    private final AccountSettings account;
    private final ShopSettings shop;
    private final @Nullable NetSuiteSimulator simulator;
    private final @Nullable ShopStandIn standIn;

    private Surroundings(
            AccountSettings account,
            ShopSettings shop,
            @Nullable NetSuiteSimulator simulator,
            @Nullable ShopStandIn standIn) {
        this.account = account;
        this.shop = shop;
        this.simulator = simulator;
        this.standIn = standIn;
    }

    /**
     * Finds NetSuite and the shop, and says which they are.
     *
     * @throws IllegalArgumentException when a setting is missing or wrong
     */
    static Surroundings open(Map<String, String> environment, FlowParts parts) {
        return open(environment, Optional.empty(), parts);
    }

    /**
     * Finds NetSuite and the shop, and says which they are.
     *
     * @param host the account of whoever runs the Camel context, for when the environment names none
     * @throws IllegalArgumentException when a setting is missing or wrong
     */
    static Surroundings open(Map<String, String> environment, Optional<AccountSettings> host, FlowParts parts) {
        Optional<AccountSettings> own = AccountSettings.of(environment);
        ShopSettings shop = ShopSettings.of(environment);
        Narrator narrator = parts.narrator();
        ShopStandIn standIn = shop.url().isPresent() ? null : ShopStandIn.open(product -> {});
        if (own.isPresent()) {
            narrator.say("NetSuite: account " + own.get().accountId() + ".");
            narrator.say("Shop: "
                    + (standIn == null
                            ? shop.url().get()
                            : "a stand-in at " + standIn.url()
                                    + ", which takes products but sends no orders to a real account")
                    + ".");
            if (shop.knownToNobody()) {
                narrator.say(
                        "Warning: WEBHOOK_SECRET is not set, so nobody can sign an order: the webhook will refuse every one"
                                + " with 401. To take orders, set it to the secret the shop signs with (openssl rand -hex 32 makes one)"
                                + " and start again.");
            }
            return new Surroundings(own.get(), shop, null, standIn);
        }
        if (host.isPresent()) {
            narrator.say(
                    "NetSuite: account " + host.get().accountId() + (host.get().simulated() ? ", simulated." : "."));
            narrator.say("Shop: " + (standIn == null ? shop.url().get() : "a stand-in at " + standIn.url()) + ".");
            return new Surroundings(host.get(), shop, null, standIn);
        }
        NetSuiteSimulator simulator = NetSuiteSimulator.start();
        narrator.say("NetSuite: a simulator in this JVM at " + simulator.suiteTalkUrl() + ", account "
                + simulator.accountId() + ", with a key pair made just now.");
        narrator.say("Shop: " + (standIn == null ? shop.url().get() : "a stand-in at " + standIn.url()) + ".");
        return new Surroundings(AccountSettings.of(simulator), shop, simulator, standIn);
    }

    AccountSettings account() {
        return account;
    }

    ShopSettings shop() {
        return shop;
    }

    URI shopUrl() {
        return standIn == null ? shop.url().orElseThrow() : standIn.url();
    }

    /** Whether both are stand-ins; made-up orders go to a simulator only. */
    boolean standIns() {
        return account.simulated() && standIn != null;
    }

    @Override
    public void close() {
        if (standIn != null) {
            standIn.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }
}
