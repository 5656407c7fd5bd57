package io.github.camelnetsuite.camel;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.jspecify.annotations.Nullable;

/**
 * NetSuite on OAuth 2.0 machine-to-machine credentials. The component's own settings are one account; further ones have names.
 * Settings are checked when the context starts, without any network call; the first token is asked for by the first call.
 */
@Component("netsuite")
public class NetSuiteComponent extends DefaultComponent implements SSLContextParametersAware {

    /** What the component's own settings are called where an account is named. */
    static final String DEFAULT_ACCOUNT = "default";

    @Metadata(description = "The component's own settings, as an object.")
    private NetSuiteConfiguration configuration = new NetSuiteConfiguration();

    @Metadata(
            label = "common",
            description =
                    "Further accounts, each under a name; in properties the name stands in square brackets. An endpoint chooses one with the option "
                            + "`account`, a message with the header `CamelNetSuiteAccount`.")
    private Map<String, NetSuiteConfiguration> accounts = new ConcurrentHashMap<>();

    @Metadata(
            label = "security",
            defaultValue = "true",
            description =
                    "Whether the Authorization header that `netsuiteAuth` sets is taken off a message that leaves for anything "
                            + "but the account's own hosts.")
    private boolean guardAuthorization = true;

    @Metadata(
            label = "health",
            defaultValue = "true",
            description =
                    "Whether each account has health checks: of its access token, which readiness depends on, and of its certificate.")
    private boolean healthCheckEnabled = true;

    @Metadata(
            label = "security",
            description = "Whether the global SSL context parameters are used for the calls to NetSuite.")
    private boolean useGlobalSslContextParameters;

    private final Map<Class<?>, EventNotifier> notifiers = new ConcurrentHashMap<>();
    private Clock clock = Clock.systemUTC();
    private volatile @Nullable Accounts inUse;
    private @Nullable EventNotifier reload;
    private @Nullable EventNotifier stopSignal;
    private boolean checked;
    private @Nullable ExecutorService executor;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        int colon = remaining.indexOf(':');
        NetSuiteOperation operation = NetSuiteOperation.parse(colon < 0 ? remaining : remaining.substring(0, colon));
        NetSuiteEndpoint endpoint = new NetSuiteEndpoint(uri, this, operation);
        endpoint.setResource(colon < 0 ? null : remaining.substring(colon + 1));
        endpoint.setParameters(PropertiesHelper.extractProperties(parameters, "parameters."));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /**
     * The account of this name; null, blank and {@code default} stand for the component's own settings. Safe to call from any
     * thread while the component runs. A reload may close what is given here; a call that takes a while begins a {@link #use}.
     *
     * @throws NetSuiteConfigurationException when there is no such account (any more), or its settings are wrong
     */
    public NetSuiteAccount account(@Nullable String name) {
        return inUse().account(name);
    }

    /**
     * Names of the configured accounts, in order; {@code default} stands for the component's own settings. Empty when nothing is
     * configured.
     */
    public SortedSet<String> accountNames() {
        return inUse().configured();
    }

    /**
     * Takes over settings that were bound to this component since it started. An account whose new settings are wrong goes on with
     * the old ones, and the log says so. Does nothing when the component is not started.
     */
    public void reload() {
        Accounts current = inUse;
        if (current != null) {
            current.reload();
        }
    }

    /**
     * Begins a use of the account of this name, as {@link #account} finds it: it is not closed before the use ends.
     *
     * @throws NetSuiteConfigurationException when there is no such account (any more), or its settings are wrong
     */
    public AccountUse use(@Nullable String name) {
        return inUse().use(name);
    }

    /**
     * Begins a use of the account whose own hosts include this one: the component's own settings first. Null when it is none of
     * theirs.
     *
     * @throws NetSuiteConfigurationException when several named accounts share the host, so that nothing tells which is meant, or
     *     the account it belonged to is no longer configured
     */
    public @Nullable AccountUse useOf(URI host) {
        return inUse().useOf(host);
    }

    /**
     * Adds an event notifier to the context for as long as the context runs, also while this component is stopped; once for each
     * type. Gives the one that is there.
     */
    public <T extends EventNotifier> T addEventNotifierOnce(Class<T> type, Supplier<T> notifier) {
        EventNotifier there = notifiers.get(type);
        return type.cast(
                there != null ? there : notifiers.computeIfAbsent(type, absent -> notifierOfContext(type, notifier)));
    }

