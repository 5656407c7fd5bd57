package io.github.camelnetsuite.camel;

import static io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteAuth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.simulator.Gate;
import io.github.camelnetsuite.simulator.NetSuiteSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.LoadablePropertiesSource;
import org.apache.camel.support.EventHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account that a reload replaces or removes ends when its calls are done. */
@Timeout(120)
class ReloadedAccountsTest {

    private static final String PREFIX = "camel.component.netsuite.";
    private static final String EU = PREFIX + "accounts[eu].";
    private static final String RECORD = "/services/rest/record/v1/customer/42";

    private final NetSuiteSimulator own = NetSuiteSimulator.start();
    private final NetSuiteSimulator eu =
            NetSuiteSimulator.builder().accountId("7654321").start();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<NetSuiteAccount> ended = new CopyOnWriteArrayList<>();
    private final AtomicInteger rows = new AtomicInteger();
    private final Properties settings = new Properties();
    private final Main main = new Main();
    private ProducerTemplate template;

    @BeforeEach
    void start() {
        settings.putAll(SimulatedAccount.properties(PREFIX, own));
        configureEu();
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport support) {
                CamelContext context = support.getCamelContext();
                context.getPropertiesComponent().addPropertiesSource(new Settings());
                context.getCamelContextExtension()
                        .addContextPlugin(HealthCheckRegistry.class, new DefaultHealthCheckRegistry(context));
            }
        });
        main.bind("listener", new AccountListener() {
            @Override
            public void closed(NetSuiteAccount account) {
                ended.add(account);
            }
        });
        main.configure().addRoutesBuilder(new Routes());
        main.start();
        template = main.getCamelContext().createProducerTemplate();
    }

    @AfterEach
    void stop() {
        main.stop();
        threads.shutdownNow();
        own.close();
        eu.close();
    }

    @Test
    void aReplacedAccountThatNobodyUsesIsClosedAtOnce() {
        NetSuiteAccount before = account("eu");
        call("direct:endpoint");
        settings.setProperty(EU + "readOnly", "true");

        reload();

        assertThat(before.closed()).isTrue();
        assertThatThrownBy(() -> before.tokens().get())
                .hasMessageEndingWith("or a reload has replaced or removed the account.");
        assertThat(account("eu")).isNotSameAs(before);
        assertThat(call("direct:endpoint")).isNotNull();
    }

    @Test
    void aCallUnderWayEndsBeforeItsAccountIsClosed() throws Exception {
        NetSuiteAccount before = account("eu");
        call("direct:endpoint");
        Gate gate = eu.faults().onApi().once().hold();
        var answer = CompletableFuture.supplyAsync(() -> call("direct:endpoint"), threads);
        gate.awaitArrivals(1);
        settings.setProperty(EU + "readOnly", "true");

        reload();

        assertThat(before.closed()).isFalse();
        assertThat(ended).isEmpty();
        gate.release();
        assertThat(answer.get(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(before.closed()).isTrue();
        assertThat(ended).containsExactly(before);
    }

    @Test
    void rowsAreReadToTheEndThoughTheirAccountWasReplacedMeanwhile() {
        NetSuiteAccount before = account("eu");

        call("direct:rows");

        assertThat(rows).hasValue(5);
        assertThat(account("eu")).isNotSameAs(before);
        assertThat(before.closed()).isTrue();
    }

    @Test
    void aUseThatDoesNotEndKeepsAReplacedAccountForABoundedTimeOnly() {
        try (AccountUse use = component().use("eu")) {
            use.account().retire(Duration.ofMillis(1));

            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30)).until(() -> use.account()
                    .closed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:endpoint", "direct:processor", "direct:http", "direct:named"})
    void aRemovedAccountFailsAndSaysWhy(String route) {
        call(route);
        NetSuiteAccount before = account("eu");
        removeEu();

        reload();

        assertThatThrownBy(() -> call(route))
                .cause()
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessage(
                        "The NetSuite account 'eu' is no longer configured: the settings were reloaded, and do not have it any"
                                + " more. Configured: [default]. Configure it again and reload, or take it out of the route.");
        assertThat(before.closed()).isTrue();
        assertThat(call("direct:own")).isNotNull();
    }

    @Test
    void aRemovedAccountHasNoHealthCheckUntilItIsConfiguredAgain() {
        HealthCheckRegistry health = HealthCheckRegistry.get(main.getCamelContext());
        assertThat(health.getCheck("netsuite-eu")).isPresent();
        removeEu();
        reload();
        assertThat(health.getCheck("netsuite-eu")).isEmpty();

        configureEu();
        reload();

        assertThat(health.getCheck("netsuite-eu")).isPresent();
        assertThat(call("direct:endpoint")).isNotNull();
        assertThat(call("direct:http")).isNotNull();
    }

    @Test
    void theComponentsOwnSettingsCanBeRemovedToo() {
        settings.keySet().removeIf(name -> !name.toString().startsWith(EU));

        reload();

        assertThatThrownBy(() -> call("direct:own"))
                .cause()
                .hasMessageStartingWith("The NetSuite account 'default' is no longer configured");
        assertThat(call("direct:endpoint")).isNotNull();
    }

    @Test
    void anAccountThatWasNeverInPropertiesStays() {
        component().getAccounts().put("java", SimulatedAccount.configuration(eu));
        component().account("java");
        removeEu();

        reload();

        assertThat(component().account("java").closed()).isFalse();
    }

    @Test
    void aNewAccountThatCannotBeOpenedLeavesTheCallsOfOthersAlone() {
        settings.setProperty(PREFIX + "accounts[au].accountId", "7777777");
        settings.setProperty(PREFIX + "accounts[au].consumerKey", "anything");
        settings.setProperty(PREFIX + "accounts[au].privateKey", "file:/nowhere/key.pem");
        settings.setProperty(PREFIX + "accounts[broken].accountId", "no account ID");

        reload();

        assertThat(call("direct:http")).isNotNull();
        assertThat(component().useOf(URI.create("http://127.0.0.1:9/"))).isNull();
        assertThatThrownBy(() -> component().useOf(URI.create("https://7777777.suitetalk.api.netsuite.com/")))
                .isInstanceOf(NetSuiteConfigurationException.class)
                .hasMessageStartingWith("NetSuite account 'au': ");
    }

    /** Binding changes the map of accounts in place. */
    @Test
    void accountsThatAreBoundWhileCallsLookForTheirsDoNotDisturbThem() {
        Map<String, NetSuiteConfiguration> accounts = component().getAccounts();
        Iterator<String> look = accounts.keySet().iterator();
        look.next();
        for (int more = 0; more < 50; more++) {
            accounts.put("more" + more, accounts.get("eu"));
        }

        assertThatCode(() -> look.forEachRemaining(name -> {})).doesNotThrowAnyException();
    }

    private void configureEu() {
        settings.putAll(SimulatedAccount.properties(EU, eu));
    }

    private void removeEu() {
        settings.keySet().removeIf(name -> name.toString().startsWith(EU));
    }

    private void reload() {
        try {
            EventHelper.notifyContextReloaded(main.getCamelContext(), this);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Object call(String route) {
        return template.requestBody(route, (Object) null, String.class);
    }

    private NetSuiteAccount account(String name) {
        return component().account(name);
    }

    private NetSuiteComponent component() {
        return main.getCamelContext().getComponent("netsuite", NetSuiteComponent.class);
    }

    private final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            getContext()
                    .getRegistry()
                    .bind("netsuiteHttpEu", io.github.camelnetsuite.camel.auth.NetSuiteAuth.netsuiteHttp("eu"));
            String record = eu.suiteTalkUrl() + RECORD;
            from("direct:own").to("netsuite:get:customer/42");
            from("direct:endpoint").to("netsuite:get:customer/42?account=eu");
            from("direct:processor").process(netsuiteAuth("eu")).to(record);
            from("direct:http").to(record + "?httpClientConfigurer=#netsuiteHttp");
            from("direct:named").to(record + "?httpClientConfigurer=#netsuiteHttpEu");
            from("direct:rows")
                    .setBody(constant("SELECT id FROM customer ORDER BY id"))
                    .to("netsuite:suiteql?account=eu&pageSize=1&limit=5")
                    .split(body())
                    .streaming()
                    .process(this::row);
        }

        private void row(Exchange exchange) {
            if (rows.incrementAndGet() == 1) {
                settings.setProperty(EU + "readOnly", "true");
                reload();
            }
        }
    }

    /** Settings that can change while the context runs. */
    private final class Settings implements LoadablePropertiesSource {

        @Override
        public String getName() {
            return "settings";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return settings.getProperty(name);
        }

        @Override
        public Properties loadProperties() {
            return loadProperties(name -> true);
        }

        @Override
        public Properties loadProperties(Predicate<String> filter) {
            Properties loaded = new Properties();
            settings.stringPropertyNames().stream()
                    .filter(filter)
                    .forEach(name -> loaded.setProperty(name, settings.getProperty(name)));
            return loaded;
        }

        @Override
        public void reloadProperties(String location) {
            // They are always the current ones.
        }
    }
}
