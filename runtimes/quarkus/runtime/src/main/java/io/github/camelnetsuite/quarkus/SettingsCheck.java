package io.github.camelnetsuite.quarkus;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.camel.NetSuiteComponent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SecretKeys;
import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Ordered;
import org.apache.camel.StartupListener;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends the start of an application whose account settings are wrong as Quarkus does for settings of its own: the last line is the
 * message, which names the property, and not a stack trace. Comes before the component's own check, which would throw the same as an
 * exception of Camel.
 */
final class SettingsCheck implements StartupListener, Ordered {

    private static final String PREFIX = "camel.component.netsuite.";

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        if (context.hasComponent("netsuite") instanceof NetSuiteComponent component && component.isStarted()) {
            for (String account : component.accountNames()) {
                check(component, account);
            }
        }
    }

    private static void check(NetSuiteComponent component, String account) {
        try {
            component.account(account);
        } catch (NetSuiteConfigurationException e) {
            // Not as the cause: Quarkus looks at the root cause to tell a wrong setting from a fault.
            ConfigurationException wrong = inQuarkusWords(e);
            wrong.addSuppressed(e);
            throw wrong;
        }
    }

    private static ConfigurationException inQuarkusWords(NetSuiteConfigurationException e) {
        return e.option()
                .map(option -> PREFIX + option)
                .map(property -> new ConfigurationException(e.getMessage() + " " + action(property), Set.of(property)))
                .orElseGet(() -> new ConfigurationException(e.getMessage()));
    }

    private static String action(String property) {
        return source(property)
                .map(source -> "Correct the property " + property + ", which is set in " + source + ".")
                .orElse("Set the property " + property + ", for instance in application.properties.");
    }

    /** Where the property is set, in whichever form it is written there; empty when it is not set. */
    private static Optional<String> source(String property) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        String form = PropertyForm.of(property);
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> PropertyForm.of(name).equals(form))
                .map(name -> SecretKeys.doUnlocked(() -> config.getConfigValue(name)))
                .filter(value -> value.getValue() != null)
                .map(value -> String.valueOf(value.getSourceName()))
                .findFirst();
    }

    @Override
    public int getOrder() {
        return HIGHEST;
    }
}
