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
    static Surroundings open(Map<String, String> environment, SimulatorSwitch simulate, FlowParts parts) {
        return open(environment, Optional.empty(), simulate, parts);
    }

    /**
     * Finds NetSuite and the shop, and says which they are.
     *
     * @param host the account of whoever runs the Camel context, for when the environment names none
     * @throws IllegalArgumentException when a setting is missing or wrong
     */
    static Surroundings open(
            Map<String, String> environment,
            Optional<AccountSettings> host,
            SimulatorSwitch simulate,
            FlowParts parts) {
        ShopSettings shop = ShopSettings.of(environment);
        Optional<AccountSettings> account =
                simulate.on() ? host : AccountSettings.of(environment).or(() -> host);
        boolean simulated = account.map(AccountSettings::simulated).orElse(true);
        if (simulate.on() && !simulated) {
            throw new IllegalArgumentException(
                    "The application has the NetSuite account " + account.get().accountId() + ", so " + simulate.name()
                            + " cannot be had. Leave one of the two out.");
        }
        if (simulated && !simulate.on() && shop.ofOnesOwn()) {
            throw new IllegalArgumentException(
                    "SHOP_URL or WEBHOOK_SECRET is set, but none of the four settings of a NetSuite account. A simulator would"
                            + " forget the orders of that shop and send it products that are made up. Set NETSUITE_ACCOUNT_ID,"
                            + " NETSUITE_CONSUMER_KEY, NETSUITE_CERTIFICATE_ID and NETSUITE_PRIVATE_KEY; or, to run against the"
                            + " simulator all the same, add " + simulate.name() + ".");
        }
        Optional<NetSuiteSimulator> simulator =
                account.isPresent() ? Optional.empty() : Optional.of(NetSuiteSimulator.start());
        ShopStandIn standIn = shop.url().isPresent() ? null : ShopStandIn.open(product -> {});
        Surroundings surroundings = new Surroundings(
                account.or(() -> simulator.map(started -> AccountSettings.of(started)))
                        .orElseThrow(),
                shop,
                simulator.orElse(null),
                standIn);
        surroundings.introduce(parts.narrator());
        return surroundings;
    }

    private void introduce(Narrator narrator) {
        narrator.say("NetSuite: "
                + (simulator == null
                        ? "account " + account.accountId() + (account.simulated() ? ", simulated." : ".")
                        : "a simulator in this JVM at " + simulator.suiteTalkUrl() + ", account "
                                + simulator.accountId() + ", with a key pair made just now."));
        narrator.say("Shop: "
                + (standIn == null
                        ? shopUrl()
                        : "a stand-in at " + standIn.url()
                                + (account.simulated()
                                        ? ""
                                        : ", which takes products but sends no orders to a real account"))
                + ".");
        if (!account.simulated() && shop.knownToNobody()) {
            narrator.say(
                    "Warning: WEBHOOK_SECRET is not set, so nobody can sign an order: the webhook will refuse every one"
                            + " with 401. To take orders, set it to the secret the shop signs with (openssl rand -hex 32 makes one)"
                            + " and start again.");
        }
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
