package io.github.camelnetsuite.springboot;

import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.github.camelnetsuite.camel.NetSuiteConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code camel.component.netsuite.*}: the options of the netsuite component, by the same names. A bean for Spring to fill, not
 * thread-safe. {@code toString} shows no value.
 */
@ConfigurationProperties(NetSuiteComponentConfiguration.PREFIX)
public class NetSuiteComponentConfiguration extends NetSuiteAccountProperties {

    static final String PREFIX = "camel.component.netsuite";

    /**
     * Further accounts, each under a name; in properties the name stands in square brackets. An endpoint chooses one with
     * the option account, a message with the header CamelNetSuiteAccount.
     */
    private Map<String, NetSuiteAccountProperties> accounts = new LinkedHashMap<>();

    /**
     * The component's own settings, as an object.
     */
    private @Nullable NetSuiteConfiguration configuration;

    /**
     * Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow
     * CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the
     * route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during
     * routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating
     * and starting the producer may take a little time and prolong the total processing time of the processing.
     */
    private @Nullable Boolean lazyStartProducer;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as
     * autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets
     * configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection
     * factories, AWS Clients, etc.
     */
    private @Nullable Boolean autowiredEnabled;

    /**
     * Whether each account has health checks: of its access token, which readiness depends on, and of its certificate.
     */
    private @Nullable Boolean healthCheckEnabled;

    /**
     * Whether the Authorization header that netsuiteAuth sets is taken off a message that leaves for anything but the
     * account's own hosts.
     */
    private @Nullable Boolean guardAuthorization;

    /**
     * Whether the global SSL context parameters are used for the calls to NetSuite.
     */
    private @Nullable Boolean useGlobalSslContextParameters;

    /** Sets on the component what is set here. May be done again, when placeholders have new values. */
    void applyTo(NetSuiteComponent component, UnaryOperator<String> values) {
        set(lazyStartProducer, component::setLazyStartProducer);
        set(autowiredEnabled, component::setAutowiredEnabled);
        set(guardAuthorization, component::setGuardAuthorization);
        set(healthCheckEnabled, component::setHealthCheckEnabled);
        set(useGlobalSslContextParameters, component::setUseGlobalSslContextParameters);
        object("configuration", configuration, component::setConfiguration);
        applyTo(component.getConfiguration(), "", values);
        accounts.forEach((name, account) -> {
            NetSuiteConfiguration named =
                    component.getAccounts().computeIfAbsent(name, absent -> new NetSuiteConfiguration());
            account.applyTo(named, "accounts[" + name + "].", values);
        });
    }

    public Map<String, NetSuiteAccountProperties> getAccounts() {
        return accounts;
    }

    public void setAccounts(Map<String, NetSuiteAccountProperties> accounts) {
        this.accounts = accounts;
    }

    public @Nullable NetSuiteConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(@Nullable NetSuiteConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(@Nullable Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public @Nullable Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(@Nullable Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public @Nullable Boolean getHealthCheckEnabled() {
        return healthCheckEnabled;
    }

    public void setHealthCheckEnabled(@Nullable Boolean healthCheckEnabled) {
        this.healthCheckEnabled = healthCheckEnabled;
    }

    public @Nullable Boolean getGuardAuthorization() {
        return guardAuthorization;
    }

    public void setGuardAuthorization(@Nullable Boolean guardAuthorization) {
        this.guardAuthorization = guardAuthorization;
    }

    public @Nullable Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(@Nullable Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    @Override
    public String toString() {
        return "NetSuiteComponentConfiguration[<redacted>]";
    }
}