    /** Another component of this kind may have left one when it was taken out of the context. */
    private EventNotifier notifierOfContext(Class<?> type, Supplier<? extends EventNotifier> notifier) {
        return getCamelContext().getManagementStrategy().getEventNotifiers().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> started(notifier.get()));
    }

    private <T extends EventNotifier> T started(T notifier) {
        ServiceHelper.startService(notifier);
        getCamelContext().getManagementStrategy().addEventNotifier(notifier);
        return notifier;
    }

    private void end(EventNotifier notifier) {
        getCamelContext().getManagementStrategy().removeEventNotifier(notifier);
        ServiceHelper.stopAndShutdownService(notifier);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        loadContextPlugin();
        getCamelContext().addStartupListener(new SettingsCheck());
    }

    /**
     * Camel looks for context plugins with the class loader of the application or, when a context has none, with that of the JVM.
     * Neither need see this jar: not in a program that Maven runs within itself, nor in a container. Loading ours twice is harmless.
     */
    private void loadContextPlugin() {
        Class<?> here = NetSuiteComponent.class;
        ServiceLoader.load(ContextServicePlugin.class, here.getClassLoader()).stream()
                .filter(plugin -> plugin.type().getPackageName().startsWith(here.getPackageName()))
                .forEach(plugin -> plugin.get().load(getCamelContext()));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        executor = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "NetSuite");
        AccountListeners listeners =
                new AccountListeners(getCamelContext().getRegistry().findByType(AccountListener.class));
        inUse = new Accounts(this, listeners, executor, clock);
        reload = started(new SettingsReload(this));
        stopSignal = started(new StopSignal(this::endPauses));
        if (checked) {
            // Started again by itself: the context has told its listeners long ago.
            inUse.check();
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (reload != null) {
            end(reload);
            reload = null;
        }
        if (stopSignal != null) {
            end(stopSignal);
            stopSignal = null;
        }
        if (inUse != null) {
            inUse.close();
            inUse = null;
        }
        if (executor != null) {
            getCamelContext().getExecutorServiceManager().shutdownNow(executor);
            executor = null;
        }
        super.doStop();
    }

    /** Comes with the end of the context. */
    @Override
    protected void doShutdown() throws Exception {
        notifiers.values().forEach(this::end);
        notifiers.clear();
        super.doShutdown();
    }

    /** The settings configured under this name; null when there are none. */
    @Nullable
    NetSuiteConfiguration settings(String name) {
        if (DEFAULT_ACCOUNT.equals(name)) {
            return configuration.anyCredential() ? configuration : null;
        }
        return accounts.get(name);
    }

    /** What can be seen from outside of each account in use, ordered by name; empty when the component is not running. */
    List<AccountFacts> accountFacts() {
        Accounts current = inUse;
        return current == null ? List.of() : current.facts();
    }

    private void endPauses() {
        Accounts current = inUse;
        if (current != null) {
            current.endPauses();
        }
    }

    private Accounts inUse() {
        Accounts current = inUse;
        if (current == null) {
            throw new IllegalStateException(
                    "The netsuite component is not started, or has been stopped with its context.");
        }
        return current;
    }

    /** Wrong settings fail the start of the context, not the first message. */
    private final class SettingsCheck implements StartupListener {

        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
            if (!isStarted()) {
                // The context keeps its listeners when it is stopped and started again, but not its components.
                return;
            }
            inUse().check();
            checked = true;
            SecretPrinters.warn(context, Stream.concat(Stream.of(configuration), accounts.values().stream()));
        }
    }

    public NetSuiteConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(NetSuiteConfiguration configuration) {
        this.configuration = configuration;
    }

    public Map<String, NetSuiteConfiguration> getAccounts() {
        return accounts;
    }

    public void setAccounts(Map<String, NetSuiteConfiguration> accounts) {
        // A reload binds further accounts into this map while calls look for theirs.
        this.accounts = new ConcurrentHashMap<>(accounts);
    }

    public boolean isGuardAuthorization() {
        return guardAuthorization;
    }

    public void setGuardAuthorization(boolean guardAuthorization) {
        this.guardAuthorization = guardAuthorization;
    }

    public boolean isHealthCheckEnabled() {
        return healthCheckEnabled;
    }

    public void setHealthCheckEnabled(boolean healthCheckEnabled) {
        this.healthCheckEnabled = healthCheckEnabled;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    /** The time calls are noted at. */
    Clock clock() {
        return clock;
    }

    /** Tests bring their own time. */
    void useClock(Clock clock) {
        this.clock = clock;
    }

    /** The SSL context parameters the accounts fall back to; null when the global ones are not to be used. */
    @Nullable
    SSLContextParameters fallbackSslContextParameters() {
        return useGlobalSslContextParameters ? retrieveGlobalSslContextParameters() : null;
    }
}
